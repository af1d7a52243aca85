package com.example.driver;

import com.example.runtime.support.Check;
import com.example.runtime.support.Json;
import com.example.runtime.support.Violation;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Checks values and turns valid ones into those of Java and back. A line of the input is the key of an entry and a value; the line of the output
 * says what is wrong with it and what came back.
 */
public final class Driver {
  /** The check of a schema, and what becomes of a value that is turned into one of Java. */
  private record Entry(Check check, UnaryOperator<JsonNode> there) {}

  /** Halves of characters have no place in a file, but as escapes. */
  private static final ObjectWriter TEXTS = Json.MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private final Map<String, Entry> entries = new HashMap<>();

  /** Adds a schema. */
  public void add(String key, Check check, UnaryOperator<JsonNode> there) {
    entries.put(key, new Entry(check, there));
  }

  /** Answers every line of a file. */
  public void run(Path input, Path output) throws IOException {
    try (BufferedReader in = Files.newBufferedReader(input); BufferedWriter out = Files.newBufferedWriter(output)) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        JsonNode asked = Json.parse(line);
        out.write(TEXTS.writeValueAsString(answer(entries.get(asked.get("key").asText()), asked.get("value"))));
        out.newLine();
      }
    }
  }

  private static JsonNode answer(Entry entry, JsonNode value) {
    ObjectNode answer = Json.MAPPER.createObjectNode();
    ArrayNode violations = answer.putArray("violations");
    for (Violation violation : entry.check.violationsOf(value)) {
      violations.addObject()
          .put("pointer", violation.pointer())
          .put("constraint", violation.constraint())
          .put("message", violation.message());
    }
    if (violations.isEmpty()) {
      try {
        answer.set("back", entry.there.apply(value));
      } catch (IllegalArgumentException error) {
        answer.put("error", error.getMessage());
      }
    }
    return answer;
  }
}
