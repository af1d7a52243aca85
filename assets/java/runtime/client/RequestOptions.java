package com.example.runtime.client;

import com.example.runtime.support.Headers;
import java.time.Duration;

/**
 * What may differ for one request.
 *
 * @param headers sent besides, or in place of those of their names
 * @param timeout until it is given up; null is that of the client
 * @param retries as of the client; null is those of the client
 */
public record RequestOptions(Headers headers, Duration timeout, Integer retries) {
  /** All as the client has it. */
  public static final RequestOptions NONE = new RequestOptions(Headers.NONE, null, null);

  public RequestOptions withHeader(String name, String value) {
    return new RequestOptions(headers.with(name, value), timeout, retries);
  }

  public RequestOptions withTimeout(Duration value) {
    return new RequestOptions(headers, value, retries);
  }

  public RequestOptions withRetries(int value) {
    return new RequestOptions(headers, timeout, value);
  }
}
