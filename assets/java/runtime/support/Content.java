package com.example.runtime.support;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** A media type of a body: how its bytes become a value and back, and what the value has to be. */
public abstract class Content {
  private final String mediaType;
  private final String usual;
  private Check check = Checks.ANYTHING;

  /**
   * @param mediaType as in the model, where it may be a range such as {@code image/*}
   * @param usual what a body of a range is sent as
   */
  Content(String mediaType, String usual) {
    this.mediaType = mediaType;
    this.usual = usual;
  }

  /** What the value has to be: for handlers. Clients leave it to the server to say whether a request is valid. */
  public Content checkedBy(Check value) {
    check = value;
    return this;
  }

  /** The value of a body. */
  abstract JsonNode decode(byte[] bytes, String contentType) throws UnreadableBodyException;

  /** The body of a value. */
  abstract byte[] encode(JsonNode value);

  /** A body on its way: its bytes, their media type, and whether they are a text of UTF-8. */
  record Encoded(String contentType, byte[] bytes, boolean isText) {}

  /** The body of a value, with its media type. */
  Encoded toBody(JsonNode value) {
    return new Encoded(contentType(), encode(value), isText());
  }

  /** A range is not a media type that one can send. */
  String contentType() {
    return mediaType.contains("*") ? usual : mediaType;
  }

  boolean isText() {
    return true;
  }

  /** Whether the value is a list of items, which are sent one after the other. */
  boolean isStream() {
    return false;
  }

  String mediaType() {
    return mediaType;
  }

  void check(JsonNode value, String at, List<Violation> report) {
    check.check(value, at, report);
  }

  public static Content json(String mediaType) {
    return new JsonContent(mediaType);
  }

  /** A text, of which the conversion makes a value. */
  public static Content text(String mediaType, Convert convert) {
    return new TextContent(mediaType, convert);
  }

  public static Content binary(String mediaType) {
    return new BinaryContent(mediaType);
  }

  public static Content form(String mediaType, Members fields) {
    return form(mediaType, fields, StyledFields.NONE);
  }

  /** A form of which some fields are written as query parameters are. */
  public static Content form(String mediaType, Members fields, StyledFields styled) {
    return new FormContent(mediaType, fields, styled);
  }

  public static Content multipart(String mediaType, Parts parts) {
    return multipart(mediaType, parts, StyledFields.NONE);
  }

  /** A form of which some fields are written as query parameters are. */
  public static Content multipart(String mediaType, Parts parts, StyledFields styled) {
    return new MultipartContent(mediaType, parts, styled);
  }

  /** A stream of items. Of events, the check is that of their data, or of whole events where the model says more of them. */
  public static StreamContent stream(String mediaType, StreamContent.Format format) {
    return new StreamContent(mediaType, format);
  }

  /** The content that a media type asks for: the most exact one that matches; null where there is none. */
  static Content find(List<Content> contents, String contentType) {
    if (contentType == null) return contents.isEmpty() ? null : contents.get(0);
    String wanted = essence(contentType);
    String range = wanted.split("/", -1)[0] + "/*";
    for (String each : List.of(wanted, range, "*/*")) {
      for (Content content : contents) if (essence(content.mediaType).equals(each)) return content;
    }
    if (!isJson(wanted)) return null;
    return contents.stream().filter(content -> isJson(essence(content.mediaType))).findFirst().orElse(null);
  }

  /** A media type without its parameters. */
  static String essence(String mediaType) {
    return mediaType.split(";", 2)[0].trim().toLowerCase(Locale.ROOT);
  }

  static boolean isJson(String mediaType) {
    return mediaType.equals("application/json") || mediaType.endsWith("+json");
  }

  /** A body cannot be read. The message says what is wrong with its bytes. */
  static final class UnreadableBodyException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableBodyException(String message) {
      super(message);
    }
  }

  private static final class JsonContent extends Content {
    JsonContent(String mediaType) {
      super(mediaType, "application/json");
    }

    @Override
    JsonNode decode(byte[] bytes, String contentType) throws UnreadableBodyException {
      String text = Charsets.text(bytes, contentType);
      try {
        return Json.parse(text.startsWith("\ufeff") ? text.substring(1) : text);
      } catch (StreamConstraintsException error) {
        throw new UnreadableBodyException("is nested too deeply");
      } catch (JsonProcessingException error) {
        JsonLocation at = error.getLocation();
        String where = at == null ? "" : ": see line " + at.getLineNr() + ", column " + at.getColumnNr();
        throw new UnreadableBodyException("is not valid JSON" + where);
      }
    }

    @Override
    byte[] encode(JsonNode value) {
      return Utf8.bytes(Json.text(value));
    }
  }

  private static final class TextContent extends Content {
    private final Convert convert;

    TextContent(String mediaType, Convert convert) {
      super(mediaType, "text/plain");
      this.convert = convert;
    }

    @Override
    JsonNode decode(byte[] bytes, String contentType) throws UnreadableBodyException {
      return convert.convert(Charsets.text(bytes, contentType));
    }

    @Override
    byte[] encode(JsonNode value) {
      return Utf8.bytes(FormContent.text(value));
    }
  }

  private static final class BinaryContent extends Content {
    BinaryContent(String mediaType) {
      super(mediaType, "application/octet-stream");
    }

    @Override
    JsonNode decode(byte[] bytes, String contentType) {
      return BinaryNode.valueOf(bytes);
    }

    @Override
    byte[] encode(JsonNode value) {
      try {
        return value.isBinary() ? value.binaryValue() : Utf8.bytes(value.asText());
      } catch (IOException error) {
        throw new UncheckedIOException(error);
      }
    }

    @Override
    boolean isText() {
      return false;
    }
  }
}
