package com.example.runtime.support;

import com.example.runtime.support.Content.UnreadableBodyException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fields of a multipart form, and how each becomes a value of the parts that it came with. Those that are not named are texts. */
public final class Parts {
  private static final Reader TEXT = parts -> text(parts.get(parts.size() - 1), Convert.TEXT);

  private final Map<String, Reader> readers = new LinkedHashMap<>();
  private final Map<String, String> types = new LinkedHashMap<>();

  private Parts() {}

  public static Parts of() {
    return new Parts();
  }

  /** One part of a form. */
  record Part(String name, String contentType, byte[] bytes) {
    String text() throws UnreadableBodyException {
      return Charsets.text(bytes, contentType);
    }
  }

  @FunctionalInterface
  private interface Reader {
    JsonNode read(List<Part> parts) throws UnreadableBodyException;
  }

  /** A field with one text. */
  public Parts text(String name, Convert convert) {
    readers.put(name, parts -> text(parts.get(parts.size() - 1), convert));
    return this;
  }

  /** A field that is a list of texts. */
  public Parts texts(String name, Convert convert) {
    readers.put(name, parts -> {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      for (Part part : parts) list.add(text(part, convert));
      return list;
    });
    return this;
  }

  /** A field with a file. */
  public Parts bytes(String name) {
    readers.put(name, parts -> BinaryNode.valueOf(parts.get(parts.size() - 1).bytes()));
    return this;
  }

  /** A field that is a list of files. */
  public Parts byteLists(String name) {
    readers.put(name, parts -> {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      for (Part part : parts) list.add(BinaryNode.valueOf(part.bytes()));
      return list;
    });
    return this;
  }

  /** The media type that a client sends the parts of a field with. */
  public Parts type(String name, String mediaType) {
    types.put(name, mediaType);
    return this;
  }

  /** The media type of the parts of a field; null where the model says none. */
  String typeOf(String name) {
    return types.get(name);
  }

  ObjectNode read(List<Part> parts) throws UnreadableBodyException {
    Map<String, List<Part>> byName = new LinkedHashMap<>();
    for (Part part : parts) byName.computeIfAbsent(part.name(), name -> new ArrayList<>()).add(part);
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    for (Map.Entry<String, List<Part>> field : byName.entrySet()) {
      form.set(field.getKey(), readers.getOrDefault(field.getKey(), TEXT).read(field.getValue()));
    }
    return form;
  }

  private static JsonNode text(Part part, Convert convert) throws UnreadableBodyException {
    return convert.convert(part.text());
  }
}
