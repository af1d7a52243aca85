package com.example.runtime.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How a client gets from one page of a long list to the next.
 *
 * @param <Input> what the operation is called with
 * @param <Known> its responses
 * @param <Page> the body of its success
 * @param call how pages are asked for
 * @param parameters those of an input; null where there are none
 * @param body that of an input; null where there is none
 * @param page the body of a response that is a page
 * @param token what asks for the page after that of a response; nothing, null or an empty text on the last
 * @param next the input that asks for the page of a token
 */
public record Paging<Input, Known extends OperationResponse, Page>(
    Call<Known> call,
    Function<Input, Object> parameters,
    Function<Input, Object> body,
    Function<Known, Page> page,
    Function<Known, Object> token,
    BiFunction<Input, JsonNode, Input> next) {

  /** The token on a page; null on the last page. */
  public JsonNode tokenOn(RawResponse<Known> answer) {
    JsonNode token = Json.write(answer.response().map(token()).orElse(null));
    boolean isLast = token == null || token.isNull() || token.isTextual() && token.textValue().isEmpty();
    return isLast ? null : token;
  }

  /**
   * The input that asks for the next page.
   *
   * @param last the token of the page that has the next one; null for the first page
   * @throws IllegalStateException for a page that leads back to itself: there would be no end
   */
  public Input nextInput(Input input, JsonNode last, JsonNode token) {
    if (!token.equals(last)) return next.apply(input, token);
    throw new IllegalStateException(
        call.operationId() + " answered the token '" + token.asText() + "' of a page on that page again");
  }

  /**
   * The members of a value, with one of them changed.
   *
   * @param value null for one without members
   */
  public static ObjectNode with(Object value, String name, JsonNode member) {
    ObjectNode tree = value == null ? JsonNodeFactory.instance.objectNode() : (ObjectNode) Json.write(value);
    return tree.set(name, member);
  }
}
