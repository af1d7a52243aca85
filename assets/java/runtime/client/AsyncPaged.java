package com.example.runtime.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The pages of a long list, or the items on them, one after the other and without waiting. A page is asked for when the one before was used. Each time
 * that one goes over them, they are asked for anew.
 *
 * <p>What one goes over them with fails with {@link ResponseException} when the API answers a page with an error, {@link NoResponseException} when it
 * does not answer, {@link IllegalStateException} for a page that leads back to itself, and what the function throws that is called.
 *
 * @param <Value> a page, or an item
 */
public final class AsyncPaged<Value> {
  private final Source<Value> source;

  /** Gives values to a function until it says false. */
  interface Source<Value> {
    CompletableFuture<Void> giveTo(Predicate<? super Value> action);
  }

  AsyncPaged(Source<Value> source) {
    this.source = source;
  }

  /**
   * Calls a function with each, in their order.
   *
   * @return is there after the last
   */
  public CompletableFuture<Void> forEach(Consumer<? super Value> action) {
    return forEachWhile(value -> {
      action.accept(value);
      return true;
    });
  }

  /**
   * Calls a function with one after the other until it says false: then no more pages are asked for.
   *
   * @return is there after the last that was wanted
   */
  public CompletableFuture<Void> forEachWhile(Predicate<? super Value> action) {
    return source.giveTo(action);
  }

  /** All of them, which has to have an end. */
  public CompletableFuture<List<Value>> toList() {
    List<Value> all = new ArrayList<>();
    return forEach(all::add).thenApply(none -> all);
  }

  /** What is on each of the pages; null is nothing. */
  <Item> AsyncPaged<Item> items(Function<Value, ? extends Iterable<Item>> itemsOf) {
    return new AsyncPaged<>(action -> forEachWhile(page -> {
      Iterable<Item> items = itemsOf.apply(page);
      if (items == null) return true;
      for (Item item : items) if (!action.test(item)) return false;
      return true;
    }));
  }
}
