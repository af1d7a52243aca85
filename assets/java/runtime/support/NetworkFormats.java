package com.example.runtime.support;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names, addresses and identifiers of networks. */
final class NetworkFormats {
  private static final String ATOM = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final String LABEL = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?";
  private static final String SHORT_LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
  private static final String ESCAPED = "%[0-9a-f]{2}";
  private static final String UNRESERVED = "a-z0-9_\\-.~!$&'()*+,;=";
  private static final int MOST_LABEL_CHARACTERS = 253;

  // Loops do not give back what they took: those that may take a frame of the stack for each round.
  private static final Pattern EMAIL =
      pattern(ATOM + "(?:\\." + ATOM + ")*+@(?:" + LABEL + "\\.)++" + LABEL);
  private static final Pattern UUID = pattern("(?:urn:uuid:)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern HOSTNAME = pattern(SHORT_LABEL + "(?:\\." + SHORT_LABEL + ")*+\\.?");
  private static final Pattern IPV4 = pattern(BYTE + "(?:\\." + BYTE + "){3}");
  private static final Pattern GROUP = pattern("[0-9a-f]{1,4}");
  private static final Pattern URI = pattern(
      "[a-z][a-z0-9+.-]*:(?://(?:" + repeated(":") + "@)?(?:\\[[0-9a-fv:.]+\\]|" + repeated("") + ")(?::[0-9]*)?(?=[/?#]|\\z))?"
          + repeated(":@/") + "(?:\\?" + repeated(":@/?") + ")?(?:#" + repeated(":@/?") + ")?");
  private static final Pattern SOMETHING = Pattern.compile("[/:][^\\n\\r\\u2028\\u2029]");
  private static final Pattern LITERAL_HOST = Pattern.compile("\\A[^/?#]*//[^/?#\\[]*\\[([^\\]]*)\\]");
  private static final Pattern FUTURE_ADDRESS = Pattern.compile("\\Av[0-9a-f]+\\.[^\\n\\r\\u2028\\u2029]", Pattern.CASE_INSENSITIVE);

  private NetworkFormats() {}

  static boolean isEmail(String text) {
    return EMAIL.matcher(text).matches();
  }

  static boolean isUuid(String text) {
    return UUID.matcher(text).matches();
  }

  static boolean isHostname(String text) {
    int length = text.endsWith(".") ? text.length() - 1 : text.length();
    return length <= MOST_LABEL_CHARACTERS && HOSTNAME.matcher(text).matches();
  }

  static boolean isIpv4(String text) {
    return IPV4.matcher(text).matches();
  }

  static boolean isIpv6(String text) {
    String[] halves = text.split("::", -1);
    if (halves.length > 2 || text.isEmpty()) return false;
    List<String> groups = new ArrayList<>();
    for (String half : halves) if (!half.isEmpty()) groups.addAll(List.of(half.split(":", -1)));
    String last = groups.isEmpty() ? "" : groups.get(groups.size() - 1);
    boolean hasQuad = last.contains(".") && !text.endsWith("::");
    if (hasQuad && !isIpv4(last)) return false;
    List<String> plain = hasQuad ? groups.subList(0, groups.size() - 1) : groups;
    if (!plain.stream().allMatch(group -> GROUP.matcher(group).matches())) return false;
    int length = groups.size() + (hasQuad ? 1 : 0);
    return halves.length == 2 ? length < 8 : length == 8;
  }

  static boolean isUri(String text) {
    return URI.matcher(text).matches() && SOMETHING.matcher(text).find() && hasHost(text);
  }

  /** Brackets hold an IPv6 address, or one of a version to come. */
  private static boolean hasHost(String text) {
    Matcher literal = LITERAL_HOST.matcher(text);
    if (!literal.find()) return true;
    String address = literal.group(1);
    return isIpv6(address) || FUTURE_ADDRESS.matcher(address).find();
  }

  /** Any number of characters of URIs, with some more. */
  private static String repeated(String more) {
    return "(?:[" + UNRESERVED + more + "]|" + ESCAPED + ")*+";
  }

  private static Pattern pattern(String expression) {
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
  }
}
