package com.example.runtime.interceptors;

import com.example.runtime.support.Headers;

/** Lets pages of any origin call. For one origin, extend {@link ResponseHeaderInterceptor}. */
public final class CorsInterceptor extends ResponseHeaderInterceptor {
  public CorsInterceptor() {
    super(Headers.of("Access-Control-Allow-Origin", "*").with("Access-Control-Allow-Headers", "*"));
  }
}
