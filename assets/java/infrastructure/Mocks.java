package com.example.infra;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.typesafeapiproject.constructs.Integration;
import io.github.typesafeapiproject.constructs.Integrations;
import io.github.typesafeapiproject.constructs.MockIntegrationProps;
import io.github.typesafeapiproject.constructs.TypeSafeApiIntegration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Integrations that answer with a status, a body and headers. */
final class Mocks {
  private static final Pattern JSON = Pattern.compile("[/+]json\\b", Pattern.CASE_INSENSITIVE);

  private Mocks() {}

  /** Answers with the body and the headers in mocks.json. */
  static Integration modelled(String operation, String status, int statusCode) {
    return modelled(operation, status, statusCode, Map.of());
  }

  /** Answers with the body in mocks.json and with headers, in place of those of their names. */
  static Integration modelled(String operation, String status, int statusCode, Map<String, String> headers) {
    check(operation, status, statusCode);
    JsonNode body = mock(operation, status).get("body");
    return integration(operation, status, statusCode, body == null ? null : body.textValue(), headers);
  }

  /** Answers with a value as JSON. */
  static Integration json(String operation, String status, int statusCode, Object body) {
    return json(operation, status, statusCode, body, Map.of());
  }

  /** Answers with a value as JSON and with headers. */
  static Integration json(
      String operation, String status, int statusCode, Object body, Map<String, String> headers) {
    check(operation, status, statusCode);
    try {
      return integration(operation, status, statusCode, Json.write(body), headers);
    } catch (IllegalArgumentException error) {
      throw new IllegalArgumentException(
          "the body of the mock of operation '" + operation + "' " + status + " cannot be written as JSON: "
              + error.getMessage() + "; give maps, lists, texts and numbers, or what Jackson can write",
          error);
    }
  }

  /** Answers with a text, which is JSON where the response can be nothing else. */
  static Integration text(String operation, String status, int statusCode, String body) {
    return text(operation, status, statusCode, body, Map.of());
  }

  /** Answers with a text and with headers. */
  static Integration text(
      String operation, String status, int statusCode, String body, Map<String, String> headers) {
    check(operation, status, statusCode);
    Objects.requireNonNull(
        body,
        () -> "the body of the mock of operation '" + operation + "' " + status + " is null; give a text, or none");
    boolean isJson = JSON.matcher(mediaType(operation, status)).find();
    return integration(operation, status, statusCode, isJson ? Json.write(body) : body, headers);
  }

  /** An integration for an operation, with nothing else set. */
  static TypeSafeApiIntegration answer(Integration integration) {
    return TypeSafeApiIntegration.builder().integration(integration).build();
  }

  private static Integration integration(
      String operation, String status, int statusCode, String body, Map<String, String> headers) {
    MockIntegrationProps.Builder props = MockIntegrationProps.builder().statusCode(statusCode);
    if (body != null) props.mediaType(mediaType(operation, status)).body(body);
    Map<String, String> sent = merge(mock(operation, status).path("headers"), headers);
    if (!sent.isEmpty()) props.headers(sent);
    return Integrations.mock(props.build());
  }

  /** Names of headers differ in more than case. */
  private static Map<String, String> merge(JsonNode mocked, Map<String, String> given) {
    Set<String> own = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    own.addAll(given.keySet());
    Map<String, String> sent = new LinkedHashMap<>();
    mocked.fieldNames().forEachRemaining(name -> {
      if (!own.contains(name)) sent.put(name, mocked.get(name).textValue());
    });
    sent.putAll(given);
    return sent;
  }

  /** A range of the model, such as 4XX, is not left. */
  private static void check(String operation, String status, int statusCode) {
    if (!status.endsWith("XX") || status.charAt(0) - '0' == statusCode / 100) return;
    throw new IllegalArgumentException(
        "the mock of operation '" + operation + "' " + status + " cannot have the status " + statusCode
            + "; give one of the range, or use Integrations.mock");
  }

  private static String mediaType(String operation, String status) {
    return mock(operation, status).path("mediaType").asText("application/json");
  }

  private static JsonNode mock(String operation, String status) {
    return Loaded.MOCKS.path(operation).path(status);
  }

  /** Loaded when the first mock is made. */
  private static final class Loaded {
    static final JsonNode MOCKS = load();

    private static JsonNode load() {
      try (InputStream source = Resources.open("mocks.json")) {
        return Json.read(source);
      } catch (IOException error) {
        throw new UncheckedIOException("the mocks of the API, mocks.json, cannot be read", error);
      }
    }
  }
}
