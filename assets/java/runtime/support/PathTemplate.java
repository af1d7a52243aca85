package com.example.runtime.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Paths with variables, such as {@code /pets/{petId}} and {@code /files/{proxy+}}. */
final class PathTemplate {
  static final Pattern VARIABLE = Pattern.compile("\\{([^}]*?)(\\+?)\\}");

  private PathTemplate() {}

  /** What two templates have in common when only their variables are named differently. */
  static String shapeOf(String template) {
    return VARIABLE.matcher(template).replaceAll("{$2}");
  }

  /**
   * The values of the variables of a template. API Gateway has one name for a place in the path that several operations name differently, so
   * the event may come with the names of a sibling; the order tells which is which.
   */
  static Map<String, String> values(String template, ApiGatewayEvent event) {
    Map<String, String> given = event.pathParameters();
    String resource = event.resource() == null ? template : event.resource();
    if (resource.equals(template) || !shapeOf(resource).equals(shapeOf(template))) return given;
    List<String> theirs = variablesOf(resource);
    List<String> ours = variablesOf(template);
    Map<String, String> values = new LinkedHashMap<>();
    for (int index = 0; index < ours.size(); index++) {
      String value = given.get(theirs.get(index));
      if (value != null) values.put(ours.get(index), value);
    }
    return values;
  }

  static List<String> variablesOf(String template) {
    List<String> names = new ArrayList<>();
    VARIABLE.matcher(template).results().map((MatchResult found) -> found.group(1)).forEach(names::add);
    return names;
  }
}
