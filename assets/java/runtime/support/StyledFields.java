package com.example.runtime.support;

import com.example.runtime.support.Members.Entry;
import com.example.runtime.support.Parameter.Style;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Fields of a form that are written as query parameters are. */
public final class StyledFields {
  /** Of a form without such fields. */
  static final StyledFields NONE = of(Parameters.NONE);

  private final Parameters parameters;
  private final Set<String> others;

  private StyledFields(Parameters parameters, Set<String> others) {
    this.parameters = parameters;
    this.others = others;
  }

  /** The fields as query parameters, and the names of all other fields. */
  public static StyledFields of(Parameters parameters, String... others) {
    return new StyledFields(parameters, Set.of(others));
  }

  /** Whether a name is none that these fields have. Where one of them may have any name, others have those that are declared. */
  boolean isOther(String name) {
    List<Parameter> all = parameters.all();
    if (all.stream().anyMatch(each -> isSpread(each) && each.members.isOpen())) return others.contains(name);
    return all.stream().noneMatch(each -> {
      if (each.style == Style.DEEP_OBJECT) return name.startsWith(each.name + "[");
      return isSpread(each) ? each.members.names().contains(name) : name.equals(each.name);
    });
  }

  /** Whether a field is one of these. */
  boolean has(String name) {
    return parameters.all().stream().anyMatch(each -> each.name.equals(name));
  }

  /** The values of these fields, of the names and texts of a form. */
  ObjectNode read(List<Entry> entries) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (Entry entry : entries) {
      if (!isOther(entry.name())) query.computeIfAbsent(entry.name(), name -> new ArrayList<>()).add(entry.text());
    }
    return parameters.read(new WireRequest(Map.of(), query, Map.of(), new byte[0]));
  }

  /** The names and texts of these fields of a form. */
  List<Entry> write(JsonNode form) {
    List<Entry> entries = new ArrayList<>();
    for (Parameter each : parameters.all()) {
      String query = new ParameterWriter(each, form.get(each.name)).query();
      if (query != null) entries.addAll(FormContent.parse(query));
    }
    return entries;
  }

  /** Whether the members of an object are fields of their own. */
  private static boolean isSpread(Parameter parameter) {
    return parameter.form == Parameter.Form.OBJECT && parameter.style == Style.FORM && parameter.isExploded;
  }
}
