package com.example.runtime.client;

/** The API answered with a body that is not what its media type or the model says. The reason is the cause. */
public final class UnreadableResponseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String operationId;
  private final int statusCode;

  public UnreadableResponseException(String operationId, int statusCode, Throwable cause) {
    super(operationId + " answered " + statusCode + " with what cannot be read: " + cause.getMessage(), cause);
    this.operationId = operationId;
    this.statusCode = statusCode;
  }

  public String operationId() {
    return operationId;
  }

  public int statusCode() {
    return statusCode;
  }
}
