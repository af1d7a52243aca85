package com.example.runtime.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Spliterators;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The items of a response that streams, each as soon as it is there. They can be read once; who stops early closes the stream, which ends the
 * connection.
 *
 * @param <Item> what comes
 */
public final class ItemStream<Item> implements Iterable<Item>, AutoCloseable {
  private final InputStream source;
  private final Iterator<Item> items;

  ItemStream(InputStream source, Function<InputStream, Iterator<Item>> read) {
    this.source = source;
    items = read.apply(source);
  }

  @Override
  public Iterator<Item> iterator() {
    return items;
  }

  public Stream<Item> stream() {
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(items, 0), false).onClose(this::close);
  }

  @Override
  public void close() {
    try {
      source.close();
    } catch (IOException error) {
      throw new UncheckedIOException(error);
    }
  }
}
