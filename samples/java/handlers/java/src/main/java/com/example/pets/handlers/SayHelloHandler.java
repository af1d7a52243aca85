package com.example.pets.handlers;

import com.example.pets.runtime.handlers.SayHello;
import com.example.pets.runtime.models.Greeting;

/** GET /hello: Greets someone */
public class SayHelloHandler extends SayHello {
  @Override
  public SayHelloResponse handle(SayHelloRequest request) {
    // An example from the model: answer with your own. What was sent is in 'request', checked and typed.
    return SayHello200Response.of(new Greeting("Hello Ada!"));
  }
}
