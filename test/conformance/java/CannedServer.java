package com.example.harness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;

/** Answers every request as it was told, and keeps what came. */
final class CannedServer {
  private final HttpServer server;
  private JsonNode response;
  private ObjectNode request;

  CannedServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  synchronized void answer(JsonNode value) {
    response = value;
  }

  /** What came since the last time; null if nothing did. */
  synchronized ObjectNode takeRequest() {
    ObjectNode found = request;
    request = null;
    return found;
  }

  void close() {
    server.stop(0);
  }

  private synchronized void handle(HttpExchange exchange) throws IOException {
    ObjectNode came = JsonNodeFactory.instance.objectNode();
    came.put("method", exchange.getRequestMethod()).put("target", exchange.getRequestURI().toString());
    ObjectNode headers = came.putObject("headers");
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(), String.join(", ", values)));
    came.put("base64", Base64.getEncoder().encodeToString(exchange.getRequestBody().readAllBytes()));
    request = came;
    response.path("headers").properties().forEach(header ->
        exchange.getResponseHeaders().add(header.getKey(), header.getValue().asText()));
    byte[] body = Base64.getDecoder().decode(response.path("base64").asText(""));
    boolean isEmpty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(response.path("status").asInt(), isEmpty ? -1 : body.length);
    if (!isEmpty) exchange.getResponseBody().write(body);
    exchange.close();
  }
}
