package com.example.runtime.support;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;

/** Reads members that may be null. */
final class NullableDeserializer extends JsonDeserializer<Nullable<?>> implements ContextualDeserializer {
  private final JsonDeserializer<?> values;

  /** Is asked for a contextual one before it reads. */
  NullableDeserializer() {
    this(null);
  }

  private NullableDeserializer(JsonDeserializer<?> values) {
    this.values = values;
  }

  @Override
  public JsonDeserializer<?> createContextual(DeserializationContext context, BeanProperty property)
      throws JsonMappingException {
    JavaType type = context.getContextualType() == null ? property.getType() : context.getContextualType();
    return new NullableDeserializer(context.findContextualValueDeserializer(type.containedType(0), property));
  }

  @Override
  public Nullable<?> deserialize(JsonParser json, DeserializationContext context) throws IOException {
    return Nullable.of(values.deserialize(json, context));
  }

  @Override
  public Nullable<?> getNullValue(DeserializationContext context) {
    return Nullable.ofNull();
  }

  @Override
  public Nullable<?> getAbsentValue(DeserializationContext context) {
    return Nullable.absent();
  }
}
