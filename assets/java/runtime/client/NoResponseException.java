package com.example.runtime.client;

/** There was no answer: the network failed, the time was up, or the request cannot be sent. The reason is the cause. */
public final class NoResponseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String operationId;

  public NoResponseException(String operationId, Throwable cause) {
    super(operationId + " got no answer: " + (cause.getMessage() == null ? cause : cause.getMessage()), cause);
    this.operationId = operationId;
  }

  public String operationId() {
    return operationId;
  }
}
