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
  private boolean isInt64;

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

  /**
   * Allows signed integers of 64 bits only, of which every digit counts.
   *
   * @return this
   */
  public NumberCheck int64() {
    isInt64 = true;
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
    boolean isInteger = number == Math.rint(number) && Double.isFinite(number);
    if (isTyped && !isInteger && (isInteger() || !Double.isFinite(number))) failType(at, report);
    if (isInt64 && isInteger && !value.canConvertToLong()) {
      report.add(new Violation(at, "format", "must be an integer of 64 bits (int64)"));
    }
    if (compare(value, minimum) < 0) fail(at, "minimum", "at least ", minimum, report);
    if (compare(value, maximum) > 0) fail(at, "maximum", "at most ", maximum, report);
    if (exclusiveMinimum != null && compare(value, exclusiveMinimum) <= 0) {
      fail(at, "exclusiveMinimum", "greater than ", exclusiveMinimum, report);
    }
    if (exclusiveMaximum != null && compare(value, exclusiveMaximum) >= 0) {
      fail(at, "exclusiveMaximum", "less than ", exclusiveMaximum, report);
    }
    // What no double holds is infinite: that it is no number, its type says.
    if (step != 0 && Double.isFinite(number) && !isMultiple(value)) fail(at, "multipleOf", "a multiple of ", step, report);
    if (isInt32 && number != (int) number) {
      report.add(new Violation(at, "format", "must be an integer of 32 bits (int32)"));
    }
  }

  private boolean isInteger() {
    return type.equals("an integer");
  }

  private int compare(JsonNode value, double limit) {
    if (!isExact(value) || !Double.isFinite(limit)) return Double.compare(value.doubleValue() + 0.0, limit + 0.0);
    return value.decimalValue().compareTo(new BigDecimal(limit));
  }

  /** Whether no digit may be lost. */
  private boolean isExact(JsonNode value) {
    return isInt64 && value.isIntegralNumber() && value.canConvertToLong();
  }

  private void failType(String at, List<Violation> report) {
    report.add(new Violation(at, "type", "must be " + type));
  }

  private static void fail(String at, String constraint, String bound, double limit, List<Violation> report) {
    report.add(new Violation(at, constraint, "must be " + bound + JsonText.number(limit)));
  }

  private boolean isMultiple(JsonNode value) {
    double number = value.doubleValue();
    if (isExactInteger(number) && isExactInteger(step)) return number % step == 0;
    // Zero has no shortest decimal with digits.
    if (number == 0) return true;
    BigDecimal decimal = isExact(value) ? value.decimalValue() : JsonText.shortest(number);
    BigDecimal factor = JsonText.shortest(step);
    int scale = Math.max(decimal.scale(), factor.scale());
    return decimal.setScale(scale).unscaledValue().mod(factor.setScale(scale).unscaledValue().abs()).signum() == 0;
  }

  private static boolean isExactInteger(double number) {
    return number == Math.rint(number) && Math.abs(number) <= LARGEST_EXACT_INTEGER;
  }
}
