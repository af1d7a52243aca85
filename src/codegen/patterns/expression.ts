import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** The pattern of a model, which is an ECMA-262 expression. */
export interface Expression {
  readonly source: string;
  /** `u`, as JSON Schema asks for, unless it is an expression only without it, as the many are that escape a dash. */
  readonly flags: 'u' | '';
  /** As the engine writes it: with slashes escaped. */
  readonly literal: string;
  readonly pattern: AST.Pattern;
}

const parser = new RegExpParser({ ecmaVersion: 2024 });
const known = new Map<string, Expression | undefined>();

/** Reads a pattern; nothing for one that is no expression, with the flag or without. */
export function readExpression(source: string): Expression | undefined {
  if (!known.has(source)) known.set(source, parseExpression(source, 'u') ?? parseExpression(source, ''));
  return known.get(source);
}

/** Reads a pattern with the flag or without. */
export function parseExpression(source: string, flags: 'u' | ''): Expression | undefined {
  try {
    const { source: literal } = new RegExp(source, flags);
    return {
      source,
      flags,
      literal,
      pattern: parser.parsePattern(source, 0, source.length, { unicode: flags === 'u' }),
    };
  } catch {
    return undefined;
  }
}
