package com.example.runtime.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.regex.Pattern;

/** Makes a value of a text. What it cannot convert stays a text, and the check that follows says what is wrong. */
@FunctionalInterface
public interface Convert {
  Convert TEXT = TextNode::valueOf;

  Convert NUMBER = text -> Numbers.isNumber(text) ? Numbers.read(text) : TextNode.valueOf(text);

  /** Where a text is as good as a number: only what a number is written as is one, so that {@code 01} stays as it is. */
  Convert PLAIN_NUMBER = text -> Numbers.isPlain(text) ? Numbers.read(text) : TextNode.valueOf(text);

  Convert BOOLEAN = text ->
      text.equals("true") || text.equals("false") ? BooleanNode.valueOf(text.equals("true")) : TextNode.valueOf(text);

  Convert NULL = text -> text.isEmpty() || text.equals("null") ? NullNode.instance : TextNode.valueOf(text);

  /** A text that is not JSON stays a text. */
  Convert JSON = text -> {
    try {
      return Json.parse(text);
    } catch (JsonProcessingException error) {
      return TextNode.valueOf(text);
    }
  };

  JsonNode convert(String text);

  /** The first conversion that makes something else of the text. */
  static Convert first(Convert... converts) {
    return text -> {
      TextNode unchanged = TextNode.valueOf(text);
      for (Convert each : converts) {
        JsonNode value = each.convert(text);
        if (!value.equals(unchanged)) return value;
      }
      return unchanged;
    };
  }

  /** Numbers in texts. */
  final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?");
    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d{1,40}");

    private Numbers() {}

    static boolean isNumber(String text) {
      return NUMBER.matcher(text).matches();
    }

    static boolean isPlain(String text) {
      return isNumber(text) && text(read(text)).equals(text);
    }

    /** Integers keep all their digits. */
    static JsonNode read(String text) {
      if (!INTEGER.matcher(text).matches()) return DoubleNode.valueOf(Double.parseDouble(text));
      BigInteger value = new BigInteger(text);
      return value.bitLength() < Long.SIZE ? LongNode.valueOf(value.longValue()) : BigIntegerNode.valueOf(value);
    }

    static String text(JsonNode number) {
      return number.isIntegralNumber() ? number.asText() : JsonText.number(number.doubleValue());
    }
  }
}
