package com.example.runtime.support;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as it came, each location in a map of its own.
 *
 * @param path by name, still encoded: API Gateway does not decode them
 * @param query decoded, every value of a name in the order they came
 * @param headers by their names in lower case
 * @param body its bytes; none is an empty array
 */
record WireRequest(
    Map<String, String> path, Map<String, List<String>> query, Map<String, String> headers, byte[] body)
    implements HeaderSource {

  /** Reads the event of API Gateway for an operation. */
  static WireRequest of(String template, ApiGatewayEvent event) {
    Map<String, List<String>> query = event.multiValueQueryStringParameters();
    if (query.isEmpty()) {
      Map<String, List<String>> lists = new LinkedHashMap<>();
      event.queryStringParameters().forEach((name, value) -> lists.put(name, List.of(value)));
      query = lists;
    }
    return new WireRequest(PathTemplate.values(template, event), query, readHeaders(event), readBody(event));
  }

  @Override
  public String header(String name) {
    return headers.get(name);
  }

  private static byte[] readBody(ApiGatewayEvent event) {
    String body = event.body() == null ? "" : event.body();
    return event.isBase64Encoded() ? Base64.getMimeDecoder().decode(body) : Utf8.bytes(body);
  }

  /** A header that came more than once is one list, joined as HTTP says; cookies have a separator of their own. */
  private static Map<String, String> readHeaders(ApiGatewayEvent event) {
    Map<String, String> headers = new LinkedHashMap<>();
    event.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
    event.multiValueHeaders().forEach((name, values) -> {
      String key = name.toLowerCase(Locale.ROOT);
      headers.put(key, String.join(key.equals("cookie") ? "; " : ", ", values));
    });
    return headers;
  }
}
