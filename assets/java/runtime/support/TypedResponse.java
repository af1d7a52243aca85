package com.example.runtime.support;

/** A response that is a class of the model: where it has a body, null is the value of that body. */
public interface TypedResponse extends OperationResponse {
  /**
   * Refuses a status that is not of a response.
   *
   * @throws IllegalArgumentException for a status outside of the range
   */
  static void checkStatus(int statusCode, int from, int to) {
    if (statusCode >= from && statusCode <= to) return;
    throw new IllegalArgumentException("the status must be one from " + from + " to " + to + ", and not " + statusCode);
  }
}
