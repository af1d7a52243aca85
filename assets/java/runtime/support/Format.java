package com.example.runtime.support;

import java.util.function.Predicate;

/** Forms of texts. */
public enum Format {
  /** {@code 2024-02-29}, as RFC 3339 has it. */
  DATE("a date such as 2024-02-29 (date)", DateFormats::isDate),
  /** {@code 13:45:00.5+02:00} */
  TIME("a time such as 13:45:00Z (time)", DateFormats::isTime),
  /** {@code 2024-02-29T13:45:00Z} */
  DATE_TIME("a date and time such as 2024-02-29T13:45:00Z (date-time)", DateFormats::isDateTime),
  /** An e-mail address. */
  EMAIL("an e-mail address (email)", NetworkFormats::isEmail),
  /** A UUID, as a URN or not. */
  UUID("a UUID (uuid)", NetworkFormats::isUuid),
  /** The name of a host. */
  HOSTNAME("a host name (hostname)", NetworkFormats::isHostname),
  /** Four numbers with dots. */
  IPV4("an IPv4 address (ipv4)", NetworkFormats::isIpv4),
  /** An address as RFC 4291 has it. */
  IPV6("an IPv6 address (ipv6)", NetworkFormats::isIpv6),
  /** An absolute URI, as RFC 3986 has it. */
  URI("an absolute URI (uri)", NetworkFormats::isUri);

  private final String description;
  private final Predicate<String> test;

  Format(String description, Predicate<String> test) {
    this.description = description;
    this.test = test;
  }

  boolean test(String text) {
    return test.test(text);
  }

  String message() {
    return "must be " + description;
  }
}
