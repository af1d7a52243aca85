import { type Code, code } from '../../../emit/symbol';
import { expressionOf } from '../../../model/pattern';
import { quote } from '../source';

/** The pattern of a model as a regular expression. One that is none at all checks nothing; the reader has said so. */
export function patternLiteral(pattern: string): Code | undefined {
  const expression = expressionOf(pattern);
  if (expression === undefined) return undefined;
  return expression.unicode ? code`/${expression.source}/u` : code`new RegExp(${quote(pattern)})`;
}
