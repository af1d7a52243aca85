package com.example.runtime.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks lists: how many items there are, those at the first positions, and all others. */
public final class ListCheck implements Check {
  private final List<Check> positions = new ArrayList<>();
  private boolean isTyped = true;
  private double minItems;
  private double maxItems = Double.POSITIVE_INFINITY;
  private boolean isUnique;
  private Check others;

  ListCheck() {}

  /**
   * Allows values that are no lists.
   *
   * @return this
   */
  public ListCheck untyped() {
    isTyped = false;
    return this;
  }

  /**
   * Sets how many items there are at least.
   *
   * @param limit a number of items
   * @return this
   */
  public ListCheck minItems(double limit) {
    minItems = limit;
    return this;
  }

  /**
   * Sets how many items there are at most.
   *
   * @param limit a number of items
   * @return this
   */
  public ListCheck maxItems(double limit) {
    maxItems = limit;
    return this;
  }

  /**
   * Refuses lists with an item that is there twice.
   *
   * @return this
   */
  public ListCheck unique() {
    isUnique = true;
    return this;
  }

  /**
   * Says what the item at the next position is.
   *
   * @param item checks it, where it is there
   * @return this
   */
  public ListCheck position(Check item) {
    positions.add(item);
    return this;
  }

  /**
   * Says what all items behind those with positions are.
   *
   * @param item checks each of them
   * @return this
   */
  public ListCheck each(Check item) {
    others = item;
    return this;
  }

  @Override
  public void check(JsonNode value, String at, List<Violation> report) {
    if (value == null) return;
    if (!value.isArray()) {
      if (isTyped) report.add(new Violation(at, "type", "must be a list"));
      return;
    }
    int size = value.size();
    if (size < minItems) report.add(new Violation(at, "minItems", "must have at least " + items(minItems)));
    if (size > maxItems) report.add(new Violation(at, "maxItems", "must have at most " + items(maxItems)));
    if (isUnique && hasRepeated(value)) report.add(new Violation(at, "uniqueItems", "must not repeat an item"));
    for (int index = 0; index < size; index++) {
      Check check = index < positions.size() ? positions.get(index) : others;
      if (check != null) check.check(value.get(index), Pointers.item(at, index), report);
    }
  }

  private static boolean hasRepeated(JsonNode list) {
    Set<String> known = new HashSet<>();
    for (JsonNode item : list) if (!known.add(JsonText.canonical(item))) return true;
    return false;
  }

  private static String items(double count) {
    return JsonText.number(count) + (count == 1 ? " item" : " items");
  }
}
