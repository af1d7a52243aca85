package com.example.runtime.testing;

import com.amazonaws.services.lambda.runtime.Context;
import com.example.runtime.support.Headers;
import java.util.Map;

/**
 * What a test may add to the event.
 *
 * @param headers sent besides those of the request, or in place of those of their names
 * @param authorizer what the authorizer would have returned
 * @param context handed to the handler; null is one made up. Responses that violate the model are thrown only with that
 */
public record InvokeOptions(Headers headers, Map<String, Object> authorizer, Context context) {
  /** Nothing besides. */
  public static final InvokeOptions NONE = new InvokeOptions(Headers.NONE, Map.of(), null);

  public InvokeOptions withHeader(String name, String value) {
    return new InvokeOptions(headers.with(name, value), authorizer, context);
  }

  public InvokeOptions withAuthorizer(Map<String, Object> value) {
    return new InvokeOptions(headers, value, context);
  }

  public InvokeOptions withContext(Context value) {
    return new InvokeOptions(headers, authorizer, value);
  }
}
