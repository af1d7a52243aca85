package com.example.runtime.support;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Texts and their bytes, and texts in URLs. */
final class Utf8 {
  private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.!~*'()";

  private Utf8() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /**
   * A text as a part of a URL, as encodeURIComponent has it.
   *
   * @throws IllegalArgumentException for half of a character
   */
  static String encodeComponent(String text) {
    StringBuilder encoded = new StringBuilder();
    for (byte each : strictBytes(text)) {
      if (each > 0 && UNRESERVED.indexOf(each) >= 0) encoded.append((char) each);
      else encoded.append(String.format("%%%02X", each & 0xff));
    }
    return encoded.toString();
  }

  /** A part of a URL as a text. One with a {@code %} that starts no escape is left as it is. */
  static String decodeComponent(String text) {
    if (text.indexOf('%') < 0) return text;
    byte[] bytes = unescape(text, false);
    if (bytes == null) return text;
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException error) {
      return text;
    }
  }

  /** A name or value of a form; what is no escape stands for itself. */
  static String decodeForm(String text) {
    return text(unescape(text.replace('+', ' '), true));
  }

  private static byte[] strictBytes(String text) {
    try {
      ByteBuffer buffer = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    } catch (CharacterCodingException error) {
      throw new IllegalArgumentException("a URL cannot hold half of a character", error);
    }
  }

  /** The bytes of a text with its escapes replaced; null where one is broken, unless that is fine. */
  private static byte[] unescape(String text, boolean isLenient) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int index = 0; index < text.length(); ) {
      if (text.charAt(index) == '%') {
        int value = index + 3 <= text.length() ? hex(text.charAt(index + 1), text.charAt(index + 2)) : -1;
        if (value >= 0) {
          bytes.write(value);
          index += 3;
          continue;
        }
        if (!isLenient) return null;
      }
      int end = index + Character.charCount(text.codePointAt(index));
      bytes.writeBytes(bytes(text.substring(index, end)));
      index = end;
    }
    return bytes.toByteArray();
  }

  private static int hex(char high, char low) {
    int first = Character.digit(high, 16);
    int second = Character.digit(low, 16);
    return high > 'f' || low > 'f' || first < 0 || second < 0 ? -1 : first * 16 + second;
  }
}
