package com.example.runtime.interceptors;

import com.example.runtime.support.Interceptor;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/** The interceptors of a handler, the first around all others, in place of the {@link #DEFAULT} ones. */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Interceptors {
  /** What most handlers want around them: {@link CorsInterceptor}, and {@link TryCatchInterceptor} inside of it. */
  List<Interceptor> DEFAULT = List.of(new CorsInterceptor(), new TryCatchInterceptor());

  /** Classes with a constructor without parameters. */
  Class<? extends Interceptor>[] value();
}
