package com.example.runtime.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks that a value is one of some. */
final class EnumCheck implements Check {
  private final Set<String> values;
  private final String message;

  private EnumCheck(List<JsonNode> values, List<String> texts) {
    this.values = values.stream().map(JsonText::canonical).collect(Collectors.toUnmodifiableSet());
    this.message = "must be one of " + String.join(", ", texts);
  }

  static EnumCheck ofTexts(List<String> texts) {
    List<JsonNode> values = texts.stream().<JsonNode>map(TextNode::valueOf).toList();
    return new EnumCheck(values, texts.stream().map(JsonText::quoted).toList());
  }

  /** Of values as JSON, as JSON.stringify writes it. */
  static EnumCheck ofJson(List<String> texts) {
    return new EnumCheck(texts.stream().map(Json::literal).toList(), texts);
  }

  @Override
  public void check(JsonNode value, String at, List<Violation> report) {
    if (value != null && !values.contains(JsonText.canonical(value))) report.add(new Violation(at, "enum", message));
  }
}
