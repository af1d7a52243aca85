import { javaMethods } from './java-methods';

type Syntax = ReturnType<typeof import('velocityjs').parse>;

/** A mapping template. It is parsed when it is first needed, and once: large mocks take longer to parse than to print. */
export class Template {
  private syntax: Syntax | undefined;

  constructor(readonly text: string) {}

  /** Prints the template; the engine is loaded with the first one, so that an API of functions alone never pays for it. */
  print(variables: Readonly<Record<string, unknown>>): string {
    const { Compile, parse } = require('velocityjs') as typeof import('velocityjs');
    /** A null that is printed leaves nothing behind, as with API Gateway; velocityjs would print the word. */
    class Printer extends Compile {
      override getReferences(...[ast, printed]: Parameters<InstanceType<typeof Compile>['getReferences']>): string {
        const value = super.getReferences(ast, printed);
        return printed === true && value === null ? '' : value;
      }
    }
    this.syntax ??= parse(this.text);
    const silent = true;
    return new Printer(this.syntax, { customMethodHandlers: [...javaMethods] }).render({ ...variables }, {}, silent);
  }
}
