package com.example.runtime.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.function.Supplier;

/** What checks are made of. Those with methods of their own, such as {@link StructureCheck}, are complete before they are used. */
public final class Checks {
  /** Finds nothing wrong with any value. */
  public static final Check ANYTHING = (value, at, report) -> {};

  /** Allows no value. */
  public static final Check NEVER = (value, at, report) -> {
    if (value != null) report.add(new Violation(at, "false schema", "is not allowed"));
  };

  /** Allows true and false. */
  public static final Check BOOLEAN = (value, at, report) -> {
    if (value != null && !value.isBoolean()) failType("true or false", at, report);
  };

  /** Allows null. */
  public static final Check NULL = (value, at, report) -> {
    if (value != null && !value.isNull()) failType("null", at, report);
  };

  /** Allows bytes, which stand in a tree as they are. */
  public static final Check BYTES = (value, at, report) -> {
    if (value != null && !value.isBinary()) failType("bytes", at, report);
  };

  private Checks() {}

  /**
   * Allows texts.
   *
   * @return a check that can be narrowed
   */
  public static StringCheck string() {
    return new StringCheck();
  }

  /**
   * Allows numbers.
   *
   * @return a check that can be narrowed
   */
  public static NumberCheck number() {
    return new NumberCheck("a number");
  }

  /**
   * Allows numbers without a fraction, such as 1 and 1.0.
   *
   * @return a check that can be narrowed
   */
  public static NumberCheck integer() {
    return new NumberCheck("an integer");
  }

  /**
   * Allows lists.
   *
   * @return a check that can be narrowed
   */
  public static ListCheck list() {
    return new ListCheck();
  }

  /**
   * Allows objects.
   *
   * @return a check that can be narrowed
   */
  public static StructureCheck structure() {
    return new StructureCheck();
  }

  /**
   * Allows some texts.
   *
   * @param texts all of them
   * @return a check
   */
  public static Check texts(String... texts) {
    return EnumCheck.ofTexts(List.of(texts));
  }

  /**
   * Allows some values.
   *
   * @param json each of them as JSON
   * @return a check
   */
  public static Check values(String... json) {
    return EnumCheck.ofJson(List.of(json));
  }

  /**
   * Allows what all checks allow.
   *
   * @param checks are asked in this order
   * @return a check
   */
  public static Check all(Check... checks) {
    return (value, at, report) -> {
      for (Check check : checks) check.check(value, at, report);
    };
  }

  /**
   * Allows what exactly one of some forms allows.
   *
   * @param forms all of them
   * @return a check that can be told of a discriminator
   */
  public static UnionCheck oneOf(Check... forms) {
    return new UnionCheck(true, List.of(forms));
  }

  /**
   * Allows what at least one of some forms allows.
   *
   * @param forms all of them
   * @return a check that can be told of a discriminator
   */
  public static UnionCheck anyOf(Check... forms) {
    return new UnionCheck(false, List.of(forms));
  }

  /**
   * Allows null, and what a check allows.
   *
   * @param check of what is not null
   * @return a check
   */
  public static Check nullable(Check check) {
    return (value, at, report) -> {
      if (value != null && !value.isNull()) check.check(value, at, report);
    };
  }

  /**
   * Allows what a check does not.
   *
   * @param check of what is excluded
   * @return a check
   */
  public static Check not(Check check) {
    return (value, at, report) -> {
      if (value != null && check.allows(value)) {
        report.add(new Violation(at, "not", "must not have the form that is excluded"));
      }
    };
  }

  /**
   * Asks one of two checks.
   *
   * @param condition tells which
   * @param consequence of what the condition allows
   * @param alternative of what it does not
   * @return a check
   */
  public static Check conditional(Check condition, Check consequence, Check alternative) {
    return (value, at, report) -> {
      if (value == null) return;
      Check branch = condition.allows(value) ? consequence : alternative;
      branch.check(value, at, report);
    };
  }

  /**
   * Allows lists with enough items of a form, and what is no list.
   *
   * @param item checks one item
   * @param min how many there are at least
   * @return a check
   */
  public static Check contains(Check item, double min) {
    return contains(item, min, Double.POSITIVE_INFINITY);
  }

  /**
   * Allows lists with so many items of a form, and what is no list.
   *
   * @param item checks one item
   * @param min how many there are at least
   * @param max how many there are at most
   * @return a check
   */
  public static Check contains(Check item, double min, double max) {
    return (value, at, report) -> {
      if (value == null || !value.isArray()) return;
      int found = 0;
      for (JsonNode each : value) if (item.allows(each)) found++;
      if (found >= min && found <= max) return;
      String bound = found < min ? "at least " + JsonText.number(min) : "at most " + JsonText.number(max);
      report.add(new Violation(at, "contains", "must have " + bound + " of the items that are asked for"));
    };
  }

  /**
   * Allows objects whose names are of a form, and what is no object. What is wrong is reported of the member.
   *
   * @param check of a name
   * @return a check
   */
  public static Check names(Check check) {
    return (value, at, report) -> {
      if (value == null || !value.isObject()) return;
      value.fieldNames().forEachRemaining(
          name -> check.check(TextNode.valueOf(name), Pointers.member(at, name), report));
    };
  }

  /**
   * A check that is looked up when it is first needed: of a form that holds itself.
   *
   * @param check gives it
   * @return a check
   */
  public static Check lazy(Supplier<Check> check) {
    return (value, at, report) -> {
      if (value != null) check.get().check(value, at, report);
    };
  }

  /**
   * Allows objects whose members are all evaluated.
   *
   * @param marks tell which are
   * @return a check
   */
  public static Check noUnevaluatedProperties(Mark... marks) {
    Check refuse = (value, at, report) -> report.add(new Violation(at, "unevaluatedProperties", "is not known"));
    return unevaluatedProperties(refuse, marks);
  }

  /**
   * Checks the members of an object that are not evaluated.
   *
   * @param check of each of them
   * @param marks tell which are evaluated
   * @return a check
   */
  public static Check unevaluatedProperties(Check check, Mark... marks) {
    return (value, at, report) -> {
      if (value == null || !value.isObject()) return;
      Evaluated evaluated = Evaluated.of(value, marks);
      value.properties().forEach(member -> {
        if (!evaluated.has(member.getKey())) {
          check.check(member.getValue(), Pointers.member(at, member.getKey()), report);
        }
      });
    };
  }

  /**
   * Allows lists whose items are all evaluated.
   *
   * @param marks tell which are
   * @return a check
   */
  public static Check noUnevaluatedItems(Mark... marks) {
    Check refuse = (value, at, report) -> report.add(new Violation(at, "unevaluatedItems", "is one item too many"));
    return unevaluatedItems(refuse, marks);
  }

  /**
   * Checks the items of a list that are not evaluated.
   *
   * @param check of each of them
   * @param marks tell which are evaluated
   * @return a check
   */
  public static Check unevaluatedItems(Check check, Mark... marks) {
    return (value, at, report) -> {
      if (value == null || !value.isArray()) return;
      Evaluated evaluated = Evaluated.of(value, marks);
      for (int index = 0; index < value.size(); index++) {
        if (!evaluated.has(index)) check.check(value.get(index), Pointers.item(at, index), report);
      }
    };
  }

  private static void failType(String expected, String at, List<Violation> report) {
    report.add(new Violation(at, "type", "must be " + expected));
  }
}
