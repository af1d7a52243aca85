package com.example.runtime.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;

/** Numbers and texts as ECMA-262 writes them, so that messages are the same in every language. */
final class JsonText {
  private static final int MOST_DIGITS = 17;

  private JsonText() {}

  /** A text between quotes, as JSON.stringify writes it. */
  static String quoted(String value) {
    StringBuilder text = new StringBuilder(value.length() + 2).append('"');
    value.codePoints().forEach(point -> appendEscaped(text, point));
    return text.append('"').toString();
  }

  private static void appendEscaped(StringBuilder text, int point) {
    switch (point) {
      case '"' -> text.append("\\\"");
      case '\\' -> text.append("\\\\");
      case '\b' -> text.append("\\b");
      case '\f' -> text.append("\\f");
      case '\n' -> text.append("\\n");
      case '\r' -> text.append("\\r");
      case '\t' -> text.append("\\t");
      default -> {
        boolean isHalf = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        if (point < ' ' || isHalf) text.append(String.format("\\u%04x", point));
        else text.appendCodePoint(point);
      }
    }
  }

  /** A number as Number::toString of ECMA-262 writes it. */
  static String number(double value) {
    if (value == 0) return "0";
    if (value < 0) return "-" + number(-value);
    if (!Double.isFinite(value)) return Double.toString(value);
    BigDecimal shortest = shortest(value);
    String digits = shortest.unscaledValue().toString();
    int point = digits.length() - shortest.scale();
    if (point > 21 || point <= -6) return scientific(digits, point - 1);
    if (point <= 0) return "0." + "0".repeat(-point) + digits;
    if (point >= digits.length()) return digits + "0".repeat(point - digits.length());
    return digits.substring(0, point) + "." + digits.substring(point);
  }

  private static String scientific(String digits, int exponent) {
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    return digits.charAt(0) + fraction + "e" + (exponent > 0 ? "+" : "") + exponent;
  }

  /** The decimal with the fewest digits that is read as this number, without zeros at its end; of several, the nearest. */
  static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int precision = 1; precision < MOST_DIGITS; precision++) {
      // Numbers are denser below a power of two: the nearest decimal may be another number where its neighbour is not.
      for (RoundingMode mode : new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.CEILING, RoundingMode.FLOOR}) {
        BigDecimal rounded = exact.round(new MathContext(precision, mode));
        if (rounded.doubleValue() == value) return rounded.stripTrailingZeros();
      }
    }
    return exact.round(new MathContext(MOST_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
  }

  /** A text that is the same for equal values, whatever the order of members and the form of numbers. */
  static String canonical(JsonNode value) {
    StringBuilder text = new StringBuilder();
    appendCanonical(text, value);
    return text.toString();
  }

  private static void appendCanonical(StringBuilder text, JsonNode value) {
    if (value.isObject()) {
      Map<String, JsonNode> sorted = new TreeMap<>();
      value.properties().forEach(member -> sorted.put(member.getKey(), member.getValue()));
      text.append('{');
      sorted.forEach((name, member) -> {
        text.append(quoted(name)).append(':');
        appendCanonical(text, member);
        text.append(',');
      });
      text.append('}');
    } else if (value.isArray()) {
      text.append('[');
      for (JsonNode item : value) {
        appendCanonical(text, item);
        text.append(',');
      }
      text.append(']');
    } else if (value.isNumber()) {
      // Zero has one form.
      text.append(value.doubleValue() + 0.0);
    } else {
      text.append(value.isTextual() ? quoted(value.textValue()) : value.asText());
    }
  }
}
