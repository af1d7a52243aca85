package com.example.pages.clients;

import com.example.pages.runtime.client.AsyncDefaultApi;
import com.example.pages.runtime.client.DefaultApi;
import com.example.pages.runtime.client.Paged;
import com.example.pages.runtime.client.PetsApi;
import com.example.pages.runtime.client.ResponseException;
import com.example.pages.runtime.models.Pet;
import com.example.pages.runtime.models.PetPage;
import com.example.pages.runtime.models.SearchPetsRequestContent;
import com.example.pages.runtime.operations.ListPetsOperation.ListPets429ResponseHeaders;
import com.example.pages.runtime.operations.ListPetsOperation.ListPetsInput;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletionException;

/** Goes over pages as users do. Prints a line for each way. */
public final class PagesClients {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  /** What the server was asked for. */
  private static final List<String> ASKED = new ArrayList<>();
  private static boolean wasBusy;

  private PagesClients() {}

  public static void main(String[] args) throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", PagesClients::answer);
    server.start();
    String url = "http://localhost:" + server.getAddress().getPort();
    try {
      run(DefaultApi.create(url), PetsApi.create(url));
      runAsync(AsyncDefaultApi.create(url));
    } finally {
      server.stop(0);
    }
  }

  private static void run(DefaultApi api, PetsApi pets) {
    int pages = 0;
    for (PetPage page : api.listPetsPages2(input -> input.kind("dog").limit(2L))) pages += page.page().pets().size();
    OUT.println("pages: " + pages + " " + asked());
    OUT.println("items: " + pets.listPetsItems().stream().map(Pet::id).toList());
    OUT.println("from: " + api.listPetsItems(input -> input.pageToken("1")).stream().map(Pet::name).toList());
    asked();
    Paged<Pet> items = api.listPetsItems();
    OUT.println("not before: " + asked());
    Iterator<Pet> iterator = items.iterator();
    OUT.println("first: " + iterator.next().id() + iterator.next().id() + " " + asked());
    OUT.println("first again: " + items.stream().limit(1).map(Pet::id).toList() + " " + asked());
    while (iterator.hasNext()) iterator.next();
    print("no more", iterator::next);
    asked();
    var search = new SearchPetsRequestContent("pet", null);
    OUT.println("in the body: " + pets.searchPetsItems(input -> input.body(search)).stream().map(Pet::id).toList()
        + " " + asked());
    OUT.println("in headers: " + api.listOrdersItems().stream().toList() + " "
        + api.listOrdersPages().stream().toList() + " " + asked());
    List<Object> events = new ArrayList<>();
    api.listEventsPages(input -> input.position(0L)).forEach(page -> events.add(page == null ? null : page.position()));
    OUT.println("without items: " + events);
    print("429 of the model", () -> api.listPets(input -> input.pageToken("fast")));
    print("429 of a proxy", () -> api.listPets(input -> input.pageToken("proxy")));
    print("429 that says little", () -> api.listPets(input -> input.pageToken("fast-empty")));
    print("429 that says more", () -> api.listPets(input -> input.pageToken("fast-date")));
    var raw = api.listPetsRaw(ListPetsInput.of(input -> input.pageToken("proxy")));
    OUT.println("raw: " + raw.headerValues() + " " + raw.response().isPresent());
    print("error", () -> api.listPetsItems(input -> input.pageToken("fast")).forEach(pet -> { }));
    asked();
    Iterator<PetPage> busy = api.listPetsPages2(input -> input.pageToken("busy")).iterator();
    busy.next();
    print("busy", busy::next);
    OUT.println("asked again: " + busy.next().page().pets().size() + " " + asked());
    print("in circles", () -> api.listPetsItems(input -> input.pageToken("again")).forEach(pet -> { }));
    OUT.println("asked: " + asked());
  }

  private static void runAsync(AsyncDefaultApi api) {
    OUT.println("async items: " + api.listPetsItems().toList().join().stream().map(Pet::id).toList() + " " + asked());
    List<Long> ids = new ArrayList<>();
    api.listPetsItems().forEachWhile(pet -> ids.add(pet.id()) && ids.size() < 2).join();
    OUT.println("async while: " + ids + " " + asked());
    List<Integer> sizes = new ArrayList<>();
    api.listPetsPages2(input -> input.limit(2L)).forEach(page -> sizes.add(page.page().pets().size())).join();
    OUT.println("async pages: " + sizes + " " + asked());
    OUT.println("async events: " + api.listEventsPages(input -> input.position(0L)).toList().join().size());
    print("async error", () -> api.listPetsItems(input -> input.pageToken("fast")).toList().join());
    print("async in circles", () -> api.listPetsPages2(input -> input.pageToken("again")).toList().join());
    print("async thrown", () -> api.listPetsItems().forEach(pet -> {
      throw new IllegalArgumentException("enough");
    }).join());
  }

  private static void print(String name, Runnable action) {
    try {
      action.run();
      OUT.println(name + ": none");
    } catch (ResponseException error) {
      Object wait = error.headerValues() instanceof ListPets429ResponseHeaders headers ? headers.xWait() : "unknown";
      OUT.println(name + ": " + error.getMessage() + " (" + wait + ")");
    } catch (NoSuchElementException | IllegalStateException error) {
      OUT.println(name + ": " + error.getMessage());
    } catch (CompletionException error) {
      OUT.println(name + ": " + error.getCause().getClass().getSimpleName() + " " + error.getCause().getMessage());
    }
  }

  private static synchronized List<String> asked() {
    List<String> all = List.copyOf(ASKED);
    ASKED.clear();
    return all;
  }

  private static synchronized void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String query = exchange.getRequestURI().getQuery();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String cursor = exchange.getRequestHeaders().getFirst("cursor");
    ASKED.add(path + (query == null ? "" : "?" + query) + body + (cursor == null ? "" : " " + cursor));
    switch (path) {
      case "/pets" -> listPets(exchange, query == null ? "" : query);
      case "/pets/search" -> send(exchange, 200, body.contains("after\":1") ? "{\"pets\":null}"
          : body.contains("after") ? pets(1) + ",\"last\":{\"id\":1,\"name\":\"b\"}}"
          : pets(0) + ",\"last\":{\"id\":0,\"name\":\"a\"}}");
      case "/orders" -> {
        if (cursor == null) exchange.getResponseHeaders().add("x-next", "b");
        send(exchange, 200, cursor == null ? "[\"1\",\"2\"]" : "[\"3\"]");
      }
      default -> send(exchange, 200, query.endsWith("2") ? "null" : "{\"position\":" + (query.endsWith("0") ? 1 : 2) + "}");
    }
  }

  /** Pages of two, two and no pets. */
  private static void listPets(HttpExchange exchange, String query) throws IOException {
    if (query.contains("busy-2")) {
      boolean isReady = wasBusy;
      wasBusy = true;
      send(exchange, isReady ? 200 : 429, isReady ? "{\"page\":" + pets(0) + "}}" : "{\"message\":\"slow down\"}");
    } else if (query.contains("busy")) {
      send(exchange, 200, "{\"page\":" + pets(0) + ",\"next\":\"busy-2\"}}");
    } else if (query.contains("fast") || query.contains("proxy")) {
      if (!query.contains("empty")) exchange.getResponseHeaders().add("x-wait", query.contains("date") ? "Wed" : "7");
      if (query.contains("proxy")) exchange.getResponseHeaders().add("content-type", "text/plain");
      send(exchange, 429, "{\"message\":\"slow down\"}");
    } else if (query.contains("again")) {
      send(exchange, 200, "{\"page\":" + pets(0) + ",\"next\":\"again\"}}");
    } else if (query.contains("page-token=2")) {
      send(exchange, 200, "{\"page\":{\"pets\":[],\"next\":\"\"}}");
    } else {
      boolean isFirst = !query.contains("page-token");
      String next = ",\"next\":\"" + (isFirst ? 1 : 2) + "\"}}";
      send(exchange, 200, "{\"page\":" + (isFirst ? pets(0, 1) : pets(2, 3)) + next);
    }
  }

  private static String pets(int... ids) {
    List<String> all = new ArrayList<>();
    for (int id : ids) all.add("{\"id\":" + id + ",\"name\":\"pet " + id + "\"}");
    return "{\"pets\":[" + String.join(",", all) + "]";
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    if (!exchange.getResponseHeaders().containsKey("content-type")) {
      exchange.getResponseHeaders().add("content-type", "application/json");
    }
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
