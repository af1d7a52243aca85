package com.example.harness;

import com.example.runtime.support.Answer;
import com.example.runtime.support.ApiGatewayEvent;
import com.example.runtime.support.ApiHandler;
import com.example.runtime.support.BodyOfType;
import com.example.runtime.support.Headers;
import com.example.runtime.support.Json;
import com.example.runtime.support.OperationResponse;
import com.example.runtime.support.RawResponse;
import com.example.runtime.support.ResponseViolationException;
import com.example.runtime.support.ThrownResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;

/** Serves and calls operations as it is told: a line of JSON in, a line of JSON out. */
public final class Harness {
  private final Map<String, Subject<?>> subjects = new HashMap<>();
  private final CannedServer server;

  public Harness() throws IOException {
    server = new CannedServer();
  }

  public void add(String name, Subject<?> subject) {
    subjects.put(name, subject);
  }

  public void run() throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      JsonNode command = Json.parse(line);
      ObjectNode answer = JsonNodeFactory.instance.objectNode();
      try {
        Subject<?> subject = subjects.get(command.path("subject").asText());
        if (command.has("event")) serve(subject, command, answer);
        else if (command.has("agree")) agree(subject, command, answer);
        else call(subject, command, answer);
      } catch (RuntimeException | StackOverflowError error) {
        error.printStackTrace();
        answer.put("failure", error.toString());
      }
      out.println(Json.text(answer));
    }
    server.close();
  }

  private void serve(Subject<?> subject, JsonNode command, ObjectNode answer) {
    ApiHandler<?, ?> handler = handlerOf(subject, command, answer);
    answer.set("result", handler.respond(new ApiGatewayEvent(command.get("event")), null).toJson());
  }

  /** A request from a client to a handler, and its response back. */
  private void agree(Subject<?> subject, JsonNode command, ObjectNode answer) {
    Given given = new Given(command.get("parameters"), bodyOf(command), command.path("bodyType").textValue());
    try {
      RawResponse<?> raw = subject.invoke().apply(handlerOf(subject, command, answer), given);
      ObjectNode outcome = answer.putObject("outcome").put("status", raw.statusCode());
      if (raw.body() != null) outcome.set("body", printable(tree(unwrap(raw.body()))));
      Object headers = raw.response().map(OperationResponse::headerValues).orElse(null);
      if (headers != null) outcome.set("headers", Json.write(headers));
    } catch (IllegalArgumentException error) {
      answer.put("refused", error.getMessage());
    } catch (ResponseViolationException error) {
      answer.put("violation", error.getMessage());
    }
  }

  private <Known extends OperationResponse> ApiHandler<?, ?> handlerOf(
      Subject<Known> subject, JsonNode command, ObjectNode answer) {
    JsonNode returns = command.path("returns");
    return subject.handler().apply((parameters, body, isThere) -> {
      ObjectNode received = answer.putObject("received");
      JsonNode values = Json.write(parameters);
      received.set("requestParameters", values == null ? JsonNodeFactory.instance.objectNode() : printable(values));
      if (isThere) received.set("body", body == null ? NullNode.instance : printable(Json.write(unwrap(body))));
      if (returns.isMissingNode()) throw new IllegalStateException("the request must not reach the handler");
      JsonNode value = bodyOf(returns);
      int status = returns.path("statusCode").asInt();
      ObjectNode headers = returns.withObject("/headers");
      // What the model refuses has no types.
      if (!command.path("isValid").asBoolean()) throw new ThrownResponse(new Untyped(status, value, headers));
      String mediaType = command.path("mediaType").textValue();
      return subject.call().responseOf(Answer.of(status, value, mediaType, extra(command), headers));
    });
  }

  /** The headers that the model does not describe. */
  private static Headers extra(JsonNode command) {
    Headers headers = Headers.NONE;
    for (Map.Entry<String, JsonNode> each : command.path("extraHeaders").properties()) {
      headers = headers.with(each.getKey(), each.getValue().asText());
    }
    return headers;
  }

  private void call(Subject<?> subject, JsonNode command, ObjectNode answer) {
    Given given = new Given(command.get("parameters"), bodyOf(command), command.path("mediaType").textValue());
    server.answer(command.get("response"));
    outcome(answer.putObject("outcome"), () -> subject.client().apply(server.url(), given));
    answer.set("request", server.takeRequest());
    outcome(answer.putObject("asyncOutcome"), () -> join(subject, given));
    answer.set("asyncRequest", server.takeRequest());
  }

  private Object join(Subject<?> subject, Given given) {
    try {
      return subject.asyncClient().apply(server.url(), given).join();
    } catch (CompletionException error) {
      throw (RuntimeException) error.getCause();
    }
  }

  private interface Action {
    Object run();
  }

  private static void outcome(ObjectNode answer, Action action) {
    try {
      Object result = unwrap(action.run());
      if (result != null) answer.set("result", printable(tree(result)));
    } catch (RuntimeException error) {
      ClientErrors.describe(error, answer);
      Object body = ClientErrors.bodyOf(error);
      if (body != null) answer.set("body", printable(tree(unwrap(body))));
    }
  }

  private static JsonNode tree(Object value) {
    if (value instanceof JsonNode || !(value instanceof Iterable<?> items)) return Json.write(value);
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    items.forEach(item -> list.add(Json.write(item)));
    return list;
  }

  private static Object unwrap(Object value) {
    if (value instanceof OperationResponse response) return unwrap(response.body());
    return value instanceof BodyOfType typed ? typed.value() : value;
  }

  /** A body as it is told: JSON, or bytes in base64. */
  private static JsonNode bodyOf(JsonNode command) {
    JsonNode bytes = command.get("base64");
    return bytes == null ? marked(command.get("body")) : BinaryNode.valueOf(Base64.getDecoder().decode(bytes.asText()));
  }

  /** With bytes where it says {@code {"base64": ...}}. */
  private static JsonNode marked(JsonNode value) {
    if (value == null || !value.isContainerNode()) return value;
    if (value.size() == 1 && value.has("base64")) {
      return BinaryNode.valueOf(Base64.getDecoder().decode(value.get("base64").asText()));
    }
    if (value.isArray()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      value.forEach(item -> list.add(marked(item)));
      return list;
    }
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    value.properties().forEach(member -> object.set(member.getKey(), marked(member.getValue())));
    return object;
  }

  /** The other way. */
  private static JsonNode printable(JsonNode value) {
    if (value.isBinary()) {
      return JsonNodeFactory.instance.objectNode().set("base64", TextNode.valueOf(value.asText()));
    }
    if (value.isArray()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      value.forEach(item -> list.add(printable(item)));
      return list;
    }
    if (!value.isObject()) return value;
    ObjectNode object = JsonNodeFactory.instance.objectNode();
    value.properties().forEach(member -> object.set(member.getKey(), printable(member.getValue())));
    return object;
  }

  /** A response that no type allows. */
  private record Untyped(int statusCode, JsonNode body, JsonNode headerValues) implements OperationResponse {
    @Override
    public Headers headers() {
      return Headers.NONE;
    }
  }
}
