package com.example.runtime.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The members of an object that came as texts, and how each becomes a value. Those that are not named are texts. */
public final class Members {
  private final Map<String, Reader> readers = new LinkedHashMap<>();
  private boolean isOpen;

  private Members() {}

  /** Makes the value of a member of the texts that it came with. */
  @FunctionalInterface
  private interface Reader {
    JsonNode read(List<String> texts);
  }

  /** Members that are texts. */
  public static Members of(String... names) {
    Members members = new Members();
    for (String name : names) members.one(name, Convert.TEXT);
    return members;
  }

  /** A member with one value; the last wins. */
  public Members one(String name, Convert convert) {
    readers.put(name, texts -> convert.convert(texts.get(texts.size() - 1)));
    return this;
  }

  /** A member that is a list. */
  public Members many(String name, Convert convert) {
    readers.put(name, texts -> list(texts, convert));
    return this;
  }

  /** A member that is one value or a list. */
  public Members oneOrMany(String name, Convert convert) {
    readers.put(name, texts -> listOrOne(texts, convert));
    return this;
  }

  /** There may be members that are not named here. */
  public Members open() {
    isOpen = true;
    return this;
  }

  boolean isOpen() {
    return isOpen;
  }

  Set<String> names() {
    return readers.keySet();
  }

  /** The object of what came, or null where nothing came. */
  ObjectNode read(List<Entry> entries) {
    if (entries == null) return null;
    Map<String, List<String>> texts = new LinkedHashMap<>();
    for (Entry entry : entries) texts.computeIfAbsent(entry.name(), name -> new ArrayList<>()).add(entry.text());
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    texts.forEach((name, values) -> {
      Reader reader = readers.get(name);
      String last = values.get(values.size() - 1);
      object.set(name, reader == null ? Convert.TEXT.convert(last) : reader.read(values));
    });
    return object;
  }

  static JsonNode list(List<String> texts, Convert convert) {
    if (texts == null) return null;
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    for (String text : texts) list.add(convert.convert(text));
    return list;
  }

  static JsonNode listOrOne(List<String> texts, Convert convert) {
    return texts != null && texts.size() == 1 ? convert.convert(texts.get(0)) : list(texts, convert);
  }

  /** A member as it came. */
  record Entry(String name, String text) {}
}
