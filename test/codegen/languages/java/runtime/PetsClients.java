package com.example.pets.clients;

import com.example.pets.runtime.client.AsyncDefaultApi;
import com.example.pets.runtime.client.ClientOptions;
import com.example.pets.runtime.client.DefaultApi;
import com.example.pets.runtime.client.Middleware;
import com.example.pets.runtime.client.NoResponseException;
import com.example.pets.runtime.client.OutgoingRequest;
import com.example.pets.runtime.client.RequestOptions;
import com.example.pets.runtime.client.ResponseException;
import com.example.pets.runtime.client.UnreadableResponseException;
import com.example.pets.runtime.models.Error;
import com.example.pets.runtime.models.Pet;
import com.example.pets.runtime.operations.GetPetOperation.GetPet404Response;
import com.example.pets.runtime.operations.GetPetOperation.GetPetInput;
import com.example.pets.runtime.operations.GetPetOperation.GetPetResponse;
import com.example.pets.runtime.support.Headers;
import com.example.pets.runtime.support.RawResponse;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;

/** Clients as users write them, and what comes of their calls. Prints a line for each. */
public final class PetsClients {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private static final List<String> SEEN = new ArrayList<>();
  private static int failures;
  private static volatile int busy;

  private PetsClients() {}

  /** Adds a header, and says what passes. */
  private record Noting(String name) implements Middleware {
    @Override
    public OutgoingRequest before(OutgoingRequest request) {
      SEEN.add(name + " before " + request.operationId());
      return request.withHeaders(request.headers().and("x-middleware", name));
    }

    @Override
    public HttpResponse<InputStream> after(HttpResponse<InputStream> response, OutgoingRequest request) {
      SEEN.add(name + " after " + response.statusCode());
      return response;
    }
  }

  public static void main(String[] args) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", PetsClients::answer);
    server.start();
    String url = "http://localhost:" + server.getAddress().getPort() + "/prod/";
    try {
      run(url);
    } finally {
      server.stop(0);
    }
  }

  private static void run(String url) {
    ClientOptions options = ClientOptions.builder(url)
        .headers(() -> Headers.of("authorization", "Bearer " + SEEN.size()))
        .middleware(new Noting("outer"))
        .middleware(new Noting("inner"))
        .build();
    DefaultApi api = DefaultApi.create(options);
    OUT.println("pet: " + api.getPet(input -> input.petId("a/b c")));
    OUT.println("middleware: " + SEEN);
    Pet pet = api.getPet(GetPetInput.builder().petId("p").build(),
        RequestOptions.NONE.withHeader("Authorization", "own"));
    OUT.println("own header: " + pet.name());
    try {
      api.getPet(input -> input.petId("none"));
    } catch (ResponseException error) {
      boolean isTyped = error.body() instanceof Error && error.response().orElseThrow() instanceof GetPet404Response;
      OUT.println("error: " + error.getMessage() + " " + error.statusCode() + " " + isTyped);
    }
    RawResponse<GetPetResponse> raw = api.getPetRaw(GetPetInput.of(input -> input.petId("none")));
    OUT.println("raw: " + raw.statusCode() + " " + (raw.response().orElseThrow() instanceof GetPet404Response));
    RawResponse<GetPetResponse> proxy = api.getPetRaw(GetPetInput.of(input -> input.petId("proxy")));
    OUT.println("of a proxy: " + proxy.statusCode() + " " + proxy.body() + " " + proxy.response().isPresent());
    DefaultApi patient = DefaultApi.create(ClientOptions.builder(url).retries(3).build());
    failures = 2;
    OUT.println("retried: " + patient.getPet(input -> input.petId("flaky")).name() + " " + failures);
    failures = 2;
    print("not retried", () -> patient.createPet(input -> input.body(new Pet(null, "Rex", Pet.Kind.DOG))));
    print("too slow", () -> api.getPet(GetPetInput.of(input -> input.petId("slow")),
        RequestOptions.NONE.withTimeout(Duration.ofMillis(100))));
    print("given up", () -> patient.getPet(GetPetInput.of(input -> input.petId("busy")),
        RequestOptions.NONE.withTimeout(Duration.ofMillis(500))));
    pause(1500);
    OUT.println("requests until then: " + busy);
    print("no server", () -> DefaultApi.create("http://localhost:1").listPets());
    print("no path", () -> api.getPet(input -> input.petId("..")));
    print("no JSON", () -> api.getPet(input -> input.petId("broken")));
    print("no header", () -> api.listPets(RequestOptions.NONE.withHeader("x-bad", "a\nb")));
    AsyncDefaultApi async = AsyncDefaultApi.create(url);
    OUT.println("async: " + async.getPet(input -> input.petId("p")).thenApply(Pet::name).join());
    print("async error", () -> async.getPet(input -> input.petId("none")).join());
    OUT.println("nothing: " + async.deletePet(input -> input.petId("p")).join());
  }

  private static void print(String name, Runnable action) {
    try {
      action.run();
      OUT.println(name + ": none");
    } catch (NoResponseException error) {
      Throwable cause = error.getCause();
      boolean isTimeout = cause instanceof TimeoutException || cause instanceof HttpTimeoutException;
      OUT.println(name + ": " + error.operationId() + " " + (isTimeout ? "timeout" : cause.getClass().getSimpleName()));
    } catch (ResponseException | UnreadableResponseException error) {
      OUT.println(name + ": " + error.getClass().getSimpleName() + " " + error.getMessage());
    } catch (CompletionException error) {
      OUT.println(name + ": " + error.getCause().getMessage());
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getRawPath();
    String authorization = exchange.getRequestHeaders().getFirst("authorization");
    if (path.endsWith("/slow")) pause(500);
    if (path.endsWith("/broken")) send(exchange, 200, "application/json", "{");
    else if (path.endsWith("/none")) send(exchange, 404, "application/json", "{\"message\":\"not there\"}");
    else if (path.endsWith("/busy")) {
      busy++;
      exchange.getResponseHeaders().add("retry-after", "1");
      send(exchange, 503, "text/plain", "later");
    } else if (path.endsWith("/proxy")) send(exchange, 502, "text/html", "<p>");
    else if (exchange.getRequestMethod().equals("DELETE")) send(exchange, 204, "", "");
    else if (failures > 0) {
      failures--;
      send(exchange, 503, "text/plain", "later");
    } else {
      String name = authorization == null ? path : path + " " + authorization;
      send(exchange, 200, "application/json", "{\"id\":\"1\",\"name\":\"" + name + "\",\"kind\":\"dog\"}");
    }
  }

  private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    if (!type.isEmpty()) exchange.getResponseHeaders().add("content-type", type);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void pause(int milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException error) {
      Thread.currentThread().interrupt();
    }
  }
}
