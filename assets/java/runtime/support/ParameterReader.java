package com.example.runtime.support;

import com.example.runtime.support.Members.Entry;
import com.example.runtime.support.Parameter.Location;
import com.example.runtime.support.Parameter.Style;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Reads a parameter off the wire, by its style. What did not come is null. */
final class ParameterReader {
  private final Parameter parameter;
  private final HeaderSource headers;
  private final List<Parameter> others;

  ParameterReader(Parameter parameter, HeaderSource headers, List<Parameter> others) {
    this.parameter = parameter;
    this.headers = headers;
    this.others = others;
  }

  JsonNode read() {
    return switch (parameter.form) {
      case SCALAR -> convert(text(), parameter.convert);
      case JSON -> convert(text(), Convert.JSON);
      case LIST, COOKIES -> Members.list(parts(), parameter.convert);
      case LIST_OR_ONE -> Members.listOrOne(parts(), parameter.convert);
      case OBJECT -> parameter.members.read(entries());
    };
  }

  private static JsonNode convert(String text, Convert convert) {
    return text == null ? null : convert.convert(text);
  }

  /** The text of a parameter as a whole. Label and matrix put something before it. */
  private String text() {
    return switch (parameter.location) {
      case PATH -> {
        String text = pathText();
        yield text == null ? null : Utf8.decodeComponent(text);
      }
      case QUERY -> last(wire().query().get(parameter.name));
      case HEADER -> headers.header(parameter.headerName());
      case COOKIE -> first(cookieTexts());
    };
  }

  private List<String> parts() {
    return switch (parameter.location) {
      case PATH -> pathParts();
      case QUERY -> parameter.isExploded
          ? wire().query().get(parameter.name)
          : split(last(wire().query().get(parameter.name)), separator());
      case HEADER -> parameter.form == Parameter.Form.COOKIES ? headers.cookies() : headerParts();
      case COOKIE -> parameter.isExploded ? cookieTexts() : cookieParts();
    };
  }

  private List<Entry> entries() {
    if (parameter.style == Style.DEEP_OBJECT) return deepEntries();
    if (!parameter.isExploded) return pairs(parts());
    return switch (parameter.location) {
      case PATH -> pathEntries(parameter.style == Style.LABEL ? "." : parameter.style == Style.MATRIX ? ";" : ",");
      case QUERY -> queryEntries();
      case HEADER -> map(headerParts(), ParameterReader::assignment);
      case COOKIE -> cookieEntries();
    };
  }

  private WireRequest wire() {
    return (WireRequest) headers;
  }

  /** What stands in the path, without what the style puts before it. */
  private String pathText() {
    return switch (parameter.style) {
      case LABEL -> pathText(".");
      case MATRIX -> pathText(";" + Utf8.encodeComponent(parameter.name) + "=");
      default -> pathText("");
    };
  }

  private String pathText(String prefix) {
    String text = wire().path().get(parameter.name);
    return text != null && text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  /** The parts between separators, which are told from those inside of the values by not being encoded. */
  private List<String> pathParts() {
    if (parameter.style == Style.MATRIX && parameter.isExploded) return map(pathEntries(";"), Entry::text);
    String separator = parameter.style == Style.LABEL && parameter.isExploded ? "." : ",";
    return map(split(pathText(), separator), Utf8::decodeComponent);
  }

  private List<Entry> pathEntries(String separator) {
    String text = pathText(separator.equals(",") ? "" : separator);
    return map(split(text, separator), part -> decode(assignment(part)));
  }

  private List<Entry> queryEntries() {
    Map<String, List<String>> query = wire().query();
    Collection<String> names = parameter.members.names();
    if (parameter.members.isOpen()) names = query.keySet().stream().filter(isOfOther().negate()).toList();
    List<Entry> entries = new ArrayList<>();
    for (String name : names) {
      for (String text : query.getOrDefault(name, List.of())) entries.add(new Entry(name, text));
    }
    return entries.isEmpty() ? null : entries;
  }

  /** Names of the other parameters in the same place. */
  private Predicate<String> isOfOther() {
    List<Parameter> siblings = others.stream()
        .filter(each -> each.location == parameter.location && !each.name.equals(parameter.name))
        .toList();
    return name -> siblings.stream().anyMatch(each ->
        each.style == Style.DEEP_OBJECT ? name.startsWith(each.name + "[") : name.equals(each.name));
  }

  /** {@code name[member]=value} */
  private List<Entry> deepEntries() {
    List<Entry> entries = new ArrayList<>();
    String start = parameter.name + "[";
    wire().query().forEach((key, texts) -> {
      if (!key.startsWith(start) || !key.endsWith("]")) return;
      for (String text : texts) entries.add(new Entry(key.substring(start.length(), key.length() - 1), text));
    });
    return entries.isEmpty() ? null : entries;
  }

  /** The values of a header, with or without spaces between them. */
  private List<String> headerParts() {
    return map(split(headers.header(parameter.headerName()), ","), String::trim);
  }

  private List<String> cookieTexts() {
    List<String> texts = new ArrayList<>();
    for (Entry cookie : cookies()) if (cookie.name().equals(parameter.name)) texts.add(Utf8.decodeComponent(cookie.text()));
    return texts.isEmpty() ? null : texts;
  }

  private List<String> cookieParts() {
    for (Entry cookie : cookies()) {
      if (cookie.name().equals(parameter.name)) return map(split(cookie.text(), ","), Utf8::decodeComponent);
    }
    return null;
  }

  private List<Entry> cookieEntries() {
    Predicate<String> isOther = isOfOther();
    List<Entry> entries = new ArrayList<>();
    for (Entry cookie : cookies()) {
      boolean isMember = parameter.members.names().contains(cookie.name());
      boolean isTaken = parameter.members.isOpen() ? !isOther.test(cookie.name()) : isMember;
      if (isTaken) entries.add(new Entry(cookie.name(), Utf8.decodeComponent(cookie.text())));
    }
    return entries.isEmpty() ? null : entries;
  }

  /** Still encoded. */
  private List<Entry> cookies() {
    String text = headers.header("cookie");
    return text == null ? List.of() : Arrays.stream(text.split(";")).map(each -> assignment(each.trim())).toList();
  }

  private String separator() {
    return parameter.style == Style.SPACE_DELIMITED ? " " : parameter.style == Style.PIPE_DELIMITED ? "|" : ",";
  }

  private static List<String> split(String text, String separator) {
    if (text == null) return null;
    List<String> parts = new ArrayList<>();
    for (int start = 0; !text.isEmpty() && start >= 0; ) {
      int end = text.indexOf(separator, start);
      parts.add(end < 0 ? text.substring(start) : text.substring(start, end));
      start = end < 0 ? -1 : end + separator.length();
    }
    return parts;
  }

  /** {@code a,1,b,2} as members. */
  private static List<Entry> pairs(List<String> texts) {
    if (texts == null) return null;
    List<Entry> entries = new ArrayList<>();
    for (int index = 0; index < texts.size(); index += 2) {
      entries.add(new Entry(texts.get(index), index + 1 < texts.size() ? texts.get(index + 1) : ""));
    }
    return entries;
  }

  private static Entry assignment(String text) {
    int at = text.indexOf('=');
    return at < 0 ? new Entry(text, "") : new Entry(text.substring(0, at), text.substring(at + 1));
  }

  private static Entry decode(Entry entry) {
    return new Entry(Utf8.decodeComponent(entry.name()), Utf8.decodeComponent(entry.text()));
  }

  private static <From, To> List<To> map(List<From> values, Function<From, To> map) {
    return values == null ? null : values.stream().map(map).toList();
  }

  private static String first(List<String> texts) {
    return texts == null || texts.isEmpty() ? null : texts.get(0);
  }

  private static String last(List<String> texts) {
    return texts == null || texts.isEmpty() ? null : texts.get(texts.size() - 1);
  }
}
