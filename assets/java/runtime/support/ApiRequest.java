package com.example.runtime.support;

import com.amazonaws.services.lambda.runtime.Context;
import java.util.Map;

/** What a handler is called with: what came with a request, read and checked by the model. */
public interface ApiRequest {
  /** The request as interceptors see it. */
  Invocation invocation();

  /** What API Gateway sent. */
  default ApiGatewayEvent event() {
    return invocation().event();
  }

  /** Of the Lambda function. */
  default Context context() {
    return invocation().context();
  }

  /** What interceptors handed on. */
  default Map<String, Object> interceptorContext() {
    return invocation().interceptorContext();
  }
}
