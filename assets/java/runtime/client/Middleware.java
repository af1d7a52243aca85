package com.example.runtime.client;

import java.io.InputStream;
import java.net.http.HttpResponse;

/** Changes requests before they are sent and responses before they are read. */
public interface Middleware {
  /** The request to send in place of this one. */
  default OutgoingRequest before(OutgoingRequest request) {
    return request;
  }

  /** The response to read in place of this one. */
  default HttpResponse<InputStream> after(HttpResponse<InputStream> response, OutgoingRequest request) {
    return response;
  }
}
