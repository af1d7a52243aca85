package com.example.runtime.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads and writes JSON, and turns trees into values of the models and back. */
public final class Json {
  /** Reads and writes all values of this package. */
  public static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder()
              .maxStringLength(Integer.MAX_VALUE)
              .maxNumberLength(Integer.MAX_VALUE)
              .build())
          .build())
      .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
      .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
      .build();

  private Json() {}

  /**
   * Reads a text as JSON.
   *
   * @param text the whole of it
   * @return its value
   * @throws JsonProcessingException for a text that is no JSON, an empty one among them
   */
  public static JsonNode parse(String text) throws JsonProcessingException {
    JsonNode value = MAPPER.readTree(text);
    if (value.isMissingNode()) throw new JsonProcessingException("there is nothing in it") {
      private static final long serialVersionUID = 1L;
    };
    return value;
  }

  /**
   * Turns a tree into a value of a class.
   *
   * @param <T> what it becomes
   * @param value the tree; null is null
   * @param type the class of the value
   * @return the value
   * @throws UnreadableValueException for a tree that the class cannot hold
   */
  public static <T> T read(JsonNode value, Class<T> type) {
    try {
      return MAPPER.treeToValue(value, type);
    } catch (JsonProcessingException error) {
      throw UnreadableValueException.of(error);
    }
  }

  /**
   * Turns a tree into a value of a type with parameters.
   *
   * @param <T> what it becomes
   * @param value the tree; null is null
   * @param type the type of the value
   * @return the value
   * @throws UnreadableValueException for a tree that the type cannot hold
   */
  public static <T> T read(JsonNode value, TypeReference<T> type) {
    if (value == null) return null;
    try {
      return MAPPER.readerFor(type).readValue(value);
    } catch (JsonProcessingException error) {
      throw UnreadableValueException.of(error);
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }

  /**
   * Turns a value of a model into a tree.
   *
   * @param value any value that Jackson can write; null is none
   * @return the tree, or null
   */
  public static JsonNode write(Object value) {
    return value == null ? null : MAPPER.valueToTree(value);
  }

  /**
   * Writes a tree as JSON.
   *
   * @param value the tree
   * @return its text, without white space between values
   */
  public static String text(JsonNode value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException error) {
      throw new IllegalArgumentException(error.getOriginalMessage(), error);
    }
  }

  /** Reads JSON that is part of generated code. */
  static JsonNode literal(String text) {
    try {
      return parse(text);
    } catch (JsonProcessingException error) {
      throw new IllegalArgumentException(error.getOriginalMessage(), error);
    }
  }
}
