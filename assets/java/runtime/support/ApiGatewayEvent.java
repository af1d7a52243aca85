package com.example.runtime.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The event of a Lambda proxy integration of a REST API, version 1.0. Texts that the event does not have are null, and maps are empty.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html">
 *     Lambda proxy integrations</a>
 */
public final class ApiGatewayEvent {
  private final JsonNode json;

  public ApiGatewayEvent(JsonNode json) {
    this.json = json;
  }

  /** All of it, as it came. */
  public JsonNode json() {
    return json;
  }

  /** The path of the API Gateway resource: {@code /pets/{petId}}. */
  public String resource() {
    return text("resource");
  }

  /** The path of the request, without the stage. */
  public String path() {
    return text("path");
  }

  public String httpMethod() {
    return text("httpMethod");
  }

  /** Of a header that came several times, the last value. */
  public Map<String, String> headers() {
    return values("headers");
  }

  public Map<String, List<String>> multiValueHeaders() {
    return lists("multiValueHeaders");
  }

  /** Still encoded. */
  public Map<String, String> pathParameters() {
    return values("pathParameters");
  }

  /** Decoded; of a parameter that came several times, the last value. */
  public Map<String, String> queryStringParameters() {
    return values("queryStringParameters");
  }

  public Map<String, List<String>> multiValueQueryStringParameters() {
    return lists("multiValueQueryStringParameters");
  }

  public Map<String, String> stageVariables() {
    return values("stageVariables");
  }

  public String body() {
    return text("body");
  }

  public boolean isBase64Encoded() {
    return json.path("isBase64Encoded").asBoolean();
  }

  /** What API Gateway knows of the request besides the request itself: stage, identity, what the authorizer returned. */
  public JsonNode requestContext() {
    return json.path("requestContext");
  }

  private String text(String name) {
    JsonNode value = json.path(name);
    return value.isNull() || value.isMissingNode() ? null : value.asText();
  }

  private Map<String, String> values(String name) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : json.path(name).properties()) {
      if (!entry.getValue().isNull()) values.put(entry.getKey(), entry.getValue().asText());
    }
    return Collections.unmodifiableMap(values);
  }

  private Map<String, List<String>> lists(String name) {
    Map<String, List<String>> lists = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> entry : json.path(name).properties()) {
      List<String> texts = new ArrayList<>();
      for (JsonNode item : entry.getValue()) texts.add(item.asText());
      if (!entry.getValue().isNull()) lists.put(entry.getKey(), Collections.unmodifiableList(texts));
    }
    return Collections.unmodifiableMap(lists);
  }
}
