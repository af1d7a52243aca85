package com.example.runtime.support;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;

/**
 * A value that the model allows has no place in its class: an integer of more than 64 bits, or a text where a schema without a type has the members
 * of an object.
 */
public final class UnreadableValueException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String pointer;
  private final String problem;

  private UnreadableValueException(String pointer, String problem, Throwable cause) {
    super((pointer.isEmpty() ? "" : "'" + pointer + "' ") + problem, cause);
    this.pointer = pointer;
    this.problem = problem;
  }

  static UnreadableValueException of(JsonProcessingException error) {
    String at = error instanceof JsonMappingException mapping ? pointerOf(mapping) : "";
    // The form of a union is read on its own.
    if (error.getCause() instanceof UnreadableValueException inner) {
      return new UnreadableValueException(at + inner.pointer, inner.problem, error);
    }
    boolean isBeyond = error.getOriginalMessage().startsWith("Numeric value");
    String problem = isBeyond ? "is an integer that is out of range" : "is of another type than its schema implies";
    return new UnreadableValueException(at, problem, error);
  }

  /**
   * Where the value is.
   *
   * @return a JSON pointer
   */
  public String pointer() {
    return pointer;
  }

  /**
   * What is wrong with it.
   *
   * @return as in "is an integer that is out of range"
   */
  public String problem() {
    return problem;
  }

  private static String pointerOf(JsonMappingException error) {
    StringBuilder pointer = new StringBuilder();
    for (JsonMappingException.Reference step : error.getPath()) {
      String name = step.getFieldName();
      pointer.append(name == null ? Pointers.item("", step.getIndex()) : Pointers.member("", name));
    }
    return pointer.toString();
  }
}
