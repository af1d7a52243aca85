package com.example.runtime.support;

/** JSON pointers, as RFC 6901 has them. */
final class Pointers {
  private Pointers() {}

  /** The pointer of a member whose name may hold any character. */
  static String member(String at, String name) {
    String token = name.indexOf('~') < 0 && name.indexOf('/') < 0 ? name : name.replace("~", "~0").replace("/", "~1");
    return at + "/" + token;
  }

  static String item(String at, int index) {
    return at + "/" + index;
  }
}
