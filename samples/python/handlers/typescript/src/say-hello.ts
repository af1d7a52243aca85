import { INTERCEPTORS, Response, type SayHelloChainedHandlerFunction, sayHelloHandler } from 'pets-typescript-runtime';

/** GET /hello: Greets someone */
export const sayHello: SayHelloChainedHandlerFunction = async ({ input }) =>
  Response.success({ message: `Hello ${input.requestParameters.name}!` });

export const handler = sayHelloHandler(...INTERCEPTORS, sayHello);
