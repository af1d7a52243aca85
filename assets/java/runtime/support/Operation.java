package com.example.runtime.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the model says of an operation, as far as its handlers need it. */
public final class Operation {
  private final String id;
  private final String method;
  private final String path;
  private Parameters parameters = Parameters.NONE;
  private Check checkParameters = Checks.ANYTHING;
  private List<Content> body = List.of();
  private boolean isBodyRequired;
  private final Map<String, Described> responses = new LinkedHashMap<>();

  private Operation(String id, String method, String path) {
    this.id = id;
    this.method = method;
    this.path = path;
  }

  /** A response as the model describes it. */
  private record Described(List<Content> contents, ResponseHeaders headers) {}

  /**
   * @param method in upper case
   * @param path as in the model: {@code /pets/{petId}}
   */
  public static Operation of(String id, String method, String path) {
    return new Operation(id, method, path);
  }

  public Operation parameters(Parameters values, Check check) {
    parameters = values;
    checkParameters = check;
    return this;
  }

  public Operation body(boolean isRequired, Content... contents) {
    isBodyRequired = isRequired;
    body = List.of(contents);
    return this;
  }

  /** A response of a status, of a range such as {@code 4XX}, or {@code default}; without contents, it has no body. */
  public Operation response(String status, Content... contents) {
    responses.put(status, new Described(List.of(contents), ResponseHeaders.NONE));
    return this;
  }

  /** The headers that the model describes of a response that is there already. */
  public Operation responseHeaders(String status, Parameters values, Check check) {
    ResponseHeaders headers = new ResponseHeaders(values, check);
    responses.computeIfPresent(status, (key, found) -> new Described(found.contents(), headers));
    return this;
  }

  public String id() {
    return id;
  }

  public String method() {
    return method;
  }

  public String path() {
    return path;
  }

  boolean hasBody() {
    return !body.isEmpty();
  }

  boolean isBodyRequired() {
    return isBodyRequired;
  }

  List<Content> bodyContents() {
    return body;
  }

  /** The values of the parameters, checked. */
  ObjectNode readParameters(WireRequest wire, List<Violation> report) {
    ObjectNode values = parameters.read(wire);
    checkParameters.check(values, "/requestParameters", report);
    return values;
  }

  /** The media types of a response; null for a status that the model does not have. */
  List<Content> contentsOf(int status) {
    Described found = ofStatus(responses, status);
    return found == null ? null : found.contents();
  }

  /** The headers that the model describes for a response. */
  ResponseHeaders headersOf(int status) {
    Described found = ofStatus(responses, status);
    return found == null ? ResponseHeaders.NONE : found.headers();
  }

  /** That of a status, of its range, or of all that are not named. */
  static <Value> Value ofStatus(Map<String, Value> values, int status) {
    for (String key : List.of(String.valueOf(status), status / 100 + "XX", "default")) {
      if (values.containsKey(key)) return values.get(key);
    }
    return null;
  }

  @Override
  public String toString() {
    return method + " " + path;
  }
}
