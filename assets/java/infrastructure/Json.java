package com.example.infra;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.type.MapType;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;

/** Reads JSON, and writes it as JSON.stringify does: an app synthesizes the same document in every language. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper()
      .findAndRegisterModules()
      .registerModule(new SimpleModule().setSerializerModifier(new MapOrder()))
      .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

  private Json() {}

  static JsonNode read(InputStream source) throws IOException {
    return MAPPER.readTree(source);
  }

  /**
   * A value as JSON: maps, lists, texts, numbers, truth values, null, and whatever else Jackson can make such of.
   *
   * @throws IllegalArgumentException when Jackson cannot
   */
  static String write(Object value) {
    StringBuilder text = new StringBuilder();
    writeNode(MAPPER.valueToTree(value), text);
    return text.toString();
  }

  private static void writeNode(JsonNode node, StringBuilder text) {
    switch (node.getNodeType()) {
      case OBJECT -> writeObject(node, text);
      case ARRAY -> writeArray(node, text);
      case STRING, BINARY -> writeText(node.asText(), text);
      case NUMBER -> text.append(number(node));
      case BOOLEAN -> text.append(node.booleanValue());
      case POJO, MISSING, NULL -> text.append("null");
    }
  }

  private static void writeObject(JsonNode node, StringBuilder text) {
    String separator = "{";
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      text.append(separator);
      writeText(member.getKey(), text);
      text.append(':');
      writeNode(member.getValue(), text);
      separator = ",";
    }
    text.append(node.isEmpty() ? "{}" : "}");
  }

  private static void writeArray(JsonNode node, StringBuilder text) {
    String separator = "[";
    for (JsonNode item : node) {
      text.append(separator);
      writeNode(item, text);
      separator = ",";
    }
    text.append(node.isEmpty() ? "[]" : "]");
  }

  private static void writeText(String value, StringBuilder text) {
    text.append('"');
    for (int index = 0; index < value.length(); index++) {
      char character = value.charAt(index);
      switch (character) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (character < ' ' || isLoneSurrogate(value, index)) text.append(String.format("\\u%04x", (int) character));
          else text.append(character);
        }
      }
    }
    text.append('"');
  }

  private static boolean isLoneSurrogate(String text, int index) {
    char character = text.charAt(index);
    if (Character.isHighSurrogate(character)) {
      return index + 1 == text.length() || !Character.isLowSurrogate(text.charAt(index + 1));
    }
    return Character.isLowSurrogate(character) && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
  }

  private static String number(JsonNode node) {
    if (node.isIntegralNumber()) return node.asText();
    if (node.isDouble()) return number(node.doubleValue());
    if (node.isFloat() && !Float.isFinite(node.floatValue())) return "null";
    BigDecimal exact = node.isFloat() ? new BigDecimal(Float.toString(node.floatValue())) : node.decimalValue();
    String text = number(exact.doubleValue());
    // A number with more digits than JavaScript could keep has no other form there: none of them is dropped.
    return !text.equals("null") && new BigDecimal(text).compareTo(exact) == 0 ? text : exact.toString();
  }

  /** As ECMA-262 writes numbers (Number::toString). */
  static String number(double value) {
    if (!Double.isFinite(value)) return "null";
    if (value == 0) return "0";
    if (value < 0) return "-" + number(-value);
    BigDecimal shortest = shortest(value).stripTrailingZeros();
    String digits = shortest.unscaledValue().toString();
    int count = digits.length();
    int point = count - shortest.scale();
    if (point > 21 || point <= -6) {
      String fraction = count == 1 ? "" : "." + digits.substring(1);
      return digits.charAt(0) + fraction + "e" + (point > 0 ? "+" : "") + (point - 1);
    }
    if (point <= 0) return "0." + "0".repeat(-point) + digits;
    if (point >= count) return digits + "0".repeat(point - count);
    return digits.substring(0, point) + "." + digits.substring(point);
  }

  /** The shortest decimal that is read as this number; of several, the nearest to it. */
  private static BigDecimal shortest(double value) {
    BigDecimal exact = new BigDecimal(value);
    for (int precision = 1; precision < 17; precision++) {
      // Below a power of two, numbers are denser: the nearest decimal may be another number where the next one is not.
      for (RoundingMode mode : new RoundingMode[] {RoundingMode.HALF_EVEN, RoundingMode.CEILING, RoundingMode.FLOOR}) {
        BigDecimal rounded = exact.round(new MathContext(precision, mode));
        if (rounded.doubleValue() == value) return rounded;
      }
    }
    return exact.round(new MathContext(17, RoundingMode.HALF_EVEN));
  }

  /** Sorts maps that have no order: those of {@code Map.of} have another one in every run. */
  private static final class MapOrder extends BeanSerializerModifier {
    private static final long serialVersionUID = 1L;

    @Override
    public JsonSerializer<?> modifyMapSerializer(
        SerializationConfig config, MapType type, BeanDescription description, JsonSerializer<?> serializer) {
      boolean isOrdered = type.isTypeOrSubTypeOf(LinkedHashMap.class) || type.isTypeOrSubTypeOf(SortedMap.class);
      return isOrdered ? serializer : new StdDelegatingSerializer(new Sorting());
    }
  }

  private static final class Sorting extends StdConverter<Map<?, ?>, LinkedHashMap<Object, Object>> {
    @Override
    public LinkedHashMap<Object, Object> convert(Map<?, ?> map) {
      LinkedHashMap<Object, Object> sorted = new LinkedHashMap<>();
      map.entrySet().stream()
          .sorted(Comparator.comparing(entry -> String.valueOf(entry.getKey())))
          .forEachOrdered(entry -> sorted.put(entry.getKey(), entry.getValue()));
      return sorted;
    }
  }
}
