package com.example.runtime.client;

import com.example.runtime.support.OperationResponse;
import com.example.runtime.support.Paging;
import com.example.runtime.support.RawResponse;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** Asks for page after page, each when it is wanted. */
final class PageIterator<Input, Known extends OperationResponse, Page> implements Iterator<Page> {
  private final Transport transport;
  private final Paging<Input, Known, Page> paging;
  private final RequestOptions options;
  private Input input;
  private JsonNode last;
  private JsonNode token;
  private boolean isFirst = true;

  PageIterator(Transport transport, Paging<Input, Known, Page> paging, Input first, RequestOptions options) {
    this.transport = transport;
    this.paging = paging;
    this.options = options;
    input = first;
  }

  @Override
  public boolean hasNext() {
    return isFirst || token != null;
  }

  @Override
  public Page next() {
    if (!hasNext()) throw new NoSuchElementException("there are no more pages");
    Input wanted = isFirst ? input : paging.nextInput(input, last, token);
    RawResponse<Known> answer = transport.page(paging, wanted, options);
    // A page that is answered with an error can be asked for again, so that all stays as it was until then.
    input = wanted;
    last = token;
    token = paging.tokenOn(answer);
    isFirst = false;
    return answer.response().map(paging.page()).orElse(null);
  }
}
