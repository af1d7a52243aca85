package com.example.runtime.support;

/**
 * One way in which a value is not what the model says.
 *
 * @param pointer where, as a JSON pointer
 * @param constraint the keyword of the model that is violated, such as {@code minLength}
 * @param message what is wrong, as in "must have at least 1 character"
 */
public record Violation(String pointer, String constraint, String message) {}
