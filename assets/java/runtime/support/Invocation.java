package com.example.runtime.support;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * A request of an operation as interceptors see it. A request that the model refuses passes them too, so that the headers they add are on
 * the answer.
 *
 * @param operationId which operation it is for
 * @param requestParameters by key, read by their types
 * @param body null where there is none; bytes are a {@link com.fasterxml.jackson.databind.node.BinaryNode}
 * @param mediaType that of the model which the body is of; null where there is no body
 * @param event what API Gateway sent
 * @param context of the Lambda function
 * @param interceptorContext for interceptors to hand things on; a logger, for instance
 */
public record Invocation(
    String operationId,
    ObjectNode requestParameters,
    JsonNode body,
    String mediaType,
    ApiGatewayEvent event,
    Context context,
    Map<String, Object> interceptorContext) {}
