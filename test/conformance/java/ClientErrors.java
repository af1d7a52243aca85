package com.example.harness;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.InvocationTargetException;

/** What clients throw: each API has classes of its own. */
final class ClientErrors {
  private ClientErrors() {}

  static void describe(RuntimeException error, ObjectNode answer) {
    answer.put("error", error.getClass().getSimpleName()).put("message", error.getMessage());
    if (get(error, "statusCode") instanceof Integer status) answer.put("status", status);
  }

  static Object bodyOf(RuntimeException error) {
    return get(error, "body");
  }

  private static Object get(RuntimeException error, String method) {
    try {
      return error.getClass().getMethod(method).invoke(error);
    } catch (NoSuchMethodException none) {
      return null;
    } catch (IllegalAccessException | InvocationTargetException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
