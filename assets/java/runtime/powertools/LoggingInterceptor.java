package com.example.runtime.interceptors.powertools;

import com.example.runtime.support.Interceptor;
import com.example.runtime.support.Invocation;
import com.example.runtime.support.Response;
import org.slf4j.MDC;
import software.amazon.lambda.powertools.logging.PowertoolsLogging;

/**
 * Logs with Powertools: what loggers of SLF4J write has the Lambda context and the operation on every line.
 *
 * <p>Needs {@code powertools-logging}, and {@code powertools-logging-log4j} or {@code powertools-logging-logback}, among the
 * dependencies of the handlers.
 */
public final class LoggingInterceptor implements Interceptor {
  @Override
  public Response intercept(Invocation invocation, Chain chain) {
    MDC.put("operationId", invocation.operationId());
    try {
      return PowertoolsLogging.withLogging(invocation.context(), () -> chain.next(invocation));
    } finally {
      MDC.remove("operationId");
    }
  }
}
