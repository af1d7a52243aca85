package com.example.runtime.support;

import com.example.runtime.support.Content.UnreadableBodyException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The characters of bodies. */
final class Charsets {
  private static final Pattern CHARSET = Pattern.compile(";\\s*charset=\"?([^\";\\s]+)", Pattern.CASE_INSENSITIVE);

  /** What the web reads as windows-1252, whose printable characters are a superset of theirs. */
  private static final Set<String> LATIN = Set.of("ascii", "us-ascii", "iso-8859-1", "latin1");

  private Charsets() {}

  /** The characters of a body, in the charset of its media type. */
  static String text(byte[] bytes, String contentType) throws UnreadableBodyException {
    Matcher found = CHARSET.matcher(contentType);
    if (!found.find()) return Utf8.text(bytes);
    return new String(bytes, find(found.group(1)));
  }

  private static Charset find(String name) throws UnreadableBodyException {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.equals("utf-8")) return StandardCharsets.UTF_8;
    try {
      return Charset.forName(LATIN.contains(lower) ? "windows-1252" : name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException error) {
      throw new UnreadableBodyException("cannot be read: the charset '" + name + "' is not known");
    }
  }
}
