package com.example.runtime.support;

import java.util.List;

/** Makes objects of the classes that annotations name. */
final class Instances {
  private Instances() {}

  static List<Interceptor> of(List<Class<? extends Interceptor>> classes) {
    return classes.stream().map(Instances::create).toList();
  }

  private static Interceptor create(Class<? extends Interceptor> type) {
    try {
      return type.getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException error) {
      throw new IllegalArgumentException(
          type.getName() + " cannot be made: give it a public constructor without parameters", error);
    }
  }
}
