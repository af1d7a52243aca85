package com.example.runtime.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks that a value has one of some forms: exactly one of them, or at least one. */
public final class UnionCheck implements Check {
  private final List<Check> forms;
  private final boolean isExclusive;
  private final Map<String, Integer> names = new LinkedHashMap<>();
  private String property;
  private boolean isDistinct;

  UnionCheck(boolean isExclusive, List<Check> forms) {
    this.isExclusive = isExclusive;
    this.forms = forms;
  }

  /**
   * Names the property that tells the forms apart. It changes no verdict: the form that it names is tried first, and what is wrong with that is reported.
   *
   * @param name of the property
   * @return this
   */
  public UnionCheck discriminator(String name) {
    property = name;
    return this;
  }

  /**
   * As {@link #discriminator}, for a property of which no two forms have a value in common: only the form that it names is looked
   * at.
   *
   * @param name of the property
   * @return this
   */
  public UnionCheck distinguishedBy(String name) {
    isDistinct = true;
    return discriminator(name);
  }

  /**
   * Says which form a value of the property stands for.
   *
   * @param value of the property
   * @param form the position of the form
   * @return this
   */
  public UnionCheck named(String value, int form) {
    names.put(value, form);
    return this;
  }

  @Override
  public void check(JsonNode value, String at, List<Violation> report) {
    if (value == null) return;
    Integer hint = hintOf(value);
    if (hint != null && (isDistinct || !isExclusive)) {
      List<Violation> violations = forms.get(hint).violationsOf(value, at);
      if (violations.isEmpty()) return;
      if (isDistinct) {
        failAll(at, violations, report);
        return;
      }
    }
    List<List<Violation>> found = new ArrayList<>(forms.size());
    int valid = 0;
    for (Check form : forms) {
      List<Violation> violations = form.violationsOf(value, at);
      found.add(violations);
      if (violations.isEmpty()) valid++;
      if (!isExclusive && valid > 0) return;
    }
    if (valid == 0) failAll(at, closest(found, hint), report);
    if (valid > 1) {
      String message = "matches " + valid + " of the forms that are allowed, and must match exactly one";
      report.add(new Violation(at, "oneOf", message));
    }
  }

  private void failAll(String at, List<Violation> violations, List<Violation> report) {
    String constraint = isExclusive ? "oneOf" : "anyOf";
    report.add(new Violation(at, constraint, "matches none of the forms that are allowed"));
    report.addAll(violations);
  }

  private Integer hintOf(JsonNode value) {
    JsonNode name = property == null ? null : value.get(property);
    return name != null && name.isTextual() ? names.get(name.textValue()) : null;
  }

  /** The violations that say most: those of the form that is named, or of the one that is violated least. */
  private static List<Violation> closest(List<List<Violation>> found, Integer hint) {
    if (hint != null) return found.get(hint);
    List<Violation> least = found.isEmpty() ? List.of() : found.get(0);
    for (List<Violation> next : found) if (next.size() < least.size()) least = next;
    return least;
  }
}
