package com.example.runtime.support;

/** A response: the model decides which of them an operation may have, and the classes of its operations say so. */
public interface OperationResponse {
  /** Of HTTP. */
  int statusCode();

  /** The value of the body; null where there is none. */
  default Object body() {
    return null;
  }

  /** The headers that the model describes, as its types; null where it describes none. */
  default Object headerValues() {
    return null;
  }

  /** From a handler, the other headers to send; at a client, all that came. */
  Headers headers();
}
