package com.example.runtime.support;

/** A body whose media type is one of several. */
public interface BodyOfType {
  /** As the model names it. */
  String mediaType();

  /** The body itself. */
  Object value();
}
