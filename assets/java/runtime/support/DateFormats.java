package com.example.runtime.support;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates and times of RFC 3339. */
final class DateFormats {
  private static final Pattern DATE = Pattern.compile("([0-9]{4})-([0-9]{2})-([0-9]{2})");
  private static final Pattern TIME = Pattern.compile(
      "([0-9]{2}):([0-9]{2}):([0-9]{2}(?:\\.[0-9]+)?)(?:[Zz]|([+-])([0-9]{2})(?::?([0-9]{2}))?)");
  private static final Pattern SEPARATOR = Pattern.compile(
      "[Tt\\t-\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]");
  private static final int MINUTES_OF_DAY = 1440;

  private DateFormats() {}

  static boolean isDate(String text) {
    Matcher parts = DATE.matcher(text);
    if (!parts.matches()) return false;
    int year = number(parts, 1);
    int month = number(parts, 2);
    int day = number(parts, 3);
    return month >= 1 && month <= 12 && day >= 1 && day <= daysOf(year, month);
  }

  private static int daysOf(int year, int month) {
    return switch (month) {
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  /** A leap second is one only where it is midnight in UTC. */
  static boolean isTime(String text) {
    Matcher parts = TIME.matcher(text);
    if (!parts.matches()) return false;
    int hour = number(parts, 1);
    int minute = number(parts, 2);
    double second = Double.parseDouble(parts.group(3));
    int offsetHour = number(parts, 5);
    int offsetMinute = number(parts, 6);
    if (offsetHour > 23 || offsetMinute > 59) return false;
    if (hour <= 23 && minute <= 59 && second < 60) return true;
    int sign = "-".equals(parts.group(4)) ? -1 : 1;
    int utc = hour * 60 + minute - sign * (offsetHour * 60 + offsetMinute);
    return second < 61 && (utc + 2 * MINUTES_OF_DAY) % MINUTES_OF_DAY == MINUTES_OF_DAY - 1;
  }

  static boolean isDateTime(String text) {
    String[] parts = SEPARATOR.split(text, -1);
    return parts.length == 2 && isDate(parts[0]) && isTime(parts[1]);
  }

  private static int number(Matcher parts, int group) {
    String digits = parts.group(group);
    return digits == null ? 0 : Integer.parseInt(digits);
  }
}
