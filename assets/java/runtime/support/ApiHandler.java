package com.example.runtime.support;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.example.runtime.interceptors.Interceptors;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * A Lambda function for one operation: reads and checks requests, checks and writes responses, and runs interceptors around the handler.
 *
 * @param <Request> what the handler gets
 * @param <Answer> what it answers
 */
public abstract class ApiHandler<Request, Answer extends OperationResponse> implements RequestStreamHandler {
  private final Operation operation;
  private final ResponseWriter writer;
  private final List<Type> types;
  private final Priming priming;
  private List<Interceptor> interceptors;

  /**
   * @param operation what the model says of it
   * @param types those that JSON is read as and written from
   */
  @SuppressWarnings("this-escape")
  protected ApiHandler(Operation operation, Type... types) {
    this.operation = operation;
    this.types = List.of(types);
    writer = new ResponseWriter(operation);
    priming = Priming.of(this::prime);
  }

  /**
   * Answers a request that is what the model says.
   *
   * @throws ThrownResponse for a response, as if it was returned
   */
  public abstract Answer handle(Request request);

  /** The request as the handler gets it. */
  protected abstract Request toRequest(Invocation invocation);

  /**
   * What runs around the handler, the first around all others: those of the annotation {@link Interceptors}, or else
   * {@link Interceptors#DEFAULT}. Called once.
   */
  protected List<Interceptor> interceptors() {
    Interceptors annotation = getClass().getAnnotation(Interceptors.class);
    return annotation == null ? Interceptors.DEFAULT : Instances.of(List.of(annotation.value()));
  }

  /**
   * Does what the first request would have to do otherwise. Called before a snapshot of the function is taken (SnapStart), where whatever else a handler
   * needs can be made ready, too.
   */
  protected void prime() {
    Priming.types(types);
    around();
    RequestReader.read(operation, new ApiGatewayEvent(JsonNodeFactory.instance.objectNode()), null);
    writer.encode(RequestReader.refuse(List.of(new Violation("", "priming", "is no request"))));
  }

  /** What the model says of the operation. */
  public final Operation operation() {
    return operation;
  }

  @Override
  public final void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
    ApiGatewayEvent event = new ApiGatewayEvent(Json.MAPPER.readTree(input));
    Json.MAPPER.writeValue(output, respond(event, context).toJson());
  }

  /** Answers an event of API Gateway. */
  public final ApiGatewayResult respond(ApiGatewayEvent event, Context context) {
    return respond(event, context, List.of());
  }

  /** The same with more interceptors, which run before its own. */
  final ApiGatewayResult respond(ApiGatewayEvent event, Context context, List<Interceptor> outer) {
    RequestReader.Outcome read = RequestReader.read(operation, event, context);
    List<Violation> violations = new ArrayList<>();
    Interceptor.Chain innermost = invocation ->
        read.refusal() == null ? answer(invocation, violations) : read.refusal();
    List<Interceptor> all = new ArrayList<>(outer);
    all.addAll(around());
    Response response = next(all, 0, innermost).next(read.invocation());
    if (!violations.isEmpty() && context instanceof ThrowsViolations) {
      throw new ResponseViolationException(operation.id(), violations);
    }
    return writer.encode(response);
  }

  /** The interceptors, which are asked for once: a handler is made once for many requests. */
  private synchronized List<Interceptor> around() {
    if (interceptors == null) interceptors = List.copyOf(interceptors());
    return interceptors;
  }

  private static Interceptor.Chain next(List<Interceptor> links, int index, Interceptor.Chain innermost) {
    if (index == links.size()) return innermost;
    return invocation -> links.get(index).intercept(invocation, next(links, index + 1, innermost));
  }

  /** Calls the handler, and checks what it answers. */
  private Response answer(Invocation invocation, List<Violation> violations) {
    Request request;
    try {
      request = toRequest(invocation);
    } catch (IllegalArgumentException error) {
      return RequestReader.refuse(List.of(new Violation("", "format", "has a value beyond what can be read: "
          + error.getMessage())));
    }
    Response response = writer.write(returned(request), violations);
    if (violations.isEmpty()) return response;
    Log.violations(operation.id(), violations);
    return Response.error(500, "Internal Server Error");
  }

  /** A response that is thrown is a response. */
  private OperationResponse returned(Request request) {
    try {
      return handle(request);
    } catch (ThrownResponse thrown) {
      return thrown.response();
    }
  }
}
