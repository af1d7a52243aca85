package com.example.runtime.support;

import com.example.runtime.support.Parts.Part;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code multipart/form-data}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7578">RFC 7578</a>
 */
final class MultipartContent extends Content {
  private static final Pattern BOUNDARY =
      Pattern.compile(";\\s*boundary=(?:\"([^\"]+)\"|([^;\\s]+))", Pattern.CASE_INSENSITIVE);
  private static final Pattern DISPOSITION = Pattern.compile(
      "^content-disposition:[^\\r\\n]*?;\\s*name=(?:\"([^\"]*)\"|([^;\\s]+))",
      Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
  private static final Pattern TYPE =
      Pattern.compile("^content-type:\\s*([^\\r\\n]*)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private final Parts parts;
  private final StyledFields styled;

  MultipartContent(String mediaType, Parts parts, StyledFields styled) {
    super(mediaType, "multipart/form-data");
    this.parts = parts;
    this.styled = styled;
  }

  @Override
  JsonNode decode(byte[] bytes, String contentType) throws UnreadableBodyException {
    Matcher boundary = BOUNDARY.matcher(contentType);
    if (!boundary.find()) throw new UnreadableBodyException("is not a form: its content type has no 'boundary'");
    // A character for each byte.
    String body = "\r\n" + new String(bytes, StandardCharsets.ISO_8859_1);
    String delimiter = "\r\n--" + (boundary.group(1) == null ? boundary.group(2) : boundary.group(1));
    List<Part> found = new ArrayList<>();
    int start = body.indexOf(delimiter);
    while (start >= 0) {
      int end = body.indexOf(delimiter, start + delimiter.length());
      if (end < 0) break;
      found.add(readPart(body.substring(start + delimiter.length(), end)));
      start = end;
    }
    ObjectNode form = parts.read(found.stream().filter(part -> styled.isOther(part.name())).toList());
    List<Members.Entry> texts = new ArrayList<>();
    for (Part part : found) {
      if (!styled.isOther(part.name())) texts.add(new Members.Entry(part.name(), part.text()));
    }
    return form.setAll(styled.read(texts));
  }

  private static Part readPart(String raw) throws UnreadableBodyException {
    int end = raw.indexOf("\r\n\r\n");
    if (end < 0) throw new UnreadableBodyException("is not a form: a part has no headers");
    String headers = Utf8.text(raw.substring(0, end).getBytes(StandardCharsets.ISO_8859_1));
    Matcher disposition = DISPOSITION.matcher(headers);
    if (!disposition.find()) throw new UnreadableBodyException("is not a form: a part has no name");
    String name = disposition.group(1) == null ? disposition.group(2) : disposition.group(1);
    Matcher type = TYPE.matcher(headers);
    byte[] bytes = raw.substring(end + 4).getBytes(StandardCharsets.ISO_8859_1);
    return new Part(unescape(name), type.find() ? type.group(1) : "text/plain", bytes);
  }

  @Override
  byte[] encode(JsonNode value) {
    return toBody(value).bytes();
  }

  /** Lists are parts that repeat; bytes are files, and so is what has a media type of its own. */
  @Override
  Encoded toBody(JsonNode value) {
    String boundary = UUID.randomUUID().toString();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Map.Entry<String, JsonNode> field : value.properties()) {
      if (styled.has(field.getKey())) continue;
      for (JsonNode item : field.getValue().isArray() ? field.getValue() : List.of(field.getValue())) {
        if (item.isNull()) throw FormContent.nullField(field.getKey());
        writePart(out, boundary, field.getKey(), item);
      }
    }
    for (Members.Entry field : styled.write(value)) {
      writePart(out, boundary, field.name(), TextNode.valueOf(field.text()));
    }
    out.writeBytes(Utf8.bytes("--" + boundary + "--\r\n"));
    return new Encoded("multipart/form-data; boundary=" + boundary, out.toByteArray(), false);
  }

  private void writePart(ByteArrayOutputStream out, String boundary, String name, JsonNode item) {
    String type = parts.typeOf(name);
    String file = item.isBinary() || type != null ? "; filename=\"blob\"" : "";
    out.writeBytes(Utf8.bytes("--" + boundary + "\r\n"));
    out.writeBytes(Utf8.bytes("Content-Disposition: form-data; name=\"" + escape(name) + "\"" + file + "\r\n"));
    if (!file.isEmpty()) {
      out.writeBytes(Utf8.bytes("Content-Type: " + (type == null ? "application/octet-stream" : type) + "\r\n"));
    }
    out.writeBytes(Utf8.bytes("\r\n"));
    out.writeBytes(item.isBinary() ? bytes(item) : Utf8.bytes(FormContent.text(item)));
    out.writeBytes(Utf8.bytes("\r\n"));
  }

  private static byte[] bytes(JsonNode item) {
    try {
      return item.binaryValue();
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  /** Forms escape the characters that would end a name. */
  private static String escape(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String unescape(String name) {
    return name.replace("%22", "\"").replaceAll("(?i)%0D", "\r").replaceAll("(?i)%0A", "\n");
  }
}
