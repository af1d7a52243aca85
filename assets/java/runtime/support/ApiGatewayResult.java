package com.example.runtime.support;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * What a Lambda proxy integration returns.
 *
 * @param statusCode of HTTP
 * @param headers with all their values
 * @param body the bytes of the body; none is an empty array
 * @param isText whether the body is a text of UTF-8; other bodies are sent in base64
 */
public record ApiGatewayResult(int statusCode, Headers headers, byte[] body, boolean isText) {

  /** The body as API Gateway wants it. */
  public String bodyText() {
    return isText ? Utf8.text(body) : Base64.getEncoder().encodeToString(body);
  }

  /** The result as API Gateway wants it: a header with several values stands among those, and only there. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("statusCode", statusCode);
    ObjectNode single = json.putObject("headers");
    for (Map.Entry<String, List<String>> header : headers.toMap().entrySet()) {
      List<String> values = header.getValue();
      if (values.size() == 1) single.put(header.getKey(), values.get(0));
      else values.forEach(json.withObject("/multiValueHeaders").putArray(header.getKey())::add);
    }
    json.put("body", bodyText());
    json.put("isBase64Encoded", !isText);
    return json;
  }
}
