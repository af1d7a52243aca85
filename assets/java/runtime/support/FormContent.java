package com.example.runtime.support;

import com.example.runtime.support.Members.Entry;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code application/x-www-form-urlencoded}: lists repeat their field, and objects are JSON. */
final class FormContent extends Content {
  private final Members fields;
  private final StyledFields styled;

  FormContent(String mediaType, Members fields, StyledFields styled) {
    super(mediaType, "application/x-www-form-urlencoded");
    this.fields = fields;
    this.styled = styled;
  }

  @Override
  JsonNode decode(byte[] bytes, String contentType) throws UnreadableBodyException {
    List<Entry> entries = parse(Charsets.text(bytes, contentType));
    ObjectNode form = fields.read(entries.stream().filter(each -> styled.isOther(each.name())).toList());
    return form.setAll(styled.read(entries));
  }

  /** The names and values of a form, or of a query. */
  static List<Entry> parse(String text) {
    List<Entry> entries = new ArrayList<>();
    for (String pair : text.split("&")) {
      if (pair.isEmpty()) continue;
      String[] parts = pair.split("=", 2);
      entries.add(new Entry(Utf8.decodeForm(parts[0]), parts.length < 2 ? "" : Utf8.decodeForm(parts[1])));
    }
    return entries;
  }

  @Override
  byte[] encode(JsonNode value) {
    List<String> pairs = new ArrayList<>();
    for (Entry field : entries(value)) pairs.add(encode(field.name()) + "=" + encode(field.text()));
    return Utf8.bytes(String.join("&", pairs));
  }

  /** The fields as texts. Text has no null: a handler could not tell it from the word. */
  private List<Entry> entries(JsonNode form) {
    List<Entry> entries = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : form.properties()) {
      if (styled.has(field.getKey())) continue;
      for (JsonNode item : field.getValue().isArray() ? field.getValue() : List.of(field.getValue())) {
        if (item.isNull()) throw nullField(field.getKey());
        entries.add(new Entry(field.getKey(), text(item)));
      }
    }
    entries.addAll(styled.write(form));
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
