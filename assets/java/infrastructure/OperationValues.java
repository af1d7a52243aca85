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
    throw new IllegalStateException(
        (missing.size() == 1 ? "operation " : missing.size() + " operations, ")
            + String.join(", ", missing)
            + (missing.size() == 1 ? ", has" : ", have")
            + " no value in this OperationConfig; call the method of that name on its builder, with what is to answer");
  }
}
