package com.example.runtime.support;

import java.util.Optional;

/**
 * A response of any status.
 *
 * @param <Known> the responses that the model describes
 * @param statusCode of HTTP
 * @param body the value that the model describes for this status; JSON as a tree, a text or bytes where it describes none; null for no body
 * @param headers all that came
 * @param headerValues those that the model describes for this status, as its record of them; null where it describes none
 * @param response the response as the model describes it; empty where it does not know the status or the media type
 */
public record RawResponse<Known extends OperationResponse>(
    int statusCode, Object body, Headers headers, Object headerValues, Optional<Known> response) {

  /** A response that the model describes. */
  static <Known extends OperationResponse> RawResponse<Known> of(Known response) {
    Object body = response.body() instanceof BodyOfType typed ? typed.value() : response.body();
    return new RawResponse<>(
        response.statusCode(), body, response.headers(), response.headerValues(), Optional.of(response));
  }

  /** Whether the status says that all went well. */
  public boolean isSuccess() {
    return statusCode >= 200 && statusCode <= 299;
  }
}
