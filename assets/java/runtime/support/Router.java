package com.example.runtime.support;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One Lambda function for several operations: the method and the resource of the event tell which. */
public abstract class Router implements RequestStreamHandler {
  private final Map<String, Supplier<? extends ApiHandler<?, ?>>> routes = new LinkedHashMap<>();
  private final Map<String, ApiHandler<?, ?>> handlers = new LinkedHashMap<>();
  private final Priming priming;
  private List<Interceptor> interceptors;

  @SuppressWarnings("this-escape")
  protected Router() {
    priming = Priming.of(this::prime);
  }

  /** Run for every operation, before the interceptors of its own. Called once. */
  protected List<Interceptor> interceptors() {
    return List.of();
  }

  /** Makes all handlers ready. Called before a snapshot of the function is taken (SnapStart). */
  protected void prime() {
    routes.keySet().forEach(route -> find(route).prime());
  }

  /** Adds the handler of an operation, which is made when it is first needed. */
  protected final void route(String method, String path, Supplier<? extends ApiHandler<?, ?>> handler) {
    routes.put(method + " " + PathTemplate.shapeOf(path), handler);
  }

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
    ApiGatewayEvent event = new ApiGatewayEvent(Json.MAPPER.readTree(input));
    Json.MAPPER.writeValue(output, respond(event, context).toJson());
  }

  /** Answers an event of API Gateway. */
  public final ApiGatewayResult respond(ApiGatewayEvent event, Context context) {
    ApiHandler<?, ?> handler = find(event.httpMethod() + " " + PathTemplate.shapeOf(String.valueOf(event.resource())));
    if (handler != null) return handler.respond(event, context, around());
    String message = "no handler for " + event.httpMethod() + " " + event.resource();
    Log.error(message + "; there are " + String.join(", ", routes.keySet()));
    return ResponseWriter.encode(Response.error(500, message), null);
  }

  private synchronized ApiHandler<?, ?> find(String route) {
    Supplier<? extends ApiHandler<?, ?>> supplier = routes.get(route);
    return supplier == null ? null : handlers.computeIfAbsent(route, key -> supplier.get());
  }

  private synchronized List<Interceptor> around() {
    if (interceptors == null) interceptors = List.copyOf(interceptors());
    return interceptors;
  }
}
