package com.example.runtime.support;

import java.util.regex.Pattern;

/** What texts can match. It shows itself as the model has it. */
public interface TextPattern {
  /**
   * Whether a text matches somewhere.
   *
   * @param text any text
   * @return true where it does
   */
  boolean test(String text);

  /**
   * A pattern that the engine of Java checks in time that is in proportion to the text.
   *
   * @param shown as the model has it, such as {@code /^a+$/u}
   * @param expression the same for the engine
   * @return a pattern
   */
  static TextPattern of(String shown, String expression) {
    return new NativePattern(shown, Pattern.compile(expression), false);
  }

  /**
   * As {@link #of}, for a pattern that looks at the two halves of a character in UTF-16 one by one.
   *
   * @param shown as the model has it
   * @param expression the same for the engine, in which halves stand in plane 16
   * @return a pattern
   */
  static TextPattern ofUnits(String shown, String expression) {
    return new NativePattern(shown, Pattern.compile(expression), true);
  }

  /**
   * A pattern for which a machine of this package goes through the text once: the engine would try one way after the other.
   *
   * @param shown as the model has it
   * @param steps the same as steps
   * @return a pattern
   */
  static TextPattern linear(String shown, Step... steps) {
    return new LinearPattern(shown, steps, false);
  }

  /**
   * As {@link #linear}, for a pattern that looks at the two halves of a character in UTF-16 one by one.
   *
   * @param shown as the model has it
   * @param steps the same as steps
   * @return a pattern
   */
  static TextPattern linearOfUnits(String shown, Step... steps) {
    return new LinearPattern(shown, steps, true);
  }
}
