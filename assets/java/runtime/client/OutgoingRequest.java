package com.example.runtime.client;

import com.example.runtime.support.Headers;

/**
 * A request on its way.
 *
 * @param operationId which operation it is of
 * @param method of HTTP
 * @param url all of it
 * @param headers all of them
 * @param body its bytes; null where there is none
 */
public record OutgoingRequest(String operationId, String method, String url, Headers headers, byte[] body) {
  public OutgoingRequest withHeaders(Headers value) {
    return new OutgoingRequest(operationId, method, url, value, body);
  }

  public OutgoingRequest withUrl(String value) {
    return new OutgoingRequest(operationId, method, value, headers, body);
  }
}
