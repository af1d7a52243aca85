package com.example.runtime.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Checks texts. Lengths are counted in code points. */
public final class StringCheck implements Check {
  private boolean isTyped = true;
  private double minLength;
  private double maxLength = Double.POSITIVE_INFINITY;
  private TextPattern pattern;
  private Format format;

  StringCheck() {}

  /**
   * Allows values that are no texts.
   *
   * @return this
   */
  public StringCheck untyped() {
    isTyped = false;
    return this;
  }

  /**
   * Sets the least length.
   *
   * @param limit in code points
   * @return this
   */
  public StringCheck minLength(double limit) {
    minLength = limit;
    return this;
  }

  /**
   * Sets the greatest length.
   *
   * @param limit in code points
   * @return this
   */
  public StringCheck maxLength(double limit) {
    maxLength = limit;
    return this;
  }

  /**
   * Sets what has to match somewhere in the text.
   *
   * @param matched the pattern
   * @return this
   */
  public StringCheck matches(TextPattern matched) {
    pattern = matched;
    return this;
  }

  /**
   * Sets the form of the text.
   *
   * @param form such as {@code Format.DATE}
   * @return this
   */
  public StringCheck format(Format form) {
    format = form;
    return this;
  }

  @Override
  public void check(JsonNode value, String at, List<Violation> report) {
    if (value == null) return;
    if (!value.isTextual()) {
      if (isTyped) report.add(new Violation(at, "type", "must be a string"));
      return;
    }
    String text = value.textValue();
    // A code point takes two chars at most: few texts need counting.
    if (text.length() < 2 * minLength && codePoints(text) < minLength) {
      report.add(new Violation(at, "minLength", "must have at least " + characters(minLength)));
    }
    if (text.length() > maxLength && codePoints(text) > maxLength) {
      report.add(new Violation(at, "maxLength", "must have at most " + characters(maxLength)));
    }
    if (pattern != null && !pattern.test(text)) report.add(new Violation(at, "pattern", "must match " + pattern));
    if (format != null && !format.test(text)) report.add(new Violation(at, "format", format.message()));
  }

  private static int codePoints(String text) {
    return text.codePointCount(0, text.length());
  }

  private static String characters(double count) {
    return JsonText.number(count) + (count == 1 ? " character" : " characters");
  }
}
