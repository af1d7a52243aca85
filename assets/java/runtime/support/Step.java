package com.example.runtime.support;

import java.util.List;
import java.util.regex.Pattern;

/** One step of a pattern that a machine without backtracking goes through: what matches is behind the last one. */
public sealed interface Step {
  /** A character that must match. */
  record One(Pattern expression) implements Step {
    boolean test(int character) {
      return expression.matcher(Character.toString(character)).matches();
    }
  }

  /** Where to go on, at all of them, counted from here. */
  record Fork(List<Integer> distances) implements Step {}

  /** A place in the text, as regular expressions write it. */
  record Place(char mark) implements Step {}

  /** What stands, or must not stand, before or behind the place. Steps of what stands behind go through the text from its end. */
  record Look(boolean isBehind, boolean isNot, List<Step> steps) implements Step {
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /** Steps that are there several times. */
  record Times(int count, List<Step> steps) implements Step {}

  /**
   * A character that must match.
   *
   * @param expression of one character
   * @return a step
   */
  static Step one(String expression) {
    return new One(Pattern.compile(expression));
  }

  /**
   * Where to go on, at all of them.
   *
   * @param distances counted from here
   * @return a step
   */
  static Step fork(Integer... distances) {
    return new Fork(List.of(distances));
  }

  /**
   * A place in the text.
   *
   * @param mark the start, the end, a boundary of a word or none: {@code ^}, {@code $}, {@code b} or {@code B}
   * @return a step
   */
  static Step place(char mark) {
    return new Place(mark);
  }

  /**
   * What stands, or must not stand, around the place.
   *
   * @param isBehind what stands before the place in the text
   * @param isNot what must not stand there
   * @param steps of it
   * @return a step
   */
  static Step look(boolean isBehind, boolean isNot, Step... steps) {
    return new Look(isBehind, isNot, List.of(steps));
  }

  /**
   * Steps that are there several times.
   *
   * @param count how often
   * @param steps all of them
   * @return a step
   */
  static Step times(int count, Step... steps) {
    return new Times(count, List.of(steps));
  }
}
