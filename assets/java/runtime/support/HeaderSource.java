package com.example.runtime.support;

import java.util.List;

/** Where headers are: in requests, and in responses. */
interface HeaderSource {
  /** The value of a header, by its name in lower case; null where it is not there. */
  String header(String name);

  /** The cookies that a response sets, which are never joined; null where it sets none. */
  default List<String> cookies() {
    return null;
  }

  /** Those of a response. */
  static HeaderSource of(Headers headers) {
    return new HeaderSource() {
      @Override
      public String header(String name) {
        return headers.get(name).orElse(null);
      }

      @Override
      public List<String> cookies() {
        List<String> values = headers.all("set-cookie");
        return values.isEmpty() ? null : values;
      }
    };
  }
}
