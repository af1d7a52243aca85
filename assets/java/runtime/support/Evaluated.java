package com.example.runtime.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** What a schema says something of in one value: names of an object, positions of a list. */
public final class Evaluated {
  private final Set<String> names = new HashSet<>();
  private final BitSet positions = new BitSet();

  private Evaluated() {}

  static Evaluated of(JsonNode value, Mark... marks) {
    Evaluated evaluated = new Evaluated();
    for (Mark mark : marks) mark.mark(value, evaluated);
    return evaluated;
  }

  void add(String name) {
    names.add(name);
  }

  /** Positions from one to before another. */
  void add(int from, int to) {
    positions.set(from, to);
  }

  boolean has(String name) {
    return names.contains(name);
  }

  boolean has(int position) {
    return positions.get(position);
  }
}
