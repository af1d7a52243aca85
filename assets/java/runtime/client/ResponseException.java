package com.example.runtime.client;

import com.example.runtime.support.Headers;
import com.example.runtime.support.Json;
import com.example.runtime.support.OperationResponse;
import com.example.runtime.support.RawResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** The API answered with a status that is not a success. */
public final class ResponseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String operationId;
  private final transient RawResponse<?> raw;

  public ResponseException(String operationId, RawResponse<?> raw) {
    super(operationId + " answered " + raw.statusCode() + describe(raw.body()));
    this.operationId = operationId;
    this.raw = raw;
  }

  public String operationId() {
    return operationId;
  }

  public int statusCode() {
    return raw.statusCode();
  }

  /** The value that the model describes for this status; JSON as a tree, a text or bytes where it describes none; null for no body. */
  public Object body() {
    return raw.body();
  }

  public Headers headers() {
    return raw.headers();
  }

  /** Those that the model describes for this status, as its record of them; null where it describes none. */
  public Object headerValues() {
    return raw.headerValues();
  }

  /** The response as the model describes it; empty where it does not know the status or the media type. */
  public Optional<? extends OperationResponse> response() {
    return raw.response();
  }

  private static String describe(Object body) {
    if (body == null || body instanceof byte[] || body instanceof Iterable<?> && !(body instanceof JsonNode)) return "";
    JsonNode tree = Json.write(body);
    String message = tree.isTextual() ? tree.textValue() : tree.path("message").asText("");
    return message.isEmpty() ? "" : ": " + message;
  }
}
