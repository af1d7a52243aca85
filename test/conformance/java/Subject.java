package com.example.harness;

import com.example.runtime.support.ApiHandler;
import com.example.runtime.support.Call;
import com.example.runtime.support.OperationResponse;
import com.example.runtime.support.RawResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * An operation of a spec, as the generated code of it is used.
 *
 * @param call makes responses of values
 * @param handler a handler that answers as it is told
 * @param client calls the operation by the class that waits
 * @param asyncClient calls the operation by the class that does not wait
 * @param invoke calls a handler as tests do
 */
public record Subject<Known extends OperationResponse>(
    Call<Known> call,
    Function<Answering<Known>, ApiHandler<?, ?>> handler,
    BiFunction<String, Given, Object> client,
    BiFunction<String, Given, CompletableFuture<?>> asyncClient,
    BiFunction<ApiHandler<?, ?>, Given, RawResponse<?>> invoke) {

  /** Answers a request, given as its parameters and body. */
  @FunctionalInterface
  public interface Answering<Known extends OperationResponse> {
    Known answer(Object requestParameters, Object body, boolean isThere);
  }
}
