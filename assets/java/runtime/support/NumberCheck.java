package com.example.runtime.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;

/** Checks numbers, as the 64-bit floating-point numbers that JSON has in most programs. */
public final class NumberCheck implements Check {
  private static final double LARGEST_EXACT_INTEGER = 0x1.0p53 - 1;

  private final String type;
  private boolean isTyped = true;
  private double minimum = Double.NEGATIVE_INFINITY;
  private double maximum = Double.POSITIVE_INFINITY;
  private Double exclusiveMinimum;
  private Double exclusiveMaximum;
  private double step;
  private boolean isInt32;

  NumberCheck(String type) {
    this.type = type;
  }

  /**
   * Allows values that are no numbers.
   *
   * @return this
   */
  public NumberCheck untyped() {
    isTyped = false;
    return this;
  }

  /**
   * Sets the least number.
   *
   * @param limit is allowed itself
   * @return this
   */
  public NumberCheck minimum(double limit) {
    minimum = limit;
    return this;
  }

  /**
   * Sets the greatest number.
   *
   * @param limit is allowed itself
   * @return this
   */
  public NumberCheck maximum(double limit) {
    maximum = limit;
    return this;
  }

  /**
   * Sets what all numbers are above.
   *
   * @param limit is not allowed itself
   * @return this
   */
  public NumberCheck exclusiveMinimum(double limit) {
    exclusiveMinimum = limit;
    return this;
  }

  /**
   * Sets what all numbers are below.
   *
   * @param limit is not allowed itself
   * @return this
   */
  public NumberCheck exclusiveMaximum(double limit) {
    exclusiveMaximum = limit;
    return this;
  }

  /**
   * Sets what all numbers are multiples of. It is exact on the decimals that are written: 0.3 is a multiple of 0.1.
   *
   * @param factor above zero
   * @return this
   */
  public NumberCheck multipleOf(double factor) {
    step = factor;
    return this;
  }

  /**
   * Allows signed integers of 32 bits only.
   *
   * @return this
   */
  public NumberCheck int32() {
    isInt32 = true;
    return this;
  }

  @Override
  public void check(JsonNode value, String at, List<Violation> report) {
    if (value == null) return;
    if (!value.isNumber()) {
      if (isTyped) failType(at, report);
      return;
    }
    double number = value.doubleValue();
    boolean isOfType = Double.isFinite(number) && (type.equals("a number") || number == Math.rint(number));
    if (isTyped && !isOfType) failType(at, report);
    if (number < minimum) fail(at, "minimum", "at least ", minimum, report);
    if (number > maximum) fail(at, "maximum", "at most ", maximum, report);
    if (exclusiveMinimum != null && number <= exclusiveMinimum) {
      fail(at, "exclusiveMinimum", "greater than ", exclusiveMinimum, report);
    }
    if (exclusiveMaximum != null && number >= exclusiveMaximum) {
      fail(at, "exclusiveMaximum", "less than ", exclusiveMaximum, report);
    }
    if (step != 0 && !isMultiple(number, step)) fail(at, "multipleOf", "a multiple of ", step, report);
    if (isInt32 && number != (int) number) {
      report.add(new Violation(at, "format", "must be an integer of 32 bits (int32)"));
    }
  }

  private void failType(String at, List<Violation> report) {
    report.add(new Violation(at, "type", "must be " + type));
  }

  private static void fail(String at, String constraint, String bound, double limit, List<Violation> report) {
    report.add(new Violation(at, constraint, "must be " + bound + JsonText.number(limit)));
  }

  private static boolean isMultiple(double number, double factor) {
    if (!Double.isFinite(number)) return false;
    if (isExactInteger(number) && isExactInteger(factor)) return number % factor == 0;
    // Zero has no shortest decimal with digits.
    if (number == 0) return true;
    BigDecimal decimal = JsonText.shortest(number);
    BigDecimal other = JsonText.shortest(factor);
    int scale = Math.max(decimal.scale(), other.scale());
    return decimal.setScale(scale).unscaledValue().mod(other.setScale(scale).unscaledValue().abs()).signum() == 0;
  }

  private static boolean isExactInteger(double number) {
    return number == Math.rint(number) && Math.abs(number) <= LARGEST_EXACT_INTEGER;
  }
}
