package com.amazonaws.services.lambda.runtime.api.client.runtimeapi;

import com.amazonaws.services.lambda.runtime.api.client.runtimeapi.dto.InvocationRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * Takes the place of the class of this name in the runtime interface client of AWS, whose native
 * library is made for Linux: what it does over the HTTP client of Java.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Lambda runtime API</a>
 */
final class NativeClient {
  private static volatile String address;

  private NativeClient() {}

  /** Remembers the host and port of the runtime API. */
  static void init(String runtimeApi) {
    address = runtimeApi;
  }

  /** Waits for an invocation. */
  static InvocationRequest next() {
    try {
      HttpURLConnection connection = open("next");
      InvocationRequest request = new InvocationRequest();
      try (InputStream body = connection.getInputStream()) {
        request.setContent(body.readAllBytes());
      }
      request.setId(connection.getHeaderField("Lambda-Runtime-Aws-Request-Id"));
      request.setXrayTraceId(connection.getHeaderField("Lambda-Runtime-Trace-Id"));
      request.setInvokedFunctionArn(connection.getHeaderField("Lambda-Runtime-Invoked-Function-Arn"));
      request.setDeadlineTimeInMs(Long.parseLong(connection.getHeaderField("Lambda-Runtime-Deadline-Ms")));
      request.setClientContext(connection.getHeaderField("Lambda-Runtime-Client-Context"));
      request.setCognitoIdentity(connection.getHeaderField("Lambda-Runtime-Cognito-Identity"));
      request.setTenantId(connection.getHeaderField("Lambda-Runtime-Aws-Tenant-Id"));
      return request;
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  /** Says what a handler returned. */
  static void postInvocationResponse(byte[] requestId, byte[] response) {
    try {
      HttpURLConnection connection = open(new String(requestId, StandardCharsets.UTF_8) + "/response");
      connection.setRequestMethod("POST");
      connection.setDoOutput(true);
      connection.setFixedLengthStreamingMode(response.length);
      connection.getOutputStream().write(response);
      try (InputStream answer = connection.getInputStream()) {
        answer.readAllBytes();
      }
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  private static HttpURLConnection open(String resource) throws IOException {
    URI uri = URI.create("http://" + address + "/2018-06-01/runtime/invocation/" + resource);
    return (HttpURLConnection) uri.toURL().openConnection();
  }
}
