package com.example.runtime.support;

import com.example.runtime.support.Content.UnreadableBodyException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** A response off the wire, of which a response of the model is made. */
public final class Answer {
  private static final Set<String> TEXTS = Set.of("xml", "yaml", "javascript", "x-www-form-urlencoded");

  private final int statusCode;
  private final Headers headers;
  private final Content content;
  private final InputStream source;
  private final JsonNode body;
  private final ObjectNode headerValues;

  private Answer(
      int statusCode, Headers headers, Content content, InputStream source, JsonNode body, ObjectNode headerValues) {
    this.statusCode = statusCode;
    this.headers = headers;
    this.content = content;
    this.source = source;
    this.body = body;
    this.headerValues = headerValues;
  }

  /**
   * A response of which all values are there.
   *
   * @param mediaType that of the model which the body is of; null where it has one or none
   */
  public static Answer of(int statusCode, JsonNode body, String mediaType, Headers headers, ObjectNode headerValues) {
    Content content = mediaType == null ? null : Content.json(mediaType);
    return new Answer(statusCode, headers, content, null, body, headerValues);
  }

  static Answer read(int statusCode, Headers headers, InputStream source, Content content) {
    if (content != null && content.isStream()) return new Answer(statusCode, headers, content, source, null, null);
    try {
      String contentType = headers.get("content-type").orElse("");
      JsonNode body = decode(source.readAllBytes(), contentType, content);
      return new Answer(statusCode, headers, content, null, body, null);
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    } catch (UnreadableBodyException error) {
      throw new IllegalArgumentException("the body " + error.getMessage(), error);
    }
  }

  /** No bytes are no JSON, but as good as any text or file. */
  private static JsonNode decode(byte[] bytes, String contentType, Content content) throws UnreadableBodyException {
    Content chosen = content == null ? contentOf(Content.essence(contentType)) : content;
    boolean isJson = Content.isJson(Content.essence(chosen.mediaType()));
    if (bytes.length == 0 && (isJson || contentType.isEmpty())) return null;
    return chosen.decode(bytes, contentType);
  }

  /** How a body is read of which the model says nothing. */
  private static Content contentOf(String mediaType) {
    if (Content.isJson(mediaType)) return Content.json(mediaType);
    String ending = mediaType.substring(Math.max(mediaType.lastIndexOf('/'), mediaType.lastIndexOf('+')) + 1);
    boolean isText = mediaType.startsWith("text/") || TEXTS.contains(ending);
    return isText ? Content.text(mediaType, Convert.TEXT) : Content.binary(mediaType);
  }

  /** With the headers that the model describes. What their record cannot hold is left out: a date for a number makes an answer no worse. */
  Answer withHeaderValues(Parameters parameters, Class<?> type) {
    ObjectNode values = parameters.read(HeaderSource.of(headers));
    for (String name : values.properties().stream().map(Map.Entry::getKey).toList()) {
      try {
        Json.read(JsonNodeFactory.instance.objectNode().set(name, values.get(name)), type);
      } catch (UnreadableValueException error) {
        values.remove(name);
      }
    }
    return new Answer(statusCode, headers, content, source, body, values);
  }

  boolean isEmpty() {
    return body == null && source == null;
  }

  /** The body as a text or bytes where it is such, and as a tree where it is JSON. */
  Object untyped() {
    if (body == null) return null;
    try {
      if (body.isBinary()) return body.binaryValue();
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
    boolean isJson = Content.isJson(Content.essence(headers.get("content-type").orElse("")));
    return body.isTextual() && !isJson ? body.textValue() : body;
  }

  public int statusCode() {
    return statusCode;
  }

  public Headers headers() {
    return headers;
  }

  /** The value of the body; null where there is none. */
  public JsonNode body() {
    return body;
  }

  /** That of the model which the body is of; null where there is no body. */
  public String mediaType() {
    return content == null ? null : content.mediaType();
  }

  /** The headers that the model describes. */
  public ObjectNode headerValues() {
    return headerValues;
  }

  /** The items of a body that streams. */
  public <Item> ItemStream<Item> items(Function<JsonNode, Item> read) {
    if (source == null) return new ItemStream<>(InputStream.nullInputStream(), none -> mapped(body.iterator(), read));
    return new ItemStream<>(source, bytes -> new StreamReader<>(bytes, ((StreamContent) content).format(), read));
  }

  private static <Item> Iterator<Item> mapped(Iterator<JsonNode> items, Function<JsonNode, Item> read) {
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(items, 0), false).map(read).iterator();
  }
}
