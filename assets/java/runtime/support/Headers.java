package com.example.runtime.support;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Headers of HTTP. Names are the same in upper and lower case. Objects do not change: methods give others. */
public final class Headers {
  /** No headers. */
  public static final Headers NONE = new Headers(Map.of());

  private final Map<String, List<String>> values;

  private Headers(Map<String, ? extends Collection<String>> values) {
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    values.forEach((name, texts) -> copy.put(name, List.copyOf(texts)));
    this.values = Collections.unmodifiableMap(copy);
  }

  /** One header. */
  public static Headers of(String name, String value) {
    return new Headers(Map.of(name, List.of(value)));
  }

  /** Headers by their names, each with one value or more. */
  public static Headers of(Map<String, ? extends Collection<String>> values) {
    return new Headers(values);
  }

  /** The value of a header; several are joined with commas, as HTTP says. */
  public Optional<String> get(String name) {
    List<String> texts = all(name);
    return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", texts));
  }

  /** Every value of a header, such as those of {@code Set-Cookie}. */
  public List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** The same with a header in place of those of its name. */
  public Headers with(String name, String value) {
    return with(name, List.of(value));
  }

  /** The same with a header that has several values, in place of those of its name. */
  public Headers with(String name, List<String> texts) {
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(values);
    copy.remove(name);
    copy.put(name, texts);
    return new Headers(copy);
  }

  /** The same with a value added to a header. */
  public Headers and(String name, String value) {
    List<String> texts = new ArrayList<>(all(name));
    texts.add(value);
    return with(name, texts);
  }

  /** The same with other headers, unless these have them. */
  public Headers orElse(Headers others) {
    Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    copy.putAll(others.values);
    copy.keySet().removeAll(values.keySet());
    copy.putAll(values);
    return new Headers(copy);
  }

  /** All of them; looked up in any case. */
  public Map<String, List<String>> toMap() {
    return values;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Headers headers && values.equals(headers.values);
  }

  @Override
  public int hashCode() {
    // Values in the order of the names; the view of a map has no hash code of its own.
    return List.copyOf(values.values()).hashCode();
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
