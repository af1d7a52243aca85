package com.example.runtime.support;

import com.amazonaws.services.lambda.runtime.Context;
import com.example.runtime.support.Content.UnreadableBodyException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads and checks a request. */
final class RequestReader {
  private final Operation operation;
  private final WireRequest wire;
  private final List<Violation> violations = new ArrayList<>();

  private RequestReader(Operation operation, WireRequest wire) {
    this.operation = operation;
    this.wire = wire;
  }

  /** What came, and the response to what the model refuses, or null. */
  record Outcome(Invocation invocation, Response refusal) {}

  static Outcome read(Operation operation, ApiGatewayEvent event, Context context) {
    return new RequestReader(operation, WireRequest.of(operation.path(), event)).read(event, context);
  }

  /** The answer to a request that is not what the model says. */
  static Response refuse(List<Violation> violations) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("message", "the request is not valid: " + ResponseViolationException.print(violations));
    ArrayNode errors = body.putArray("errors");
    for (Violation each : violations) errors.addObject().put("pointer", each.pointer()).put("message", each.message());
    return Response.of(400, body);
  }

  private Outcome read(ApiGatewayEvent event, Context context) {
    ObjectNode parameters = operation.readParameters(wire, violations);
    String contentType = wire.header("content-type");
    Content content = operation.hasBody() ? Content.find(operation.bodyContents(), contentType) : null;
    boolean isUnsupported = operation.hasBody() && content == null && wire.body().length > 0;
    JsonNode body = content == null ? null : readBody(content, contentType);
    String mediaType = body == null ? null : content.mediaType();
    Invocation invocation = new Invocation(
        operation.id(), parameters, body, mediaType, event, context, new LinkedHashMap<>());
    if (isUnsupported) return new Outcome(invocation, refuseType(contentType));
    return new Outcome(invocation, violations.isEmpty() ? null : refuse(violations));
  }

  private Response refuseType(String contentType) {
    String allowed = operation.bodyContents().stream().map(Content::mediaType).collect(Collectors.joining(", "));
    return Response.error(415, "the content type '" + contentType + "' is not supported, use " + allowed);
  }

  private JsonNode readBody(Content content, String contentType) {
    byte[] bytes = wire.body();
    if (bytes.length == 0 && !isAllowedEmpty(content, contentType)) {
      if (operation.isBodyRequired()) violations.add(new Violation("/body", "required", "is required"));
      return null;
    }
    try {
      JsonNode body = content.decode(bytes, contentType == null ? content.mediaType() : contentType);
      content.check(body, "/body", violations);
      return body;
    } catch (UnreadableBodyException error) {
      violations.add(new Violation("/body", "format", error.getMessage()));
    } catch (StackOverflowError error) {
      // Deeper than the stack: only hostile input nests so far.
      violations.add(new Violation("/body", "format", "is nested too deeply"));
    }
    return null;
  }

  /** No bytes are a text, a file or a form without fields like any other where the client says that it sends one. */
  private static boolean isAllowedEmpty(Content content, String contentType) {
    String mediaType = content.mediaType().toLowerCase(Locale.ROOT);
    return contentType != null && !mediaType.contains("json") && !mediaType.contains("multipart");
  }
}
