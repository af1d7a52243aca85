import { javaMethods } from './java-methods';
import { createPrint, type Print } from './printer';

type Velocity = typeof import('velocityjs');

/** A mapping template. It is parsed when it is first needed, and once: large mocks take longer to parse than to print. */
export class Template {
  private static print: Print | undefined;
  private syntax: ReturnType<Velocity['parse']> | undefined;

  constructor(readonly text: string) {}

  /** Prints the template; the engine is loaded with the first one, so that an API of functions alone never pays for it. */
  print(variables: Readonly<Record<string, unknown>>): string {
    const velocity = require('velocityjs') as Velocity;
    Template.print ??= createPrint(velocity);
    this.syntax ??= velocity.parse(this.text);
    return Template.print(this.syntax, { customMethodHandlers: [...javaMethods] }, variables);
  }
}
