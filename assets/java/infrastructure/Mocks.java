package com.example.infra;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.typesafeapiproject.constructs.Integration;
import io.github.typesafeapiproject.constructs.Integrations;
import io.github.typesafeapiproject.constructs.MockIntegrationProps;
import io.github.typesafeapiproject.constructs.TypeSafeApiIntegration;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.regex.Pattern;

/** Integrations that answer with a status and a body. */
final class Mocks {
  private static final Pattern JSON = Pattern.compile("[/+]json\\b", Pattern.CASE_INSENSITIVE);

  private Mocks() {}

  /** Answers with the body in mocks.json. */
  static Integration modelled(String operation, String status, int statusCode) {
    check(operation, status, statusCode);
    JsonNode body = mock(operation, status).get("body");
    return integration(statusCode, mediaType(operation, status), body == null ? null : body.textValue());
  }

  /** Answers with a value as JSON. */
  static Integration json(String operation, String status, int statusCode, Object body) {
    check(operation, status, statusCode);
    try {
      return integration(statusCode, mediaType(operation, status), Json.write(body));
    } catch (IllegalArgumentException error) {
      throw new IllegalArgumentException(
          "the body of the mock of operation '" + operation + "' " + status + " cannot be written as JSON: "
              + error.getMessage() + "; give maps, lists, texts and numbers, or what Jackson can write",
          error);
    }
  }

  /** Answers with a text, which is JSON where the response can be nothing else. */
  static Integration text(String operation, String status, int statusCode, String body) {
    check(operation, status, statusCode);
    Objects.requireNonNull(
        body,
        () -> "the body of the mock of operation '" + operation + "' " + status + " is null; give a text, or none");
    String mediaType = mediaType(operation, status);
    return integration(statusCode, mediaType, JSON.matcher(mediaType).find() ? Json.write(body) : body);
  }

  /** An integration for an operation, with nothing else set. */
  static TypeSafeApiIntegration answer(Integration integration) {
    return TypeSafeApiIntegration.builder().integration(integration).build();
  }

  private static Integration integration(int statusCode, String mediaType, String body) {
    MockIntegrationProps.Builder props = MockIntegrationProps.builder().statusCode(statusCode);
    return Integrations.mock(body == null ? props.build() : props.mediaType(mediaType).body(body).build());
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
