package com.example.runtime.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;

/** A parameter of an operation, or a header of a response: where it is, and how its value becomes text and back. */
public final class Parameter {
  /** Where a parameter is. */
  enum Location {
    PATH,
    QUERY,
    HEADER,
    COOKIE
  }

  /** How lists and objects are written. */
  public enum Style {
    SIMPLE,
    LABEL,
    MATRIX,
    FORM,
    SPACE_DELIMITED,
    PIPE_DELIMITED,
    DEEP_OBJECT
  }

  /** What of the wire makes a value. */
  enum Form {
    SCALAR,
    LIST,
    LIST_OR_ONE,
    OBJECT,
    JSON,
    COOKIES
  }

  final Location location;
  final String name;
  String key;
  Style style;
  boolean isExploded;
  Form form = Form.SCALAR;
  Convert convert = Convert.TEXT;
  Members members = Members.of();

  private Parameter(Location location, String name, Style style, boolean isExploded) {
    this.location = location;
    this.name = name;
    this.key = name;
    this.style = style;
    this.isExploded = isExploded;
  }

  /** {@code a,b} in a segment of the path, unless told otherwise. */
  public static Parameter path(String name) {
    return new Parameter(Location.PATH, name, Style.SIMPLE, false);
  }

  /** {@code name=a&name=b}, unless told otherwise. */
  public static Parameter query(String name) {
    return new Parameter(Location.QUERY, name, Style.FORM, true);
  }

  /** {@code a,b}, unless told otherwise. */
  public static Parameter header(String name) {
    return new Parameter(Location.HEADER, name, Style.SIMPLE, false);
  }

  /** {@code name=a; name=b}, unless told otherwise. */
  public static Parameter cookie(String name) {
    return new Parameter(Location.COOKIE, name, Style.FORM, true);
  }

  /** The key of the value, where it is not the name. */
  public Parameter key(String value) {
    key = value;
    return this;
  }

  public Parameter style(Style value) {
    style = value;
    return this;
  }

  public Parameter explode(boolean value) {
    isExploded = value;
    return this;
  }

  /** One value that is not a text. */
  public Parameter of(Convert value) {
    convert = value;
    return this;
  }

  public Parameter list(Convert items) {
    form = Form.LIST;
    convert = items;
    return this;
  }

  /** A list, or one value: one text is the value. */
  public Parameter listOrOne(Convert items) {
    form = Form.LIST_OR_ONE;
    convert = items;
    return this;
  }

  public Parameter object(Members value) {
    form = Form.OBJECT;
    members = value;
    return this;
  }

  /** The text is JSON. */
  public Parameter json() {
    form = Form.JSON;
    return this;
  }

  /** The one header that is sent once for each value. */
  public Parameter cookies() {
    form = Form.COOKIES;
    return this;
  }

  String headerName() {
    return name.toLowerCase(Locale.ROOT);
  }

  /** The value off the wire, or null where it did not come. The others of its operation have names that are not of its members. */
  JsonNode read(HeaderSource wire, List<Parameter> others) {
    return new ParameterReader(this, wire, others).read();
  }
}
