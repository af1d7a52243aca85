package com.example.runtime.support;

/** A Lambda context of a test: a response that violates the model is thrown instead of answered with a 500. */
public interface ThrowsViolations {}
