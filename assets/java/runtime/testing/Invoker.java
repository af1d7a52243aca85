package com.example.runtime.testing;

import com.amazonaws.services.lambda.runtime.Context;
import com.example.runtime.support.ApiGatewayEvent;
import com.example.runtime.support.ApiGatewayResult;
import com.example.runtime.support.ApiHandler;
import com.example.runtime.support.Call;
import com.example.runtime.support.Headers;
import com.example.runtime.support.Json;
import com.example.runtime.support.OperationResponse;
import com.example.runtime.support.RawResponse;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** Calls handlers in this process as API Gateway would: through serialisation and validation. */
final class Invoker {
  private Invoker() {}

  static <Known extends OperationResponse> RawResponse<Known> invoke(
      ApiHandler<?, ? extends Known> handler, Call<Known> call, Object parameters, Object body, InvokeOptions options) {
    ObjectNode event = toEvent(call.prepare(parameters, body), options);
    Context context = options.context() == null ? new TestContext(call.operationId()) : options.context();
    ApiGatewayResult result = handler.respond(new ApiGatewayEvent(event), context);
    Headers headers = result.headers();
    boolean isEmpty = List.of(101, 204, 205, 304).contains(result.statusCode());
    byte[] bytes = isEmpty ? new byte[0] : result.body();
    return call.read(result.statusCode(), headers, new ByteArrayInputStream(bytes));
  }

  /** The event of API Gateway for a request. */
  private static ObjectNode toEvent(Call.Prepared request, InvokeOptions options) {
    String[] target = request.target().split("\\?", 2);
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("resource", request.path()).put("path", target[0]).put("httpMethod", request.method());
    Headers headers = options.headers().orElse(request.headers());
    for (Map.Entry<String, List<String>> header : headers.toMap().entrySet()) {
      List<String> values = header.getValue();
      event.withObject("/headers").put(header.getKey(), values.get(values.size() - 1));
      values.forEach(event.withObject("/multiValueHeaders").putArray(header.getKey())::add);
    }
    // Encoded as API Gateway leaves them.
    request.pathValues().forEach(event.putObject("pathParameters")::put);
    addQuery(event, target.length < 2 ? "" : target[1]);
    byte[] body = request.body();
    event.put("body", body == null ? null : Base64.getEncoder().encodeToString(body));
    event.put("isBase64Encoded", body != null);
    ObjectNode context = event.putObject("requestContext");
    context.put("accountId", "123456789012").put("apiId", "test").put("stage", "test").put("requestId", "test");
    context.put("httpMethod", request.method()).put("path", target[0]).put("resourcePath", request.path());
    context.putObject("identity").put("sourceIp", "127.0.0.1");
    context.set("authorizer", Json.write(options.authorizer()));
    return event;
  }

  private static void addQuery(ObjectNode event, String query) {
    ObjectNode single = event.putObject("queryStringParameters");
    ObjectNode multiple = event.putObject("multiValueQueryStringParameters");
    for (String pair : query.split("&")) {
      if (pair.isEmpty()) continue;
      String[] parts = pair.split("=", 2);
      String name = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
      String value = parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8);
      single.put(name, value);
      if (multiple.get(name) instanceof ArrayNode values) values.add(value);
      else multiple.putArray(name).add(value);
    }
  }
}
