package com.example.runtime.interceptors;

import com.example.runtime.support.Interceptor;
import com.example.runtime.support.Invocation;
import com.example.runtime.support.Log;
import com.example.runtime.support.Response;
import com.example.runtime.support.ThrownResponse;
import java.util.Map;

/** Answers what is thrown: a response as itself, anything else, logged, with a status and a body. */
public class TryCatchInterceptor implements Interceptor {
  private final int statusCode;
  private final Object body;

  /** Answers an error that nobody expected with a 500. */
  public TryCatchInterceptor() {
    this(500, Map.of("message", "Internal Server Error"));
  }

  /**
   * @param statusCode the status of the answer
   * @param body anything that Jackson can write as JSON
   */
  public TryCatchInterceptor(int statusCode, Object body) {
    this.statusCode = statusCode;
    this.body = body;
  }

  @Override
  public Response intercept(Invocation invocation, Chain chain) {
    try {
      return chain.next(invocation);
    } catch (ThrownResponse thrown) {
      return Response.of(thrown.response());
    } catch (RuntimeException error) {
      Log.failure(invocation.operationId(), error);
      return Response.of(statusCode, body);
    }
  }
}
