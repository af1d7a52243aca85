package com.example.runtime.support;

import com.example.runtime.support.Parameter.Location;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

/** The parameters of an operation, or the headers of a response. */
public final class Parameters {
  /** Of an operation without parameters. */
  public static final Parameters NONE = of();

  private final List<Parameter> all;

  private Parameters(List<Parameter> all) {
    this.all = all;
  }

  public static Parameters of(Parameter... parameters) {
    return new Parameters(List.of(parameters));
  }

  List<Parameter> all() {
    return all;
  }

  /** The values that came, by their keys. */
  ObjectNode read(HeaderSource wire) {
    ObjectNode values = JsonNodeFactory.instance.objectNode();
    for (Parameter parameter : all) {
      JsonNode value = parameter.read(wire, all);
      if (value != null) values.set(parameter.key, value);
    }
    return values;
  }

  /** The parameter of a name, which is the same in upper and lower case. */
  Optional<Parameter> header(String name) {
    return all.stream().filter(each -> each.name.equalsIgnoreCase(name)).findFirst();
  }

  /**
   * The path of a request with its query.
   *
   * @throws IllegalArgumentException for values that have no form on the wire
   */
  public String target(String template, ObjectNode values) {
    String query = all.stream()
        .filter(each -> each.location == Location.QUERY)
        .map(each -> new ParameterWriter(each, values.get(each.key)).query())
        .filter(text -> text != null && !text.isEmpty())
        .collect(Collectors.joining("&"));
    return path(template, values) + (query.isEmpty() ? "" : "?" + query);
  }

  /**
   * What stands in the path in the places of the variables, by their names.
   *
   * @throws IllegalArgumentException for values that have no form on the wire
   */
  public Map<String, String> pathValues(String template, ObjectNode values) {
    Map<String, String> texts = new LinkedHashMap<>();
    Matcher variables = PathTemplate.VARIABLE.matcher(template);
    while (variables.find()) {
      String name = variables.group(1);
      texts.put(name, variable(name + variables.group(2), values));
    }
    return texts;
  }

  /**
   * The headers of a request, cookies among them.
   *
   * @throws IllegalArgumentException for values that have no form on the wire
   */
  public Headers headers(ObjectNode values) {
    Headers headers = Headers.NONE;
    List<String> cookies = new ArrayList<>();
    for (Parameter each : all) {
      ParameterWriter writer = new ParameterWriter(each, values.get(each.key));
      String header = each.location == Location.HEADER ? writer.header() : null;
      if (header != null) headers = headers.with(each.headerName(), header);
      String cookie = each.location == Location.COOKIE ? writer.cookie() : null;
      if (cookie != null && !cookie.isEmpty()) cookies.add(cookie);
    }
    return cookies.isEmpty() ? headers : headers.with("cookie", String.join("; ", cookies));
  }

  private String path(String template, ObjectNode values) {
    StringBuilder path = new StringBuilder();
    int index = 0;
    Matcher variables = PathTemplate.VARIABLE.matcher(template);
    while (variables.find()) {
      path.append(fixed(template.substring(index, variables.start())));
      path.append(variable(variables.group(1) + variables.group(2), values));
      index = variables.end();
    }
    return path.append(fixed(template.substring(index))).toString();
  }

  private String variable(String name, ObjectNode values) {
    boolean isGreedy = name.endsWith("+");
    String plain = isGreedy ? name.substring(0, name.length() - 1) : name;
    for (Parameter each : all) {
      if (each.location != Location.PATH || !each.name.equals(plain)) continue;
      ParameterWriter writer = new ParameterWriter(each, values.get(each.key));
      return isGreedy ? writer.greedy() : writer.path();
    }
    return fixed("{" + name + "}");
  }

  /** The fixed parts of a path as they stand in a URL. */
  private static String fixed(String text) {
    StringBuilder encoded = new StringBuilder();
    text.codePoints().forEach(point -> {
      String each = Character.toString(point);
      encoded.append("/;,:@&=+$".contains(each) ? each : Utf8.encodeComponent(each));
    });
    return encoded.toString();
  }
}
