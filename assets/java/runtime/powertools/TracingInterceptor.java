package com.example.runtime.interceptors.powertools;

import com.amazonaws.xray.AWSXRay;
import com.amazonaws.xray.entities.Subsegment;
import com.example.runtime.support.Interceptor;
import com.example.runtime.support.Invocation;
import com.example.runtime.support.Response;

/**
 * Traces each request as a subsegment of its own, which is what Powertools traces with.
 *
 * <p>Needs {@code aws-xray-recorder-sdk-core}, which {@code powertools-tracing} brings, among the dependencies of the handlers.
 */
public final class TracingInterceptor implements Interceptor {
  @Override
  public Response intercept(Invocation invocation, Chain chain) {
    Subsegment subsegment = AWSXRay.beginSubsegment(invocation.operationId());
    try {
      return chain.next(invocation);
    } catch (RuntimeException error) {
      subsegment.addException(error);
      throw error;
    } finally {
      AWSXRay.endSubsegment();
    }
  }
}
