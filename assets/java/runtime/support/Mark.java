package com.example.runtime.support;

import com.fasterxml.jackson.databind.JsonNode;

/** What one keyword of a schema evaluates. */
@FunctionalInterface
public interface Mark {
  /** Everything there is. */
  Mark ALL = (value, evaluated) -> {
    value.fieldNames().forEachRemaining(evaluated::add);
    evaluated.add(0, value.size());
  };

  /**
   * Adds what is evaluated of a value.
   *
   * @param value an object or a list
   * @param evaluated gets it
   */
  void mark(JsonNode value, Evaluated evaluated);

  /**
   * Members with some names.
   *
   * @param names all of them
   * @return a mark
   */
  static Mark ofNames(String... names) {
    return (value, evaluated) -> {
      for (String name : names) evaluated.add(name);
    };
  }

  /**
   * Members whose names match.
   *
   * @param pattern of names
   * @return a mark
   */
  static Mark ofPattern(TextPattern pattern) {
    return (value, evaluated) -> value.fieldNames().forEachRemaining(name -> {
      if (pattern.test(name)) evaluated.add(name);
    });
  }

  /**
   * The first items.
   *
   * @param count how many
   * @return a mark
   */
  static Mark ofItems(int count) {
    return (value, evaluated) -> evaluated.add(0, count);
  }

  /**
   * Items that a check allows.
   *
   * @param check of one item
   * @return a mark
   */
  static Mark ofMatches(Check check) {
    return (value, evaluated) -> {
      if (!value.isArray()) return;
      for (int index = 0; index < value.size(); index++) {
        if (check.allows(value.get(index))) evaluated.add(index, index + 1);
      }
    };
  }

  /**
   * What some marks add together.
   *
   * @param marks all of them
   * @return a mark
   */
  static Mark ofEach(Mark... marks) {
    return (value, evaluated) -> {
      for (Mark mark : marks) mark.mark(value, evaluated);
    };
  }

  /**
   * What a mark adds to a value of a form.
   *
   * @param check of the form
   * @param mark adds to what it allows
   * @return a mark
   */
  static Mark ofForm(Check check, Mark mark) {
    return ofForm(check, mark, (value, evaluated) -> {});
  }

  /**
   * What a mark adds to a value of a form, and another one to a value of none.
   *
   * @param check of the form
   * @param mark adds to what it allows
   * @param other adds to what it does not
   * @return a mark
   */
  static Mark ofForm(Check check, Mark mark, Mark other) {
    return (value, evaluated) -> (check.allows(value) ? mark : other).mark(value, evaluated);
  }
}
