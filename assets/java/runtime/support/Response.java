package com.example.runtime.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Map;

/**
 * A response as interceptors see it, of any operation.
 *
 * @param statusCode of HTTP
 * @param body null where there is none; bytes are a {@link com.fasterxml.jackson.databind.node.BinaryNode}
 * @param headers all of them
 */
public record Response(int statusCode, JsonNode body, Headers headers) implements OperationResponse {
  /** A response without a body. */
  public static Response of(int statusCode) {
    return new Response(statusCode, null, Headers.NONE);
  }

  /** A response whose body is anything that Jackson can write as JSON. */
  public static Response of(int statusCode, Object body) {
    return of(statusCode, body, Headers.NONE);
  }

  /** A response whose body is anything that Jackson can write as JSON. */
  public static Response of(int statusCode, Object body, Headers headers) {
    return new Response(statusCode, Json.write(body), headers);
  }

  /** Any response, with the values of its body and headers as they are sent. */
  public static Response of(OperationResponse response) {
    if (response instanceof Response same) return same;
    Object body = response.body() instanceof BodyOfType typed ? typed.value() : response.body();
    Headers headers = ResponseHeaders.NONE.write(response, new ArrayList<>());
    return new Response(response.statusCode(), Json.write(body), headers);
  }

  /** The same with other headers. */
  public Response withHeaders(Headers others) {
    return new Response(statusCode, body, others);
  }

  static Response error(int statusCode, String message) {
    return of(statusCode, Map.of("message", message));
  }
}
