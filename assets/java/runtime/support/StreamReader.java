package com.example.runtime.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * Makes items of the bytes of a body, each as soon as it is there.
 *
 * @param <Item> what is made
 */
final class StreamReader<Item> implements Iterator<Item> {
  private final Reader reader;
  private final StreamContent.Format format;
  private final Function<JsonNode, Item> read;
  private boolean isAfterReturn;
  private boolean isOver;
  private Item next;

  StreamReader(InputStream bytes, StreamContent.Format format, Function<JsonNode, Item> read) {
    // Not the one that fills a buffer before it gives anything.
    reader = new InputStreamReader(bytes, StandardCharsets.UTF_8);
    this.format = format;
    this.read = read;
  }

  @Override
  public boolean hasNext() {
    if (next == null && !isOver) {
      try {
        JsonNode item = switch (format) {
          case JSON_EVENTS, TEXT_EVENTS -> readEvent();
          case JSON_LINES -> readSeparated('\n');
          case JSON_SEQUENCE -> readSeparated('\u001e');
        };
        if (item == null) isOver = true;
        else next = read.apply(item);
      } catch (IOException error) {
        throw new UncheckedIOException(error);
      }
    }
    return next != null;
  }

  @Override
  public Item next() {
    if (!hasNext()) throw new NoSuchElementException();
    Item item = next;
    next = null;
    return item;
  }

  private JsonNode parse(String text) {
    try {
      return Json.parse(text);
    } catch (JsonProcessingException error) {
      throw new IllegalArgumentException("an item is not valid JSON: " + error.getOriginalMessage(), error);
    }
  }

  /** JSON values between separators; what is blank does not count. */
  private JsonNode readSeparated(char separator) throws IOException {
    for (String text = readUntil(separator); text != null; text = readUntil(separator)) {
      if (text.isBlank()) continue;
      boolean isCut = separator != '\n' && !Character.isWhitespace(text.charAt(text.length() - 1));
      // The rest of 123 may be 4 that did not come.
      if (isCut && "\"[{".indexOf(text.stripLeading().charAt(0)) < 0) {
        throw new IllegalArgumentException("the last item is cut off");
      }
      return parse(text);
    }
    return null;
  }

  private String readUntil(char separator) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int each = reader.read(); each != separator; each = reader.read()) {
      if (each < 0) return text.isEmpty() ? null : text.toString();
      text.append((char) each);
    }
    return text.toString();
  }

  /** @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation">HTML</a> */
  private JsonNode readEvent() throws IOException {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    List<String> data = new ArrayList<>();
    for (String line = readLine(); line != null; line = readLine()) {
      if (line.isEmpty()) {
        if (!data.isEmpty()) {
          String text = String.join("\n", data);
          return event.set("data", format == StreamContent.Format.TEXT_EVENTS ? TextNode.valueOf(text) : parse(text));
        }
        event.removeAll();
      } else {
        addField(event, data, line);
      }
    }
    return null;
  }

  private static void addField(ObjectNode event, List<String> data, String line) {
    int colon = line.indexOf(':');
    String name = colon < 0 ? line : line.substring(0, colon);
    String rest = colon < 0 ? "" : line.substring(colon + 1);
    String value = rest.startsWith(" ") ? rest.substring(1) : rest;
    switch (name) {
      case "data" -> data.add(value);
      case "event" -> {
        if (!value.isEmpty()) event.put("event", value);
      }
      case "id" -> {
        if (value.indexOf(0) < 0) event.put("id", value);
      }
      case "retry" -> {
        if (value.matches("\\d{1,18}")) event.put("retry", Long.parseLong(value));
      }
      default -> { }
    }
  }

  /** Lines end with a carriage return, a line feed, or both. A line is told at its end, without a look at what follows. */
  private String readLine() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int each = reader.read(); ; each = reader.read()) {
      boolean isRest = each == '\n' && isAfterReturn;
      isAfterReturn = each == '\r';
      if (isRest) continue;
      if (each < 0) return line.isEmpty() ? null : line.toString();
      if (each == '\n' || each == '\r') return line.toString();
      line.append((char) each);
    }
  }
}
