package com.example.runtime.client;

import java.util.Collections;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Goes over the items of pages, and asks for a page when those of the one before are used up. */
final class ItemIterator<Page, Item> implements Iterator<Item> {
  private final Iterator<Page> pages;
  private final Function<Page, ? extends Iterable<Item>> itemsOf;
  private Iterator<Item> items = Collections.emptyIterator();

  ItemIterator(Iterator<Page> pages, Function<Page, ? extends Iterable<Item>> itemsOf) {
    this.pages = pages;
    this.itemsOf = itemsOf;
  }

  @Override
  public boolean hasNext() {
    while (!items.hasNext() && pages.hasNext()) {
      Iterable<Item> found = itemsOf.apply(pages.next());
      if (found != null) items = found.iterator();
    }
    return items.hasNext();
  }

  @Override
  public Item next() {
    if (!hasNext()) throw new NoSuchElementException("there are no more items");
    return items.next();
  }
}
