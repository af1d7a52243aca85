import { NameScope } from '../../emit/names';
import type { Service, Status } from '../../model/service';

/** Names of one operation. */
export interface OperationNames {
  /** `say_hello`: of attributes and parameters; `class_` where the id is a reserved word. */
  readonly member: string;
  /** `say_hello`, the start of names such as `say_hello_200`. */
  readonly stem: string;
}

/** The names of all operations of a service by their ids, free of collisions. */
export function nameOperations({ operations }: Service): ReadonlyMap<string, OperationNames> {
  const stems = new NameScope();
  return new Map(
    operations.map(({ id }) => {
      const stem = stems.claim(identifierOf(snakeCase(id)));
      return [id, { stem, member: reservedWords.has(stem) ? `${stem}_` : stem }];
    }),
  );
}

/** The name of the mock of a response: `say_hello_200`, `say_hello_4xx`, `say_hello_default`. */
export function mockName({ stem }: OperationNames, status: Status): string {
  return `${stem}_${String(status).toLowerCase()}`;
}

/**
 * `getX2Y` as `get_x2_y`, `getHTTPStatus2` as `get_http_status2`: the very names that the bindings of jsii give to members, so that what is
 * generated and what comes from the constructs is of one style.
 */
export function snakeCase(name: string): string {
  return name
    .replace(
      /(^|[^A-Z])(KiB|MiB|GiB)($|[^a-z])/g,
      (_, before, unit: string, after) => before + unit.replace('B', 'b') + after,
    )
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, '$1_$2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll}+)/gu, '$1_$2')
    .toLowerCase();
}

/** A member of a construct or of its props in Python: `lambda` is `lambda_`. */
export function memberName(name: string): string {
  const snake = snakeCase(name);
  return keywords.has(snake) ? `${snake}_` : snake;
}

/** Without the few letters that JavaScript knows and no name of Python may have. */
function identifierOf(name: string): string {
  const legal = name.normalize('NFKC').replaceAll(/[^\p{XIDC}]/gu, '') || 'operation';
  return /^[\p{XIDS}_]/u.test(legal) ? legal : `op_${legal}`;
}

/** What cannot be a name: https://docs.python.org/3/reference/lexical_analysis.html#keywords. Soft keywords, such as `match`, can. */
export const keywords: ReadonlySet<string> = new Set(
  (
    'False None True and as assert async await break class continue def del elif else except finally for from global if import in is ' +
    'lambda nonlocal not or pass raise return try while with yield'
  ).split(' '),
);

/** A constructor has a `self` of its own. */
const reservedWords: ReadonlySet<string> = new Set([...keywords, 'self']);
