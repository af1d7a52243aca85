package com.example.runtime.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks objects: names that must be there, members by their names and by patterns of them, and all others. */
public final class StructureCheck implements Check {
  private static final Check REFUSE =
      (value, at, report) -> report.add(new Violation(at, "additionalProperties", "is not known"));

  private record Matching(TextPattern pattern, Check check) {}

  private final Map<String, Check> members = new LinkedHashMap<>();
  private final List<Matching> patterns = new ArrayList<>();
  private boolean isTyped = true;
  private List<String> required = List.of();
  private double minProperties;
  private double maxProperties = Double.POSITIVE_INFINITY;
  private Check others;

  StructureCheck() {}

  /**
   * Allows values that are no objects.
   *
   * @return this
   */
  public StructureCheck untyped() {
    isTyped = false;
    return this;
  }

  /**
   * Names members that must be there.
   *
   * @param names their names
   * @return this
   */
  public StructureCheck required(String... names) {
    required = List.of(names);
    return this;
  }

  /**
   * Sets how many members there are at least.
   *
   * @param limit a number of members
   * @return this
   */
  public StructureCheck minProperties(double limit) {
    minProperties = limit;
    return this;
  }

  /**
   * Sets how many members there are at most.
   *
   * @param limit a number of members
   * @return this
   */
  public StructureCheck maxProperties(double limit) {
    maxProperties = limit;
    return this;
  }

  /**
   * Declares a member.
   *
   * @param name its name
   * @param check checks it, where it is there
   * @return this
   */
  public StructureCheck member(String name, Check check) {
    members.put(name, check);
    return this;
  }

  /**
   * Says what members are whose names match, declared or not.
   *
   * @param pattern of names
   * @param check checks each of them
   * @return this
   */
  public StructureCheck matching(TextPattern pattern, Check check) {
    patterns.add(new Matching(pattern, check));
    return this;
  }

  /**
   * Says what members are that are neither declared nor of a pattern.
   *
   * @param check checks each of them
   * @return this
   */
  public StructureCheck others(Check check) {
    others = check;
    return this;
  }

  /**
   * Refuses members that are neither declared nor of a pattern.
   *
   * @return this
   */
  public StructureCheck closed() {
    return others(REFUSE);
  }

  @Override
  public void check(JsonNode value, String at, List<Violation> report) {
    if (value == null) return;
    if (!value.isObject()) {
      if (isTyped) report.add(new Violation(at, "type", "must be an object"));
      return;
    }
    for (String name : required) {
      if (!value.has(name)) report.add(new Violation(Pointers.member(at, name), "required", "is required"));
    }
    checkSize(value.size(), at, report);
    members.forEach((name, check) -> {
      JsonNode member = value.get(name);
      if (member != null) check.check(member, Pointers.member(at, name), report);
    });
    for (Matching matching : patterns) {
      value.properties().forEach(member -> {
        if (matching.pattern.test(member.getKey())) checkMember(matching.check, member, at, report);
      });
    }
    if (others != null) {
      value.properties().forEach(member -> {
        if (!isKnown(member.getKey())) checkMember(others, member, at, report);
      });
    }
  }

  private void checkSize(int size, String at, List<Violation> report) {
    if (size < minProperties) {
      String message = "must have at least " + JsonText.number(minProperties) + " properties";
      report.add(new Violation(at, "minProperties", message));
    }
    if (size > maxProperties) {
      String message = "must have at most " + JsonText.number(maxProperties) + " properties";
      report.add(new Violation(at, "maxProperties", message));
    }
  }

  private boolean isKnown(String name) {
    return members.containsKey(name) || patterns.stream().anyMatch(matching -> matching.pattern.test(name));
  }

  private static void checkMember(Check check, Map.Entry<String, JsonNode> member, String at, List<Violation> report) {
    check.check(member.getValue(), Pointers.member(at, member.getKey()), report);
  }
}
