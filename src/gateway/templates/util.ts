import type { Json } from '../../shared/json';

/**
 * The functions of `$util`.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html#util-template-reference
 */
export const util = {
  escapeJavaScript: (text: unknown): string => escapeJavaScript(String(text ?? '')),
  parseJson: (text: unknown): Json => JSON.parse(String(text ?? 'null')) as Json,
  urlEncode: (text: unknown): string => encodeURIComponent(String(text ?? '')).replaceAll('%20', '+'),
  urlDecode: (text: unknown): string => decodeURIComponent(String(text ?? '').replaceAll('+', ' ')),
  base64Encode: (text: unknown): string => Buffer.from(String(text ?? '')).toString('base64'),
  base64Decode: (text: unknown): string => Buffer.from(String(text ?? ''), 'base64').toString(),
};

const named: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\n': '\\n',
  '\t': '\\t',
  '\f': '\\f',
  '\r': '\\r',
};

/** As Apache Commons Lang does, which escapes both quotes, the slash, and everything that is not ASCII. */
function escapeJavaScript(text: string): string {
  let escaped = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    const code = text.charCodeAt(index);
    if (/['"\\/]/.test(character)) escaped += `\\${character}`;
    else if (code >= 32 && code < 127) escaped += character;
    else escaped += named[character] ?? `\\u${code.toString(16).toUpperCase().padStart(4, '0')}`;
  }
  return escaped;
}
