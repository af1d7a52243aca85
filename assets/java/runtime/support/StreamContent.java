package com.example.runtime.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A media type of a body that is a stream of items. Its value is the list of them. */
public final class StreamContent extends Content {
  /** How items follow each other. */
  public enum Format {
    /** Server-sent events whose data is JSON. */
    JSON_EVENTS,
    /** Server-sent events whose data is text. A text that stands for itself is an event with nothing else. */
    TEXT_EVENTS,
    /** JSON values, each on a line of its own. */
    JSON_LINES,
    /** JSON values, each behind a record separator. */
    JSON_SEQUENCE
  }

  private final Format format;
  private Check checkData;
  private Check checkEvent;

  StreamContent(String mediaType, Format format) {
    super(mediaType, mediaType);
    this.format = format;
  }

  /** What each item has to be; of an event, its data. */
  @Override
  public StreamContent checkedBy(Check check) {
    checkData = check;
    return this;
  }

  /** What each event has to be, where the model says more of it than of its data. */
  public StreamContent eventsCheckedBy(Check check) {
    checkEvent = check;
    return this;
  }

  Format format() {
    return format;
  }

  @Override
  boolean isStream() {
    return true;
  }

  @Override
  JsonNode decode(byte[] bytes, String contentType) throws UnreadableBodyException {
    throw new UnreadableBodyException("is not read as a stream");
  }

  @Override
  byte[] encode(JsonNode items) {
    StringBuilder text = new StringBuilder();
    items.forEach(item -> text.append(encodeItem(item)));
    return Utf8.bytes(text.toString());
  }

  @Override
  void check(JsonNode value, String at, List<Violation> report) {
    if (value == null) return;
    if (!value.isArray()) {
      report.add(new Violation(at, "type", "must be a stream of items: an Iterable of them"));
      return;
    }
    for (int index = 0; index < value.size(); index++) checkItem(value.get(index), at + "/" + index, report);
  }

  private boolean isEvents() {
    return format == Format.JSON_EVENTS || format == Format.TEXT_EVENTS;
  }

  private void checkItem(JsonNode item, String at, List<Violation> report) {
    if (isEvents()) checkEvent(toEvent(item), at, report);
    else if (checkData != null) checkData.check(item, at, report);
  }

  private void checkEvent(JsonNode event, String at, List<Violation> report) {
    if (!event.isObject()) {
      report.add(new Violation(at, "type", "must be an event, such as { data }"));
      return;
    }
    checkLine(event.get("event"), at + "/event", report);
    checkLine(event.get("id"), at + "/id", report);
    JsonNode retry = event.get("retry");
    if (retry != null && !(isInteger(retry) && retry.doubleValue() >= 0)) {
      report.add(new Violation(at + "/retry", "type", "must be a number of milliseconds"));
    }
    if (checkEvent != null) checkEvent.check(event, at, report);
    else if (event.get("data") == null) report.add(new Violation(at + "/data", "required", "is required"));
    if (checkData != null) checkData.check(event.get("data"), at + "/data", report);
  }

  private static boolean isInteger(JsonNode value) {
    return value.isNumber() && value.doubleValue() % 1 == 0;
  }

  /** A line break would begin another field, and clients drop an id with a null. */
  private static void checkLine(JsonNode value, String at, List<Violation> report) {
    if (value == null) return;
    if (!value.isTextual()) report.add(new Violation(at, "type", "must be a string"));
    else if (value.textValue().chars().anyMatch(each -> each == '\r' || each == '\n' || each == 0)) {
      report.add(new Violation(at, "pattern", "must be one line"));
    }
  }

  private JsonNode toEvent(JsonNode item) {
    if (format != Format.TEXT_EVENTS || !item.isTextual()) return item;
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    return event.set("data", item);
  }

  private String encodeItem(JsonNode item) {
    return switch (format) {
      case JSON_LINES -> Json.text(item) + "\n";
      case JSON_SEQUENCE -> "\u001e" + Json.text(item) + "\n";
      case JSON_EVENTS, TEXT_EVENTS -> encodeEvent(toEvent(item));
    };
  }

  /** @see <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream">HTML</a> */
  private String encodeEvent(JsonNode event) {
    StringBuilder text = new StringBuilder();
    for (String name : List.of("event", "id", "retry")) {
      JsonNode value = event.get(name);
      if (value != null) text.append(name).append(": ").append(FormContent.text(value)).append('\n');
    }
    JsonNode data = event.get("data");
    if (data != null) {
      String lines = format == Format.TEXT_EVENTS ? FormContent.text(data) : Json.text(data);
      for (String line : lines.split("\r\n|\r|\n", -1)) text.append("data: ").append(line).append('\n');
    }
    return text.append('\n').toString();
  }
}
