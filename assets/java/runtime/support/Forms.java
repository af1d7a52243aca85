package com.example.runtime.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a value that has one of some forms, as the class of its form.
 *
 * @param <T> what all the classes are
 */
public final class Forms<T> {
  private record Form<T>(Class<? extends T> type, List<Check> checks) {
    boolean allows(JsonNode value) {
      return checks.stream().anyMatch(check -> check.allows(value));
    }

    /** How much is wrong with a value. */
    int distance(JsonNode value) {
      return checks.stream().mapToInt(check -> check.violationsOf(value, "").size()).min().orElse(0);
    }
  }

  private final List<Form<T>> forms = new ArrayList<>();
  private final Map<String, Form<T>> named = new HashMap<>();
  private String property;

  /**
   * Adds a form.
   *
   * @param type what a value of the form becomes
   * @param checks one of them allows a value of the form
   * @return this
   */
  public Forms<T> form(Class<? extends T> type, Check... checks) {
    forms.add(new Form<>(type, List.of(checks)));
    return this;
  }

  /**
   * Names the property that tells the forms apart.
   *
   * @param name of the property
   * @return this
   */
  public Forms<T> discriminator(String name) {
    property = name;
    return this;
  }

  /**
   * Says which form a value of the property stands for.
   *
   * @param value of the property
   * @param form the position of the form
   * @return this
   */
  public Forms<T> named(String value, int form) {
    named.put(value, forms.get(form));
    return this;
  }

  /**
   * Reads a value: as the form that its property names, else as the first that allows it, else as the one of which least is wrong.
   *
   * @param value the JSON
   * @return the value
   * @throws IllegalArgumentException for a value that the class of the form cannot hold
   */
  public T read(JsonNode value) {
    JsonNode name = property == null ? null : value.get(property);
    Form<T> hinted = name == null ? null : named.get(name.asText());
    if (hinted != null && hinted.allows(value)) return Json.read(value, hinted.type);
    for (Form<T> form : forms) if (form.allows(value)) return Json.read(value, form.type);
    Form<T> closest = hinted;
    for (Form<T> form : forms) {
      if (closest == null || closest != hinted && form.distance(value) < closest.distance(value)) closest = form;
    }
    return closest == null ? null : Json.read(value, closest.type);
  }
}
