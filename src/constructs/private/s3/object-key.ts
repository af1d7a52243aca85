/** A part of a key: text as it stands, a token of the CDK, or the value of a variable. */
type Part = { readonly text: string } | { readonly token: string } | { readonly variable: string };

/** Tokens have braces too, as in `${Token[AWS.StackName.1]}`. */
const separators = /(\$\{Token\[[^\]]*\]\}|\{[^{}]+\})/;

/** The key of objects with variables in it, such as `my-pets/{petId}/details.json`. */
export class ObjectKey {
  /**
   * Reads a key: a slash at its start is not part of it, and `{proxy+}` is the variable `proxy`.
   * @returns nothing when braces do not pair
   */
  static parse(key: string): ObjectKey | undefined {
    const parts = key
      .replace(/^\//, '')
      .split(separators)
      .filter((part) => part !== '')
      .map(readPart);
    return parts.some((part) => 'text' in part && /[{}]/.test(part.text)) ? undefined : new ObjectKey(parts);
  }

  private constructor(private readonly parts: readonly Part[]) {}

  /** The names of the variables, in their order. */
  get variables(): readonly string[] {
    return [...new Set(this.parts.flatMap((part) => ('variable' in part ? [part.variable] : [])))];
  }

  get isEmpty(): boolean {
    return this.parts.length === 0;
  }

  /** The same key with other names for its variables. */
  rename(nameOf: (variable: string) => string): ObjectKey {
    return new ObjectKey(this.parts.map((part) => ('variable' in part ? { variable: nameOf(part.variable) } : part)));
  }

  /**
   * The path of a URI. Its text is encoded as S3 wants it in a signature; API Gateway decodes the value of a parameter and encodes it
   * again when it fills it in, slashes excepted.
   * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
   */
  toUriPath(): string {
    return this.write((variable) => `{${variable}}`, encodeText);
  }

  /**
   * All keys that there can be, as a resource of an IAM policy.
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
   */
  toPolicyPattern(): string {
    return this.write(
      () => '*',
      (text) => text.replace(/[*?$]/g, '${$&}'),
    );
  }

  private write(variable: (name: string) => string, text: (text: string) => string): string {
    return this.parts
      .map((part) => {
        if ('variable' in part) return variable(part.variable);
        return 'token' in part ? part.token : text(part.text);
      })
      .join('');
  }
}

function readPart(part: string): Part {
  if (part.startsWith('${Token[')) return { token: part };
  const variable = /^\{([^{}]+?)\+?\}$/.exec(part)?.[1];
  return variable === undefined ? { text: part } : { variable };
}

/** Every character but letters, digits, `-._~` and the slash. */
function encodeText(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%2F', '/');
}
