package com.example.runtime.interceptors.powertools;

import com.example.runtime.support.Interceptor;
import com.example.runtime.support.Invocation;
import com.example.runtime.support.Response;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;

/**
 * Publishes the metrics that a handler adds with Powertools ({@code MetricsFactory.getMetricsInstance()}), with the operation as a
 * dimension.
 *
 * <p>Needs {@code powertools-metrics} among the dependencies of the handlers.
 */
public final class MetricsInterceptor implements Interceptor {
  @Override
  public Response intercept(Invocation invocation, Chain chain) {
    Metrics metrics = MetricsFactory.getMetricsInstance();
    metrics.addDimension("operationId", invocation.operationId());
    try {
      return chain.next(invocation);
    } finally {
      metrics.flush();
    }
  }
}
