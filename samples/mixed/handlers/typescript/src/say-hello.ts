import { INTERCEPTORS, Response, type SayHelloChainedHandlerFunction, sayHelloHandler } from 'pets-typescript-runtime';

/** GET /hello: Greets someone */
export const sayHello: SayHelloChainedHandlerFunction = async ({ input }) => {
  // An example from the model: answer with your own. The request is in 'input', checked and typed.
  return Response.success({ message: 'Hello Ada!' });
};

export const handler = sayHelloHandler(...INTERCEPTORS, sayHello);
