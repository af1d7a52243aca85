package com.example.runtime.support;

/** Thrown by a handler or what it calls, its response is what the operation answers, as if it had been returned. */
public final class ThrownResponse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient OperationResponse response;

  public ThrownResponse(OperationResponse response) {
    super("answers " + response.statusCode(), null, false, false);
    this.response = response;
  }

  /** What is answered. */
  public OperationResponse response() {
    return response;
  }
}
