package com.example.runtime.client;

import com.example.runtime.support.Headers;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/** How to reach an API. */
public final class ClientOptions {
  private final String baseUrl;
  private final Supplier<Headers> headers;
  private final Duration timeout;
  private final int retries;
  private final List<Middleware> middleware;
  private final HttpClient httpClient;

  private ClientOptions(Builder builder) {
    baseUrl = Objects.requireNonNull(builder.baseUrl, "baseUrl");
    headers = builder.headers;
    timeout = builder.timeout;
    retries = builder.retries;
    middleware = List.copyOf(builder.middleware);
    httpClient = builder.httpClient == null ? HttpClient.newHttpClient() : builder.httpClient;
  }

  /**
   * Starts with where the API is.
   *
   * @param baseUrl with the stage if there is one: {@code https://abc.execute-api.eu-west-1.amazonaws.com/prod}
   */
  public static Builder builder(String baseUrl) {
    return new Builder(baseUrl);
  }

  String baseUrl() {
    return baseUrl;
  }

  Headers headers() {
    return headers.get();
  }

  Duration timeout() {
    return timeout;
  }

  int retries() {
    return retries;
  }

  List<Middleware> middleware() {
    return middleware;
  }

  HttpClient httpClient() {
    return httpClient;
  }

  /** Collects the options, in any order. */
  public static final class Builder {
    private final String baseUrl;
    private final List<Middleware> middleware = new ArrayList<>();
    private Supplier<Headers> headers = () -> Headers.NONE;
    private Duration timeout;
    private int retries;
    private HttpClient httpClient;

    private Builder(String baseUrl) {
      this.baseUrl = baseUrl;
    }

    /** Sent with every request. */
    public Builder headers(Headers value) {
      return headers(() -> value);
    }

    /** Sent with every request, and asked for each time: for tokens that expire. */
    public Builder headers(Supplier<Headers> value) {
      headers = value;
      return this;
    }

    /** Until a request is given up; forever unless given. */
    public Builder timeout(Duration value) {
      timeout = value;
      return this;
    }

    /**
     * How often a request that can be repeated safely is tried again after a network failure, 429, 502, 503 or 504. None unless given.
     */
    public Builder retries(int value) {
      retries = value;
      return this;
    }

    /** Changes requests before they are sent and responses before they are read; the first to see a request is the last to see its response. */
    public Builder middleware(Middleware value) {
      middleware.add(value);
      return this;
    }

    /** Instead of a new one. */
    public Builder httpClient(HttpClient value) {
      httpClient = value;
      return this;
    }

    public ClientOptions build() {
      return new ClientOptions(this);
    }
  }
}
