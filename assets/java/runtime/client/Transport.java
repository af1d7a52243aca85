package com.example.runtime.client;

import com.example.runtime.support.Call;
import com.example.runtime.support.Headers;
import com.example.runtime.support.OperationResponse;
import com.example.runtime.support.Paging;
import com.example.runtime.support.RawResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscribers;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Sends the requests of operations. */
final class Transport {
  private static final Set<String> REPEATABLE = Set.of("GET", "HEAD", "PUT", "DELETE", "OPTIONS");
  private static final Set<Integer> TEMPORARY = Set.of(429, 502, 503, 504);

  /** What the HTTP client would not send as it is: spaces around a value, line breaks, and characters that are not of ASCII. */
  private static final Pattern NO_HEADER = Pattern.compile("^[\\t ]|[\\t ]$|[^\\t\\x20-\\x7e]");

  private final ClientOptions options;

  Transport(ClientOptions options) {
    this.options = options;
  }

  /** Sends a request and waits for what comes of its response: every status is an answer. */
  <Known extends OperationResponse> RawResponse<Known> send(
      Call<Known> call, Object parameters, Object body, RequestOptions own) {
    return join(sendAsync(call, parameters, body, own));
  }

  /** Sends a request and waits for what comes of a success; any other status is thrown. */
  <Known extends OperationResponse, Success> Success call(
      Call<Known> call, Object parameters, Object body, RequestOptions own, Function<Known, Success> success) {
    return join(callAsync(call, parameters, body, own, success));
  }

  <Known extends OperationResponse, Success> CompletableFuture<Success> callAsync(
      Call<Known> call, Object parameters, Object body, RequestOptions own, Function<Known, Success> success) {
    return sendAsync(call, parameters, body, own).thenApply(raw -> unwrap(call, raw, success));
  }

  <Known extends OperationResponse> CompletableFuture<RawResponse<Known>> sendAsync(
      Call<Known> call, Object parameters, Object body, RequestOptions own) {
    CompletableFuture<HttpResponse<InputStream>> response;
    try {
      response = exchange(call, toRequest(call, parameters, body, own), own);
    } catch (RuntimeException error) {
      response = CompletableFuture.failedFuture(error);
    }
    return response.handle((found, error) -> {
      if (error != null) throw new NoResponseException(call.operationId(), causeOf(error));
      return read(call, found);
    });
  }

  /** The pages from that of an input on. */
  <Input, Known extends OperationResponse, Page> Paged<Page> pages(
      Paging<Input, Known, Page> paging, Input first, RequestOptions own) {
    return new Paged<>(() -> new PageIterator<>(this, paging, first, own));
  }

  <Input, Known extends OperationResponse, Page> AsyncPaged<Page> pagesAsync(
      Paging<Input, Known, Page> paging, Input first, RequestOptions own) {
    return new AsyncPaged<>(action -> {
      CompletableFuture<Void> end = new CompletableFuture<>();
      givePage(paging, first, null, own, action, end);
      return end;
    });
  }

  /** The answer that is a page; any other is thrown. */
  <Input, Known extends OperationResponse, Page> RawResponse<Known> page(
      Paging<Input, Known, Page> paging, Input input, RequestOptions own) {
    return join(pageAsync(paging, input, own));
  }

  private <Input, Known extends OperationResponse, Page> CompletableFuture<RawResponse<Known>> pageAsync(
      Paging<Input, Known, Page> paging, Input input, RequestOptions own) {
    Object parameters = paging.parameters().apply(input);
    return sendAsync(paging.call(), parameters, paging.body().apply(input), own).thenApply(raw -> {
      unwrap(paging.call(), raw, paging.page());
      return raw;
    });
  }

  /** Asks for a page, gives it away, and goes on with the next, unless nobody waits for it any more. Always on another thread, so that no stack grows. */
  private <Input, Known extends OperationResponse, Page> void givePage(
      Paging<Input, Known, Page> paging,
      Input input,
      JsonNode last,
      RequestOptions own,
      Predicate<? super Page> action,
      CompletableFuture<Void> end) {
    pageAsync(paging, input, own).thenAcceptAsync(answer -> {
      JsonNode token = paging.tokenOn(answer);
      boolean goesOn = action.test(answer.response().map(paging.page()).orElse(null)) && token != null;
      if (goesOn && !end.isDone()) givePage(paging, paging.nextInput(input, last, token), token, own, action, end);
      else end.complete(null);
    }).whenComplete((none, error) -> {
      if (error != null) end.completeExceptionally(causeOf(error));
    });
  }

  private static <Known extends OperationResponse> RawResponse<Known> read(
      Call<Known> call, HttpResponse<InputStream> response) {
    try {
      return call.read(response.statusCode(), Headers.of(response.headers().map()), response.body());
    } catch (IllegalArgumentException error) {
      throw new UnreadableResponseException(call.operationId(), response.statusCode(), error);
    }
  }

  /** A success whose model is unknown is worth as much as its body, which is nothing where it should be of a type. */
  private static <Known extends OperationResponse, Success> Success unwrap(
      Call<Known> call, RawResponse<Known> raw, Function<Known, Success> success) {
    if (!raw.isSuccess()) throw new ResponseException(call.operationId(), raw);
    if (raw.response().isEmpty() && raw.body() != null) {
      Throwable cause = new IllegalArgumentException("the model does not describe it");
      throw new UnreadableResponseException(call.operationId(), raw.statusCode(), cause);
    }
    return raw.response().map(success).orElse(null);
  }

  private OutgoingRequest toRequest(Call<?> call, Object parameters, Object body, RequestOptions own) {
    Call.Prepared prepared = call.prepare(parameters, body);
    Headers headers = own.headers().orElse(prepared.headers()).orElse(options.headers());
    String base = options.baseUrl().replaceAll("/+$", "");
    OutgoingRequest request = new OutgoingRequest(
        call.operationId(), prepared.method(), base + prepared.target(), headers, prepared.body());
    for (Middleware each : options.middleware()) request = each.before(request);
    return request;
  }

  /** The first to see a request is the last to see its response. */
  private CompletableFuture<HttpResponse<InputStream>> exchange(
      Call<?> call, OutgoingRequest request, RequestOptions own) {
    int retries = own.retries() == null ? options.retries() : own.retries();
    int attempts = REPEATABLE.contains(request.method()) ? retries : 0;
    List<Middleware> middleware = options.middleware();
    CompletableFuture<HttpResponse<InputStream>> answer = new CompletableFuture<>();
    attempt(call, toHttp(request), 0, attempts, answer);
    Duration timeout = own.timeout() == null ? options.timeout() : own.timeout();
    if (timeout != null) answer.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    return answer.thenApply(found -> {
      HttpResponse<InputStream> response = found;
      for (int index = middleware.size() - 1; index >= 0; index--) {
        response = middleware.get(index).after(response, request);
      }
      return response;
    });
  }

  /** Sends a request until it is answered, was tried often enough, or is given up: nobody waits for it any more. */
  private void attempt(
      Call<?> call, HttpRequest request, int attempt, int attempts, CompletableFuture<HttpResponse<InputStream>> answer) {
    if (answer.isDone()) return;
    CompletableFuture<HttpResponse<InputStream>> sent = options.httpClient().sendAsync(request, handlerOf(call));
    answer.whenComplete((response, error) -> {
      if (error != null) sent.cancel(true);
    });
    sent.whenComplete((response, error) -> {
      boolean isFinal = error == null && !TEMPORARY.contains(response.statusCode());
      if (attempt < attempts && !isFinal) {
        long pause = error == null ? pauseOf(response, attempt) : 100L << attempt;
        Executor later = CompletableFuture.delayedExecutor(pause, TimeUnit.MILLISECONDS);
        CompletableFuture.runAsync(() -> attempt(call, request, attempt + 1, attempts, answer), later)
            .whenComplete((none, thrown) -> {
              if (thrown != null) answer.completeExceptionally(causeOf(thrown));
            });
      } else if (error == null) {
        answer.complete(response);
      } else {
        answer.completeExceptionally(causeOf(error));
      }
    });
  }

  /** Milliseconds: what the server asks for, or twice as many each time. */
  private static long pauseOf(HttpResponse<?> response, int attempt) {
    String asked = response.headers().firstValue("retry-after").orElse("");
    return asked.matches("[1-9]\\d{0,5}") ? Long.parseLong(asked) * 1000 : 100L << attempt;
  }

  /** All bytes of a response, unless it is a stream. */
  private static BodyHandler<InputStream> handlerOf(Call<?> call) {
    return info -> call.isStream(info.statusCode(), Headers.of(info.headers().map()))
        ? BodySubscribers.ofInputStream()
        : BodySubscribers.mapping(BodySubscribers.ofByteArray(), ByteArrayInputStream::new);
  }

  private static HttpRequest toHttp(OutgoingRequest request) {
    BodyPublisher body = request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.body());
    HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(request.url())).method(request.method(), body);
    request.headers().toMap().forEach((name, values) -> values.forEach(value -> {
      if (NO_HEADER.matcher(value).find()) {
        throw new IllegalArgumentException("the header '" + name + "' cannot hold '" + value + "'");
      }
      builder.header(name, value);
    }));
    return builder.build();
  }

  private static <Value> Value join(CompletableFuture<Value> future) {
    try {
      return future.join();
    } catch (CompletionException error) {
      if (error.getCause() instanceof RuntimeException cause) throw cause;
      throw error;
    }
  }

  private static Throwable causeOf(Throwable error) {
    return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
  }
}
