package com.example.runtime.support;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** What is wrong, as lines of JSON in the log of the function. */
public final class Log {
  private Log() {}

  /** An error that nobody expected. */
  public static void failure(String operationId, Throwable error) {
    StringWriter stack = new StringWriter();
    error.printStackTrace(new PrintWriter(stack));
    print(line(operationId + " failed").put("operationId", operationId).put("error", stack.toString()));
  }

  static void violations(String operationId, List<Violation> violations) {
    ObjectNode line = line("the response violates the model").put("operationId", operationId);
    ArrayNode list = line.putArray("violations");
    for (Violation each : violations) {
      list.addObject()
          .put("pointer", each.pointer())
          .put("constraint", each.constraint())
          .put("message", each.message());
    }
    print(line);
  }

  static void error(String message) {
    print(line(message));
  }

  private static ObjectNode line(String message) {
    return JsonNodeFactory.instance.objectNode().put("level", "ERROR").put("message", message);
  }

  private static void print(ObjectNode line) {
    System.err.println(Json.text(line));
  }
}
