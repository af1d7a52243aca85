package com.example.runtime.support;

import java.util.List;
import java.util.stream.Collectors;

/** The response of a handler is not what the model says. */
public final class ResponseViolationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String operationId;
  private final transient List<Violation> violations;

  public ResponseViolationException(String operationId, List<Violation> violations) {
    super("the response of " + operationId + " violates the model: " + print(violations));
    this.operationId = operationId;
    this.violations = List.copyOf(violations);
  }

  public String operationId() {
    return operationId;
  }

  /** All that is wrong. */
  public List<Violation> violations() {
    return violations;
  }

  static String print(List<Violation> violations) {
    return violations.stream().map(each -> each.pointer() + " " + each.message()).collect(Collectors.joining("; "));
  }
}
