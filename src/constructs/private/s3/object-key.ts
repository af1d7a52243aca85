import { TemplatedText } from '../mapping/templated-text';

/** The key of objects with variables in it, such as `my-pets/{petId}/details.json`. */
export class ObjectKey {
  /**
   * Reads a key: a slash at its start is not part of it, and `{proxy+}` is the variable `proxy`.
   * @returns nothing when braces do not pair
   */
  static parse(key: string): ObjectKey | undefined {
    const parts = TemplatedText.parse(key.replace(/^\//, ''), 'key');
    return parts === undefined ? undefined : new ObjectKey(parts);
  }

  private constructor(private readonly parts: TemplatedText) {}

  /** The names of the variables, in their order. */
  get variables(): readonly string[] {
    return this.parts.variables;
  }

  get isEmpty(): boolean {
    return this.parts.isEmpty;
  }

  /** The same key with other names for its variables. */
  rename(nameOf: (variable: string) => string): ObjectKey {
    return new ObjectKey(this.parts.rename(nameOf));
  }

  /**
   * The path of a URI. Its text is encoded as S3 wants it in a signature; API Gateway decodes the value of a parameter and encodes it
   * again when it fills it in, slashes excepted.
   * @see https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html
   */
  toUriPath(): string {
    return this.parts.write({ variable: (name) => `{${name}}`, text: encodeText });
  }

  /**
   * All keys that there can be, as a resource of an IAM policy.
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html
   */
  toPolicyPattern(): string {
    return this.parts.write({ variable: () => '*', text: (text) => text.replace(/[*?$]/g, '${$&}') });
  }
}

/** Every character but letters, digits, `-._~` and the slash. */
function encodeText(text: string): string {
  return encodeURIComponent(text)
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%2F', '/');
}
