package com.example.runtime.interceptors.powertools;

import com.amazonaws.xray.AWSXRay;
import com.amazonaws.xray.entities.Subsegment;
import com.example.runtime.support.Interceptor;
import com.example.runtime.support.Invocation;
import com.example.runtime.support.Response;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Traces each request as a subsegment of its own, which is what Powertools traces with. It is annotated as Powertools does: with the service, and
 * whether it is the first request of the function.
 *
 * <p>Needs {@code aws-xray-recorder-sdk-core}, which {@code powertools-tracing} brings, among the dependencies of the handlers.
 */
public final class TracingInterceptor implements Interceptor {
  private static final AtomicBoolean IS_COLD = new AtomicBoolean(true);

  @Override
  public Response intercept(Invocation invocation, Chain chain) {
    Subsegment subsegment = AWSXRay.beginSubsegment(invocation.operationId());
    subsegment.putAnnotation("ColdStart", IS_COLD.getAndSet(false));
    subsegment.putAnnotation("Service", System.getenv().getOrDefault("POWERTOOLS_SERVICE_NAME", "service_undefined"));
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
