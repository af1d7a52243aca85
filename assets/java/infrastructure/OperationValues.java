package com.example.infra;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks what was given for the operations of the API. */
final class OperationValues {
  private OperationValues() {}

  /**
   * The values in the order of the operations.
   *
   * @throws IllegalStateException when an operation has no value
   */
  static <T> Map<String, T> complete(List<String> operations, Map<String, T> values) {
    Map<String, T> complete = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (String operation : operations) {
      T value = values.get(operation);
      if (value == null) missing.add("'" + operation + "'");
      else complete.put(operation, value);
    }
    if (missing.isEmpty()) return Collections.unmodifiableMap(complete);
    String names = String.join(", ", missing);
    throw new IllegalStateException(
        missing.size() == 1
            ? "OperationConfig has nothing for operation " + names + "; call its method on the builder"
            : "OperationConfig has nothing for " + missing.size() + " operations: " + names
                + "; call the method of each on the builder");
  }
}
