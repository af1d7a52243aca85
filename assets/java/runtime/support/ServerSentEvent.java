package com.example.runtime.support;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A server-sent event. Its data has no bounds; event and id are one line each.
 *
 * @param <Data> what it brings
 * @param data what it brings
 * @param event what kind of event it is, in a word; null is {@code message}
 * @param id what a client that comes back says in the header {@code Last-Event-ID}; null for none
 * @param retry milliseconds that a client that comes back waits before it does; null for none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ServerSentEvent<Data>(
    @JsonProperty("data") Data data,
    @JsonProperty("event") String event,
    @JsonProperty("id") String id,
    @JsonProperty("retry") Long retry) {

  /** An event with nothing but data. */
  public static <Data> ServerSentEvent<Data> of(Data data) {
    return new ServerSentEvent<>(data, null, null, null);
  }
}
