package com.example.pets.handlers;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.example.pets.runtime.handlers.CreatePet;
import com.example.pets.runtime.handlers.DeletePet;
import com.example.pets.runtime.handlers.GetMotd;
import com.example.pets.runtime.handlers.GetPet;
import com.example.pets.runtime.handlers.HandlerRouter;
import com.example.pets.runtime.handlers.ListPets;
import com.example.pets.runtime.handlers.SayHello;
import com.example.pets.runtime.interceptors.Interceptors;
import com.example.pets.runtime.interceptors.TryCatchInterceptor;
import com.example.pets.runtime.models.Error;
import com.example.pets.runtime.models.Greeting;
import com.example.pets.runtime.models.Pet;
import com.example.pets.runtime.support.Headers;
import com.example.pets.runtime.support.Interceptor;
import com.example.pets.runtime.support.Invocation;
import com.example.pets.runtime.support.Json;
import com.example.pets.runtime.support.RawResponse;
import com.example.pets.runtime.support.Response;
import com.example.pets.runtime.support.ResponseViolationException;
import com.example.pets.runtime.support.ThrownResponse;
import com.example.pets.runtime.testing.Invoke;
import com.example.pets.runtime.testing.InvokeOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Handlers as users write them, and what comes of calling them. Prints a line for each. */
public final class PetsHandlers {
  private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private PetsHandlers() {}

  static final class SayHelloHandler extends SayHello {
    @Override
    public SayHelloResponse handle(SayHelloRequest request) {
      String name = request.requestParameters().name();
      if (name.equals("nobody")) throw new ThrownResponse(SayHello400Response.of(new Error("nobody is there")));
      if (name.equals("crash")) throw new IllegalStateException("crashed");
      if (name.equals("null")) return SayHello200Response.of(new Greeting(null));
      if (name.equals("who")) {
        return SayHello200Response.of(new Greeting(request.event().requestContext().at("/authorizer/principalId").asText()));
      }
      return SayHello200Response.of(new Greeting("Hello " + name + "!"), Headers.of("x-name", name));
    }
  }

  /** Counts what it sees. */
  public static final class CountingInterceptor implements Interceptor {
    private int count;

    @Override
    public Response intercept(Invocation invocation, Chain chain) {
      invocation.interceptorContext().put("count", ++count);
      Response response = chain.next(invocation);
      return response.withHeaders(response.headers().with("x-count", String.valueOf(count)));
    }
  }

  @Interceptors({CountingInterceptor.class, TryCatchInterceptor.class})
  static class CountedHandler extends GetPet {
    @Override
    public GetPetResponse handle(GetPetRequest request) {
      Object count = request.interceptorContext().get("count");
      return GetPet404Response.of(new Error("no " + request.requestParameters().petId() + " in " + count));
    }
  }

  /** What an annotation says, it says of subclasses, too. */
  static final class InheritingHandler extends CountedHandler {}

  static final class Routes extends HandlerRouter {
    @Override
    protected SayHello sayHello() {
      OUT.println("makes sayHello");
      return new SayHelloHandler();
    }

    @Override
    protected ListPets listPets() {
      return new ListPets() {
        @Override
        public ListPetsResponse handle(ListPetsRequest request) {
          List<Pet> pets = List.of(new Pet("1", "Rex", Pet.Kind.DOG));
          return ListPets200Response.of(pets, new ListPets200ResponseHeaders(1L));
        }
      };
    }

    @Override
    protected CreatePet createPet() {
      return new CreatePet() {
        @Override
        public CreatePetResponse handle(CreatePetRequest request) {
          return CreatePet4XXResponse.of(409, new Error(request.body().name() + " is there already"));
        }
      };
    }

    @Override
    protected GetPet getPet() {
      return new CountedHandler();
    }

    @Override
    protected DeletePet deletePet() {
      return new DeletePet() {
        @Override
        public DeletePetResponse handle(DeletePetRequest request) {
          return DeletePet204Response.of();
        }
      };
    }

    @Override
    protected GetMotd getMotd() {
      return new GetMotd() {
        @Override
        public GetMotdResponse handle(GetMotdRequest request) {
          return GetMotd200Response.of("");
        }
      };
    }

    @Override
    protected List<Interceptor> interceptors() {
      return List.of((invocation, chain) -> {
        Response response = chain.next(invocation);
        return response.withHeaders(response.headers().with("x-operation", invocation.operationId()));
      });
    }

    void makeReady() {
      prime();
    }
  }

  public static void main(String[] args) throws IOException {
    SayHello hello = new SayHelloHandler();
    print("typed", Invoke.sayHello(hello, input -> input.name("Ada")));
    print("refused", Invoke.sayHello(hello, input -> input.name("")));
    print("thrown", Invoke.sayHello(hello, input -> input.name("nobody")));
    print("crashed", Invoke.sayHello(hello, input -> input.name("crash")));
    try {
      Invoke.sayHello(hello, input -> input.name("null"));
    } catch (ResponseViolationException error) {
      OUT.println("violation: " + error.getMessage() + " " + error.violations().get(0).constraint());
    }
    InvokeOptions options = InvokeOptions.NONE.withAuthorizer(Map.of("principalId", "ada"));
    print("authorized", Invoke.sayHello(hello, input -> input.name("who"), options));
    GetPet counted = new InheritingHandler();
    print("counted", Invoke.getPet(counted, input -> input.petId("p/1 ?")));
    print("counted again", Invoke.getPet(counted, input -> input.petId("p2")));
    Headers accept = Headers.of("Accept", "text/plain");
    OUT.println("equal headers: " + new HashSet<>(List.of(accept)).contains(Headers.of("accept", "text/plain")));
    OUT.println("violation on Lambda: " + handle(hello, event("GET", "/hello", "{\"name\":\"null\"}", null)));
    OUT.println("broken escape: " + handle(hello, event("GET", "/hello", "{\"name\":\"100%\"}", null)));
    Routes routes = new Routes();
    OUT.println("list: " + handle(routes, event("GET", "/pets", "null", null)));
    OUT.println("conflict: " + handle(routes, event("POST", "/pets", "null", "{\"name\":\"Rex\",\"kind\":\"dog\"}")));
    OUT.println("no JSON: " + handle(routes, event("POST", "/pets", "null", "{")));
    OUT.println("sibling: " + handle(routes, event("DELETE", "/pets/{id}", "null", null)));
    OUT.println("empty text: " + handle(routes, event("GET", "/motd", "null", null)));
    OUT.println("no route: " + handle(routes, event("PATCH", "/pets", "null", null)));
    routes.makeReady();
    print("after priming", Invoke.sayHello(hello, input -> input.name("Ada")));
  }

  private static void print(String name, RawResponse<?> response) {
    OUT.println(name + ": " + response.statusCode() + " " + Json.text(Json.write(response.body())) + " " + response.headers());
  }

  private static String handle(RequestStreamHandler handler, String event) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    handler.handleRequest(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, null);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String event(String method, String resource, String query, String body) {
    String text = body == null ? "null" : '"' + body.replace("\"", "\\\"") + '"';
    return """
        {"resource":"%s","path":"%s","httpMethod":"%s","headers":null,"multiValueHeaders":null,"pathParameters":null,
        "queryStringParameters":%s,"multiValueQueryStringParameters":null,"body":%s,"isBase64Encoded":false,
        "requestContext":{}}""".formatted(resource, resource, method, query, text);
  }
}
