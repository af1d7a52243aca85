package com.example.runtime.support;

import java.util.regex.Pattern;

/** A pattern that the engine of Java checks. */
record NativePattern(String shown, Pattern expression, boolean isOfUnits) implements TextPattern {
  /** How far behind a half of a character stands what represents it. */
  private static final int HALVES_AT = 0x100000;

  @Override
  public boolean test(String text) {
    return expression.matcher(isOfUnits ? units(text) : text).find();
  }

  @Override
  public String toString() {
    return shown;
  }

  /** A text in which each half of a character is a character of its own. */
  static String units(String text) {
    if (text.chars().noneMatch(NativePattern::isHalf)) return text;
    StringBuilder units = new StringBuilder();
    text.chars().forEach(unit -> units.appendCodePoint(isHalf(unit) ? unit + HALVES_AT : unit));
    return units.toString();
  }

  private static boolean isHalf(int unit) {
    return unit >= Character.MIN_SURROGATE && unit <= Character.MAX_SURROGATE;
  }
}
