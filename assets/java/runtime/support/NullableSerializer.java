package com.example.runtime.support;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;

/** Writes members that may be null; those that are left out count as empty. */
final class NullableSerializer extends JsonSerializer<Nullable<?>> {
  @Override
  public void serialize(Nullable<?> member, JsonGenerator json, SerializerProvider provider) throws IOException {
    provider.defaultSerializeValue(member.orNull(), json);
  }

  @Override
  public boolean isEmpty(SerializerProvider provider, Nullable<?> member) {
    return !member.isPresent();
  }
}
