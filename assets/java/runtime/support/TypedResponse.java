package com.example.runtime.support;

/** A response that is a class of the model: where it has a body, null is the value of that body. */
public interface TypedResponse extends OperationResponse {}
