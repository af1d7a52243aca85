package com.example.runtime.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The headers of a response that the model describes: how values become texts and back, and what they have to be. */
final class ResponseHeaders {
  /** HTTP has no spaces around a value, no line breaks, and no characters but those of one byte. */
  private static final Pattern BAD = Pattern.compile("^[\\t ]|[\\t ]$|[^\\t\\x20-\\x7e\\x80-\\xff]");

  /** Of a response of which the model describes no header. */
  static final ResponseHeaders NONE = new ResponseHeaders(Parameters.NONE, Checks.ANYTHING);

  private final Parameters parameters;
  private final Check check;

  ResponseHeaders(Parameters parameters, Check check) {
    this.parameters = parameters;
    this.check = check;
  }

  /** All headers as they are sent. Those that the model describes are checked as a client will read them. */
  Headers write(OperationResponse response, List<Violation> report) {
    Headers headers = Headers.NONE;
    for (Map.Entry<String, List<String>> header : response.headers().toMap().entrySet()) {
      List<String> texts = header.getValue().stream().filter(text -> isHeader(text, header.getKey(), report)).toList();
      if (!texts.isEmpty()) headers = headers.with(header.getKey(), texts);
    }
    JsonNode values = Json.write(response.headerValues());
    if (values != null) {
      for (Map.Entry<String, JsonNode> value : values.properties()) {
        List<String> texts = texts(value.getKey(), value.getValue(), report);
        if (!texts.isEmpty()) headers = headers.with(value.getKey(), texts);
      }
    }
    if (this != NONE) check.check(parameters.read(HeaderSource.of(headers)), "/headers", report);
    return headers;
  }

  private List<String> texts(String name, JsonNode value, List<Violation> report) {
    List<String> texts = new ArrayList<>();
    if (name.equalsIgnoreCase("set-cookie") && value.isArray()) {
      value.forEach(cookie -> texts.add(cookie.asText()));
    } else {
      try {
        Optional<Parameter> declared = parameters.header(name);
        String text = declared.map(each -> new ParameterWriter(each, value).header()).orElse(null);
        if (declared.isEmpty()) text = FormContent.text(value);
        if (text != null) texts.add(text);
      } catch (IllegalArgumentException error) {
        report.add(new Violation("/headers/" + name, "header", error.getMessage()));
      }
    }
    texts.removeIf(text -> !isHeader(text, name, report));
    return texts;
  }

  /** Whether a text can be the value of a header. */
  static boolean isHeader(String text) {
    return !BAD.matcher(text).find();
  }

  private static boolean isHeader(String text, String name, List<Violation> report) {
    if (isHeader(text)) return true;
    report.add(new Violation("/headers/" + name, "header", "has characters that a header cannot have"));
    return false;
  }
}
