package com.example.harness;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a client is given.
 *
 * @param parameters by key
 * @param body null where there is none
 * @param mediaType of the body
 */
public record Given(JsonNode parameters, JsonNode body, String mediaType) {}
