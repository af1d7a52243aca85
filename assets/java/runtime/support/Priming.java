package com.example.runtime.support;

import com.fasterxml.jackson.databind.JavaType;
import java.lang.reflect.Type;
import java.util.List;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/** Makes a function ready before a snapshot of it is taken, so that what is restored answers its first request as fast as any other. */
final class Priming implements Resource {
  private final Runnable prime;

  private Priming(Runnable prime) {
    this.prime = prime;
  }

  /** Runs something before a snapshot. The caller keeps what this gives: the runtime does not. */
  static Priming of(Runnable prime) {
    Priming priming = new Priming(prime);
    Core.getGlobalContext().register(priming);
    return priming;
  }

  /** Makes Jackson look at types, which it would do when it first meets them. */
  static void types(List<Type> types) {
    for (Type each : types) {
      JavaType type = Json.MAPPER.constructType(each);
      Json.MAPPER.readerFor(type);
      Json.MAPPER.writerFor(type);
    }
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    prime.run();
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // What was made ready stays so.
  }
}
