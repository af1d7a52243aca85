package com.example.runtime.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code application/x-www-form-urlencoded}: lists repeat their field, and objects are JSON. */
final class FormContent extends Content {
  private final Members fields;

  FormContent(String mediaType, Members fields) {
    super(mediaType, "application/x-www-form-urlencoded");
    this.fields = fields;
  }

  @Override
  JsonNode decode(byte[] bytes, String contentType) throws UnreadableBodyException {
    List<Members.Entry> entries = new ArrayList<>();
    for (String pair : Charsets.text(bytes, contentType).split("&")) {
      if (pair.isEmpty()) continue;
      String[] parts = pair.split("=", 2);
      entries.add(new Members.Entry(Utf8.decodeForm(parts[0]), parts.length < 2 ? "" : Utf8.decodeForm(parts[1])));
    }
    return fields.read(entries);
  }

  @Override
  byte[] encode(JsonNode value) {
    List<String> pairs = new ArrayList<>();
    for (Members.Entry field : entries(value)) pairs.add(encode(field.name()) + "=" + encode(field.text()));
    return Utf8.bytes(String.join("&", pairs));
  }

  /** The fields of a form as texts. Text has no null: a handler could not tell it from the word. */
  private static List<Members.Entry> entries(JsonNode form) {
    List<Members.Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : form.properties()) {
      for (JsonNode item : field.getValue().isArray() ? field.getValue() : List.of(field.getValue())) {
        if (item.isNull()) throw nullField(field.getKey());
        entries.add(new Members.Entry(field.getKey(), text(item)));
      }
    }
    return entries;
  }

  static IllegalArgumentException nullField(String name) {
    return new IllegalArgumentException("the field '" + name + "' of a form cannot hold null");
  }

  static String text(JsonNode value) {
    if (value.isContainerNode()) return Json.text(value);
    return value.isNumber() ? Convert.Numbers.text(value) : value.asText();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
