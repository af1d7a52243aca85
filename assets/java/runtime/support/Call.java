package com.example.runtime.support;

import com.example.runtime.support.Content.Encoded;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the model says of an operation, as far as its clients need it.
 *
 * @param <Known> its responses
 */
public final class Call<Known extends OperationResponse> {
  private final String operationId;
  private final String method;
  private final String path;
  private Parameters parameters = Parameters.NONE;
  private List<Content> body = List.of();
  private final Map<String, Described<Known>> responses = new LinkedHashMap<>();

  private Call(String operationId, String method, String path) {
    this.operationId = operationId;
    this.method = method;
    this.path = path;
  }

  /** A response as the model describes it. */
  private record Described<Known>(
      Function<Answer, Known> read, Parameters headers, Class<?> headerValues, List<Content> contents) {}

  /**
   * A request in its form on the wire.
   *
   * @param method of HTTP
   * @param path that of the model
   * @param pathValues what stands in the path in the places of its variables, by their names
   * @param target path and query as they stand in a URL
   * @param headers what the operation itself asks for
   * @param body null where there is none
   */
  public record Prepared(
      String method, String path, Map<String, String> pathValues, String target, Headers headers, byte[] body) {}

  public static <Known extends OperationResponse> Call<Known> of(String operationId, String method, String path) {
    return new Call<>(operationId, method, path);
  }

  public Call<Known> parameters(Parameters values) {
    parameters = values;
    return this;
  }

  /** The media types of the body; the first is sent unless the body is of another. */
  public Call<Known> body(Content... contents) {
    body = List.of(contents);
    return this;
  }

  /** A response of a status, of a range such as {@code 4XX}, or {@code default}; without contents, it has no body. */
  public Call<Known> response(String status, Function<Answer, Known> read, Content... contents) {
    responses.put(status, new Described<>(read, Parameters.NONE, null, List.of(contents)));
    return this;
  }

  /**
   * A response with headers that the model describes.
   *
   * @param headerValues the record of their values
   */
  public Call<Known> response(
      String status, Function<Answer, Known> read, Parameters headers, Class<?> headerValues, Content... contents) {
    responses.put(status, new Described<>(read, headers, headerValues, List.of(contents)));
    return this;
  }

  public String operationId() {
    return operationId;
  }

  /**
   * Writes a request.
   *
   * @param values a record of the parameters; null where there are none
   * @param value the body; null where there is none
   * @throws IllegalArgumentException for values that have no form on the wire
   */
  public Prepared prepare(Object values, Object value) {
    ObjectNode tree = values == null ? JsonNodeFactory.instance.objectNode() : (ObjectNode) Json.write(values);
    Headers headers = parameters.headers(tree);
    String accept = accept();
    if (!accept.isEmpty()) headers = headers.orElse(Headers.of("accept", accept));
    Encoded encoded = value == null || body.isEmpty() ? null : encode(value);
    if (encoded != null) headers = headers.orElse(Headers.of("content-type", encoded.contentType()));
    byte[] bytes = encoded == null ? null : encoded.bytes();
    Map<String, String> pathValues = parameters.pathValues(path, tree);
    return new Prepared(method, path, pathValues, parameters.target(path, tree), headers, bytes);
  }

  private Encoded encode(Object value) {
    if (!(value instanceof BodyOfType typed)) return body.get(0).toBody(Json.write(value));
    Content content = body.stream().filter(each -> each.mediaType().equals(typed.mediaType())).findFirst().orElseThrow();
    return content.toBody(Json.write(typed.value()));
  }

  /** Every media type of the responses. */
  private String accept() {
    Stream<Content> all = responses.values().stream().flatMap(each -> each.contents().stream());
    return all.map(Content::mediaType).distinct().collect(Collectors.joining(", "));
  }

  /** Whether a response is a stream: then {@link #read} wants its bytes as they come. */
  public boolean isStream(int statusCode, Headers headers) {
    Content content = contentOf(find(statusCode), headers);
    return content != null && content.isStream();
  }

  /**
   * Reads a response.
   *
   * @throws IllegalArgumentException for a body that is not what its media type or the model says
   */
  public RawResponse<Known> read(int statusCode, Headers headers, InputStream bytes) {
    Described<Known> described = find(statusCode);
    Content content = contentOf(described, headers);
    Answer answer = Answer.read(statusCode, headers, bytes, content);
    if (described != null && described.headerValues() != null) {
      answer = answer.withHeaderValues(described.headers(), described.headerValues());
    }
    boolean isEmpty = answer.isEmpty();
    boolean isKnown = described != null && (described.contents().isEmpty() ? isEmpty : content != null && !isEmpty);
    if (isKnown) return RawResponse.of(described.read().apply(answer));
    boolean hasValues = described != null && described.headerValues() != null;
    Object headerValues = hasValues ? Json.read(answer.headerValues(), described.headerValues()) : null;
    return new RawResponse<>(statusCode, answer.untyped(), headers, headerValues, Optional.empty());
  }

  /**
   * A response of values, as the model has it.
   *
   * @throws IllegalArgumentException for a status that it does not know, or values that it has no types for
   */
  public Known responseOf(Answer answer) {
    Described<Known> described = find(answer.statusCode());
    if (described != null) return described.read().apply(answer);
    throw new IllegalArgumentException(answer.statusCode() + " is no response of " + operationId);
  }

  private Described<Known> find(int statusCode) {
    return Operation.ofStatus(responses, statusCode);
  }

  /** A body without a media type is of the first that the model has. */
  private static Content contentOf(Described<?> described, Headers headers) {
    if (described == null) return null;
    return Content.find(described.contents(), headers.get("content-type").filter(type -> !type.isEmpty()).orElse(null));
  }
}
