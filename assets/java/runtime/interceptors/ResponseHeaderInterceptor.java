package com.example.runtime.interceptors;

import com.example.runtime.support.Headers;
import com.example.runtime.support.Interceptor;
import com.example.runtime.support.Invocation;
import com.example.runtime.support.Response;

/** Adds headers to every response, unless it has them itself. */
public class ResponseHeaderInterceptor implements Interceptor {
  private final Headers headers;

  public ResponseHeaderInterceptor(Headers headers) {
    this.headers = headers;
  }

  @Override
  public Response intercept(Invocation invocation, Chain chain) {
    Response response = chain.next(invocation);
    return response.withHeaders(response.headers().orElse(headers));
  }
}
