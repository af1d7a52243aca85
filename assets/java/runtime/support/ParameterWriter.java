package com.example.runtime.support;

import com.example.runtime.support.Members.Entry;
import com.example.runtime.support.Parameter.Form;
import com.example.runtime.support.Parameter.Style;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the value of a parameter as its style has it. What has no form on the wire is refused. */
final class ParameterWriter {
  private final Parameter parameter;
  private final JsonNode value;

  /** The value is null where there is none. */
  ParameterWriter(Parameter parameter, JsonNode value) {
    this.parameter = parameter;
    this.value = value;
  }

  /** A segment of a path. */
  String path() {
    if (parameter.form == Form.JSON) return segment(encode(Json.text(value)));
    boolean explode = parameter.isExploded;
    return switch (parameter.style) {
      // A dot inside of a value is told from those between them by being encoded.
      case LABEL -> segment("." + parts(explode).stream()
          .map(text -> text.replace(".", "%2E"))
          .collect(Collectors.joining(explode ? "." : ",")));
      case MATRIX -> matrix();
      default -> segment(String.join(",", parts(explode)));
    };
  }

  /** Several segments, as {@code {proxy+}}. */
  String greedy() {
    return Arrays.stream(text(value).split("/", -1)).map(part -> segment(encode(part))).collect(Collectors.joining("/"));
  }

  /** {@code name=value}, or several of them; null where there is nothing to send. */
  String query() {
    if (value == null) return null;
    if (parameter.form == Form.JSON) return encode(parameter.name) + "=" + encode(Json.text(value));
    if (value.isNull()) return null;
    if (parameter.style == Style.DEEP_OBJECT) return query(deepEntries());
    if (parameter.isExploded) return query(entries());
    String separator =
        parameter.style == Style.SPACE_DELIMITED ? " " : parameter.style == Style.PIPE_DELIMITED ? "|" : ",";
    // Handlers get it decoded, with nothing to tell a separator from a character of a value.
    List<String> texts = joinable(scalars(null), separator);
    String between = separator.equals(",") ? separator : encode(separator);
    return encode(parameter.name) + "=" + texts.stream().map(Utf8::encodeComponent).collect(Collectors.joining(between));
  }

  /** Headers hold their values as they are; null where there is nothing to send. */
  String header() {
    if (value == null) return null;
    if (parameter.form == Form.JSON) return ascii(Json.text(value));
    if (value.isNull()) return null;
    List<String> texts = scalars(parameter.isExploded ? "=" : null);
    if (!value.isContainerNode()) return String.join("", texts);
    if (texts.stream().anyMatch(text -> !text.strip().equals(text))) {
      throw refuse("cannot have spaces around a value of a list");
    }
    return String.join(",", joinable(texts, ","));
  }

  /** {@code name=value}, or several of them; null where there is nothing to send. */
  String cookie() {
    if (value == null || (value.isNull() && parameter.form != Form.JSON)) return null;
    if (parameter.form == Form.JSON) return parameter.name + "=" + encode(ascii(Json.text(value)));
    if (!parameter.isExploded) return parameter.name + "=" + String.join(",", parts(false));
    return entries().stream().map(each -> each.name() + "=" + encode(each.text())).collect(Collectors.joining("; "));
  }

  private String matrix() {
    if (!parameter.isExploded) return ";" + encode(parameter.name) + "=" + String.join(",", parts(false));
    return segment(entries().stream()
        .map(each -> ";" + encode(each.name()) + "=" + encode(each.text()))
        .collect(Collectors.joining()));
  }

  /** The texts of a value in one place, encoded; exploded, with {@code =} between names and values. */
  private List<String> parts(boolean explode) {
    if (explode && value.isObject()) {
      List<String> parts = new ArrayList<>();
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        parts.add(encode(member.getKey()) + "=" + encode(text(member.getValue())));
      }
      return parts;
    }
    List<String> texts = scalars(null).stream().map(Utf8::encodeComponent).toList();
    if (value.isArray() && texts.equals(List.of(""))) throw refuse("cannot be one empty text");
    return texts;
  }

  /** The texts of a value; objects give their members' names too, one by one or assigned. */
  private List<String> scalars(String assign) {
    List<String> texts = new ArrayList<>();
    if (value != null && value.isArray()) value.forEach(item -> texts.add(text(item)));
    else if (value == null || !value.isObject()) texts.add(text(value));
    else {
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        String name = member.getKey();
        if (member.getValue().isArray()) throw refuse("cannot have a list in '" + name + "'");
        if (assign != null && name.contains(assign)) throw refuse("cannot have '" + assign + "' in a name");
        if (assign == null) texts.addAll(List.of(name, text(member.getValue())));
        else texts.add(name + assign + text(member.getValue()));
      }
    }
    return texts;
  }

  /** Texts that are told apart when they stand together. */
  private List<String> joinable(List<String> texts, String separator) {
    if (!value.isContainerNode()) return texts;
    if (texts.stream().anyMatch(text -> text.contains(separator))) {
      throw refuse("cannot have '" + separator + "' in a value");
    }
    if (texts.equals(List.of(""))) throw refuse("cannot be one empty text");
    return texts;
  }

  /** Names and values where each has a place of its own. */
  private List<Entry> entries() {
    if (!value.isObject()) return entries(parameter.name, value);
    List<Entry> entries = new ArrayList<>();
    value.properties().forEach(member -> entries.addAll(entries(member.getKey(), member.getValue())));
    return entries;
  }

  private List<Entry> deepEntries() {
    List<Entry> entries = new ArrayList<>();
    value.properties().forEach(member ->
        entries.addAll(entries(parameter.name + "[" + member.getKey() + "]", member.getValue())));
    return entries;
  }

  private List<Entry> entries(String name, JsonNode item) {
    if (!item.isArray()) return List.of(new Entry(name, text(item)));
    List<Entry> entries = new ArrayList<>();
    item.forEach(each -> entries.add(new Entry(name, text(each))));
    return entries;
  }

  private static String query(List<Entry> entries) {
    return entries.stream().map(each -> encode(each.name()) + "=" + encode(each.text())).collect(Collectors.joining("&"));
  }

  /** What is neither text nor list stands as JSON: OpenAPI has no form for it. */
  private String text(JsonNode item) {
    if (item == null || item.isNull()) throw refuse("cannot hold null");
    if (item.isContainerNode()) return Json.text(item);
    return item.isNumber() ? Convert.Numbers.text(item) : item.asText();
  }

  /** URLs resolve dots, and an empty segment is another resource: such a value would call another operation. */
  private String segment(String text) {
    String resolved = text.replaceAll("(?i)%2e", ".");
    if (resolved.isEmpty() || resolved.equals(".") || resolved.equals("..")) {
      throw new IllegalArgumentException(
          "the path parameter '" + parameter.name + "' must not be '" + resolved + "'");
    }
    return text;
  }

  private static String encode(String text) {
    return Utf8.encodeComponent(text);
  }

  /** JSON in a header, which has no characters but those of ASCII. */
  private static String ascii(String json) {
    StringBuilder text = new StringBuilder();
    for (char each : json.toCharArray()) {
      if (each < 0x7f) text.append(each);
      else text.append(String.format("\\u%04x", (int) each));
    }
    return text.toString();
  }

  private IllegalArgumentException refuse(String reason) {
    return new IllegalArgumentException("the parameter '" + parameter.name + "' " + reason);
  }
}
