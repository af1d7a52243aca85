package com.example.runtime.interceptors.powertools;

import com.example.runtime.support.Interceptor;
import com.example.runtime.support.Invocation;
import com.example.runtime.support.Response;
import software.amazon.lambda.powertools.metrics.Metrics;
import software.amazon.lambda.powertools.metrics.MetricsFactory;
import software.amazon.lambda.powertools.metrics.model.DimensionSet;

/**
 * Publishes the metrics that a handler adds with Powertools ({@code MetricsFactory.getMetricsInstance()}), with the operation as a
 * dimension besides those that all metrics have.
 *
 * <p>Needs {@code powertools-metrics} among the dependencies of the handlers.
 */
public final class MetricsInterceptor implements Interceptor {
  @Override
  public Response intercept(Invocation invocation, Chain chain) {
    Metrics metrics = MetricsFactory.getMetricsInstance();
    DimensionSet shared = metrics.getDefaultDimensions();
    // What is added later is a set of its own: the metric would be there once by service, and once by operation.
    DimensionSet own = new DimensionSet();
    shared.getDimensions().forEach(own::addDimension);
    own.addDimension("operationId", invocation.operationId());
    metrics.setDefaultDimensions(own);
    try {
      return chain.next(invocation);
    } finally {
      flush(metrics, shared);
    }
  }

  private static void flush(Metrics metrics, DimensionSet shared) {
    try {
      metrics.flush();
    } finally {
      metrics.setDefaultDimensions(shared);
    }
  }
}
