package com.example.runtime.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds every way in which a JSON value is not what the model says. A value that is not there is {@code null}: checks find nothing wrong with it, since
 * whether it has to be there is for the object that it would be a member of to say.
 */
@FunctionalInterface
public interface Check {
  /**
   * Adds what is wrong with a value to a report.
   *
   * @param value the value, or null where there is none
   * @param at where it stands, as a JSON pointer
   * @param report gets the violations
   */
  void check(JsonNode value, String at, List<Violation> report);

  /**
   * All violations of a value that has to be there.
   *
   * @param value the value, or null where there is none
   * @return nothing for a value that is valid
   */
  default List<Violation> violationsOf(JsonNode value) {
    if (value == null) return List.of(new Violation("", "required", "is required"));
    return violationsOf(value, "");
  }

  /**
   * All violations of a value at a place.
   *
   * @param value the value, or null where there is none
   * @param at where it stands, as a JSON pointer
   * @return nothing for a value that is valid
   */
  default List<Violation> violationsOf(JsonNode value, String at) {
    List<Violation> report = new ArrayList<>();
    check(value, at, report);
    return report;
  }

  /**
   * Whether a value is valid.
   *
   * @param value the value, or null where there is none
   * @return true where nothing is wrong
   */
  default boolean allows(JsonNode value) {
    return violationsOf(value, "").isEmpty();
  }
}
