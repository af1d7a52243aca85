package com.example.pets.handlers;

import com.example.pets.runtime.testing.Invoke;
import org.junit.jupiter.api.Test;
import static org.junit.jupiter.api.Assertions.assertEquals;

class SayHelloHandlerTest {
  @Test
  void answersWith200() {
    var response = Invoke.sayHello(new SayHelloHandler(), input -> input.name("Hidden lantern"));
    assertEquals(200, response.statusCode());
  }
}
