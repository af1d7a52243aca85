package com.example.runtime.client;

import java.util.Iterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The pages of a long list, or the items on them. A page is asked for when it is wanted: whoever stops asks for no more. Each time that one goes over
 * them, they are asked for anew.
 *
 * @param <Value> a page, or an item
 */
public final class Paged<Value> implements Iterable<Value> {
  private final Iterable<Value> values;

  Paged(Iterable<Value> values) {
    this.values = values;
  }

  /**
   * Starts with the first page. To go on throws {@link ResponseException} when the API answers a page with an error, {@link NoResponseException} when it
   * does not answer, and {@link IllegalStateException} for a page that leads back to itself.
   */
  @Override
  public Iterator<Value> iterator() {
    return values.iterator();
  }

  /** The same as a stream. */
  public Stream<Value> stream() {
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), 0), false);
  }

  /** What is on each of the pages; null is nothing. */
  <Item> Paged<Item> items(Function<Value, ? extends Iterable<Item>> itemsOf) {
    return new Paged<>(() -> new ItemIterator<>(iterator(), itemsOf));
  }
}
