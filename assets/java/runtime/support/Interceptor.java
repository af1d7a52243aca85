package com.example.runtime.support;

/** Runs around the handlers of any operation. */
@FunctionalInterface
public interface Interceptor {
  /**
   * Answers a request, as a rule by {@code chain.next(invocation)}.
   *
   * @param invocation the request
   * @param chain the interceptors that follow, and in the end the handler
   * @return the response to send
   */
  Response intercept(Invocation invocation, Chain chain);

  /** What follows an interceptor. */
  @FunctionalInterface
  interface Chain {
    Response next(Invocation invocation);
  }
}
