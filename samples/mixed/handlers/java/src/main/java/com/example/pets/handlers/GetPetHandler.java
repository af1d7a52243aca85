package com.example.pets.handlers;

import com.example.pets.runtime.handlers.GetPet;
import com.example.pets.runtime.models.Kind;
import com.example.pets.runtime.models.Pet;

/** GET /pets/{petId}: Gets one pet */
public class GetPetHandler extends GetPet {
  @Override
  public GetPetResponse handle(GetPetRequest request) {
    // An example from the model: answer with your own. What was sent is in 'request', checked and typed.
    return GetPet200Response.of(new Pet("p1", "Rex", Kind.of("dog"), "2021-04-01"));
  }
}
