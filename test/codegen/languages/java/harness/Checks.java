package com.example.pets.infra;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the tests ask of the support of an infrastructure package, which is visible to its Java package only. */
public final class Checks {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private Checks() {}

  /** Runs one of the checks: {@code json}, {@code numbers}, {@code values} or {@code directory}. */
  public static void main(String[] args) throws IOException {
    switch (args[0]) {
      case "json" -> lines().forEach(line -> OUT.println(rewrite(line)));
      case "numbers" -> lines().forEach(line -> OUT.println(Json.write(Double.longBitsToDouble(Long.parseUnsignedLong(line)))));
      case "values" -> values().forEach(value -> OUT.println(Json.write(value)));
      default -> OUT.println(directory());
    }
  }

  private record Pet(String name, Integer age) {}

  private static List<Object> values() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("z", 1.0);
    map.put("a", null);
    map.put("é\u2028\ud83d\udc08\ud800\"\\\b\f\n\r\t\u0001/", List.of(1, 2L, true));
    return Arrays.asList(
        null,
        map,
        new int[] {1, 2},
        "text",
        'c',
        1.5f,
        0.1f,
        -0.0,
        Double.NaN,
        Float.POSITIVE_INFINITY,
        new BigDecimal("1.10"),
        new BigDecimal("1E+30"),
        new BigDecimal("0.1234567890123456789012345"),
        Long.MAX_VALUE,
        new Pet("Rex", null),
        Instant.EPOCH,
        List.of(),
        Map.of(),
        List.of(Map.of("c", Map.of("b", 1, "a", 2), "b", 3, "a", 4, "d", 5)));
  }

  private static String rewrite(String json) {
    try {
      return Json.write(Json.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8))));
    } catch (IOException error) {
      return error.toString();
    }
  }

  private static String directory() {
    try {
      return ApiDirectory.find(
              "sayHello", "handlers/typescript/src/say-hello.ts", "handlers/typescript/dist/lambda/say-hello")
          .toString();
    } catch (IllegalStateException error) {
      return error.getMessage();
    }
  }

  private static List<String> lines() {
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).lines().toList();
  }
}
