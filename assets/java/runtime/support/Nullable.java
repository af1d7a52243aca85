package com.example.runtime.support;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Objects;

/**
 * A member that may be left out and may be null, which is not the same on the wire.
 *
 * @param <T> what it is when it is neither
 */
@JsonSerialize(using = NullableSerializer.class)
@JsonDeserialize(using = NullableDeserializer.class)
public final class Nullable<T> {
  private static final Nullable<?> ABSENT = new Nullable<>(null, false);
  private static final Nullable<?> NULL = new Nullable<>(null, true);

  private final T value;
  private final boolean isPresent;

  private Nullable(T value, boolean isPresent) {
    this.value = value;
    this.isPresent = isPresent;
  }

  /**
   * A member that is there.
   *
   * @param <T> what it is
   * @param value its value, or null
   * @return the member
   */
  public static <T> Nullable<T> of(T value) {
    return value == null ? ofNull() : new Nullable<>(value, true);
  }

  /**
   * A member that is null.
   *
   * @param <T> what it would be otherwise
   * @return the member
   */
  @SuppressWarnings("unchecked")
  public static <T> Nullable<T> ofNull() {
    return (Nullable<T>) NULL;
  }

  /**
   * A member that is left out.
   *
   * @param <T> what it would be otherwise
   * @return the member
   */
  @SuppressWarnings("unchecked")
  public static <T> Nullable<T> absent() {
    return (Nullable<T>) ABSENT;
  }

  /**
   * Takes what is no member for one that is left out.
   *
   * @param <T> what it is
   * @param member a member, or null
   * @return the member
   */
  public static <T> Nullable<T> orAbsent(Nullable<T> member) {
    return member == null ? absent() : member;
  }

  /**
   * Whether the member is there.
   *
   * @return true for null, too
   */
  public boolean isPresent() {
    return isPresent;
  }

  /**
   * The value of the member.
   *
   * @return null where the member is null or left out
   */
  public T orNull() {
    return value;
  }

  /**
   * The value of the member, or another one.
   *
   * @param other what stands in for null and for a member that is left out
   * @return one of both
   */
  public T orElse(T other) {
    return value == null ? other : value;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Nullable<?> that && isPresent == that.isPresent && Objects.equals(value, that.value);
  }

  @Override
  public int hashCode() {
    return Objects.hash(value, isPresent);
  }

  @Override
  public String toString() {
    return isPresent ? String.valueOf(value) : "absent";
  }
}
