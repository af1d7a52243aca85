package com.example.pets.handlers;

import com.example.pets.runtime.testing.Invoke;
import org.junit.jupiter.api.Test;
import static org.junit.jupiter.api.Assertions.assertEquals;

class GetPetHandlerTest {
  @Test
  void answersWith200() {
    var response = Invoke.getPet(new GetPetHandler(), input -> input.petId("pet-829"));
    assertEquals(200, response.statusCode());
  }
}
