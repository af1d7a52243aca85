/** A part of a text: what stands for itself, a token of the CDK or a stage variable, or the value of a variable. */
type Part = { readonly text: string } | { readonly token: string } | { readonly variable: string };

/** Tokens have braces too, as in `${Token[AWS.StackName.1]}`. */
const tokens = /\$\{Token\[[^\]]*\]\}/;

/** Stage variables as well, where API Gateway knows them. */
const tokensOfUris = new RegExp(`${tokens.source}|\\$\\{stageVariables\\.\\w+\\}`);

/** What a URI says before deployment: without tokens and stage variables. */
export function withoutTokens(uri: string): string {
  return uri.replace(new RegExp(tokensOfUris, 'g'), '');
}

/** How the parts of a text are written. */
export interface PartWriter {
  variable(name: string): string;
  text(text: string): string;
}

/** A text with variables in it, such as `my-pets/{petId}/details.json`. */
export class TemplatedText {
  /**
   * Reads a text, in which `{proxy+}` is the variable `proxy`.
   * @param kind what it becomes a part of: URIs may have stage variables, `${stageVariables.name}`
   * @returns nothing when braces do not pair
   */
  static parse(text: string, kind: 'key' | 'uri'): TemplatedText | undefined {
    const known = kind === 'uri' ? tokensOfUris : tokens;
    const parts = text
      .split(new RegExp(`(${known.source}|\\{[^{}]+\\})`))
      .filter((part) => part !== '')
      .map((part) => readPart(part, known));
    return parts.some((part) => 'text' in part && /[{}]/.test(part.text)) ? undefined : new TemplatedText(parts);
  }

  private constructor(private readonly parts: readonly Part[]) {}

  /** The names of the variables, in their order. */
  get variables(): readonly string[] {
    return [...new Set(this.parts.flatMap((part) => ('variable' in part ? [part.variable] : [])))];
  }

  get isEmpty(): boolean {
    return this.parts.length === 0;
  }

  /** The same text with other names for its variables. */
  rename(nameOf: (variable: string) => string): TemplatedText {
    return new TemplatedText(
      this.parts.map((part) => ('variable' in part ? { variable: nameOf(part.variable) } : part)),
    );
  }

  write(writer: PartWriter): string {
    return this.parts
      .map((part) => {
        if ('variable' in part) return writer.variable(part.variable);
        return 'token' in part ? part.token : writer.text(part.text);
      })
      .join('');
  }
}

function readPart(part: string, known: RegExp): Part {
  if (known.test(part)) return { token: part };
  const variable = /^\{([^{}]+?)\+?\}$/.exec(part)?.[1];
  return variable === undefined ? { text: part } : { variable };
}
