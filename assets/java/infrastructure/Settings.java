package com.example.infra;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What was set on a builder, in the order in which it was, for another builder to take over.
 *
 * @param <P> the builder that takes it over
 * @param <B> the builder that extends this
 */
abstract class Settings<P, B> {
  private final List<Consumer<P>> settings = new ArrayList<>();

  final B set(Consumer<P> setting) {
    settings.add(setting);
    return self();
  }

  final List<Consumer<P>> settings() {
    return List.copyOf(settings);
  }

  abstract B self();
}
