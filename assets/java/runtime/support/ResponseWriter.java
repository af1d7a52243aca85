package com.example.runtime.support;

import com.example.runtime.support.Content.Encoded;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.List;

/** Checks the responses of a handler, and writes them as API Gateway wants them. */
final class ResponseWriter {
  private final Operation operation;

  ResponseWriter(Operation operation) {
    this.operation = operation;
  }

  /** The response as interceptors see it, and what is wrong with it. */
  Response write(OperationResponse response, List<Violation> report) {
    if (response == null) {
      report.add(new Violation("", "type", "must be a response, and not null"));
      return null;
    }
    int status = response.statusCode();
    List<Content> contents = operation.contentsOf(status);
    if (contents == null) {
      report.add(new Violation("/statusCode", "responses", status + " is no response of the model"));
      return null;
    }
    JsonNode body = toTree(response, contents);
    Headers own = withContentType(response, contents, body);
    checkBody(body, contents, own, report);
    ResponseHeaders described = operation.headersOf(status);
    Response written = new Response(status, body, own);
    // What the model describes is read back from texts, so it makes no sense of what is wrong already.
    if (report.isEmpty()) written = written.withHeaders(described.write(new WithHeaders(response, own), report));
    return written;
  }

  private void checkBody(JsonNode body, List<Content> contents, Headers headers, List<Violation> report) {
    if (contents.isEmpty()) {
      if (body != null && !(body.isTextual() && body.textValue().isEmpty())) {
        report.add(new Violation("/body", "responses", "must not be there: the model gives this response no body"));
      }
      return;
    }
    if (body == null) report.add(new Violation("/body", "required", "is required"));
    Content content = Content.find(contents, headers.get("content-type").orElse(null));
    if (content != null) content.check(body, "/body", report);
  }

  /** The body as a tree; items of a stream as the list of them. */
  private static JsonNode toTree(OperationResponse response, List<Content> contents) {
    Object body = response.body() instanceof BodyOfType typed ? typed.value() : response.body();
    boolean isNull = body == null && response instanceof TypedResponse && !contents.isEmpty();
    if (isNull) return NullNode.instance;
    boolean isStream = contents.stream().anyMatch(Content::isStream);
    if (isStream && body instanceof Iterable<?> items && !(body instanceof JsonNode)) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      items.forEach(item -> list.add(Json.write(item)));
      return list;
    }
    return Json.write(body);
  }

  /** The headers of a response with its media type, where the first one of the model would be wrong. */
  private static Headers withContentType(OperationResponse response, List<Content> contents, JsonNode body) {
    Headers headers = response.headers();
    if (headers.has("content-type")) return headers;
    if (response.body() instanceof BodyOfType typed && !typed.mediaType().contains("*")) {
      return headers.with("content-type", typed.mediaType());
    }
    Content chosen = choose(contents, body);
    return chosen == null || chosen == contents.get(0) ? headers : headers.with("content-type", chosen.contentType());
  }

  /** A list is a stream unless there is something else that it can be; anything else is no stream. */
  private static Content choose(List<Content> contents, JsonNode body) {
    if (contents.stream().noneMatch(Content::isStream)) return null;
    Content whole = contents.stream().filter(each -> !each.isStream()).findFirst().orElse(null);
    boolean isStream = body != null && body.isArray() && whole == null;
    return isStream || whole == null ? contents.stream().filter(Content::isStream).findFirst().orElse(null) : whole;
  }

  /** A header of the response itself wins over the media type of the model. */
  ApiGatewayResult encode(Response response) {
    Headers headers = response.headers();
    if (response.body() == null) return new ApiGatewayResult(response.statusCode(), headers, new byte[0], true);
    List<Content> contents = operation.contentsOf(response.statusCode());
    Content content =
        contents == null ? null : Content.find(contents, headers.get("content-type").orElse(null));
    return encode(response, content);
  }

  /** Without a content of the model, a body is JSON. */
  static ApiGatewayResult encode(Response response, Content content) {
    Content chosen = content == null ? Content.json("application/json") : content;
    Encoded encoded = chosen.toBody(response.body());
    Headers headers = response.headers().orElse(Headers.of("content-type", encoded.contentType()));
    return new ApiGatewayResult(response.statusCode(), headers, encoded.bytes(), encoded.isText());
  }

  /** A response with other headers. */
  private record WithHeaders(OperationResponse response, Headers headers) implements OperationResponse {
    @Override
    public int statusCode() {
      return response.statusCode();
    }

    @Override
    public Object headerValues() {
      return response.headerValues();
    }
  }
}
