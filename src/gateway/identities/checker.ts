import { isJsonObject, type Json, type JsonObject, member } from '../../shared/json';
import { escapeToken } from '../../shared/json-pointer';

/** A value of a file with its place, and where to say what is wrong with it. */
export interface Checked {
  readonly value: Json;
  /** A JSON pointer. */
  readonly pointer: string;
  readonly problems: string[];
}

/** What members an object may have, and what each must be. */
export interface MemberRule {
  readonly name: string;
  readonly type: 'text' | 'flag' | 'object' | 'texts' | 'policies';
  readonly required?: boolean;
}

/** Says what is wrong with a value. */
export function complain({ pointer, problems }: Checked, message: string): void {
  problems.push(`${pointer === '' ? '' : `#${pointer}`}: ${message}`);
}

/** The members of an object with their places; says when it is none. */
export function membersOf(checked: Checked): readonly (readonly [string, Checked])[] {
  const { value } = checked;
  if (!isJsonObject(value)) {
    complain(checked, `must be an object, but is ${describe(value)}`);
    return [];
  }
  return Object.keys(value).map((name) => [name, below(checked, name, member(value, name) ?? null)]);
}

/** The object, when it has the members that it must have and no others. */
export function objectWith(checked: Checked, rules: readonly MemberRule[]): JsonObject | undefined {
  const { value, problems } = checked;
  const before = problems.length;
  for (const [name, found] of membersOf(checked)) {
    const rule = rules.find((each) => each.name === name);
    if (rule === undefined) complain(found, `is not known; there is ${listed(rules.map((each) => each.name))}`);
    else if (!isOf(rule.type, found.value))
      complain(found, `must be ${words[rule.type]}, but is ${describe(found.value)}`);
  }
  if (!isJsonObject(value)) return undefined;
  for (const { name, required } of rules)
    if (required && member(value, name) === undefined) complain(checked, `'${name}' is missing`);
  return problems.length === before ? value : undefined;
}

/** The place of a member or an item. */
export function below(checked: Checked, name: string, value: Json): Checked {
  return { value, pointer: `${checked.pointer}/${escapeToken(name)}`, problems: checked.problems };
}

const words: Readonly<Record<MemberRule['type'], string>> = {
  text: 'a text that is not empty',
  flag: 'true or false',
  object: 'an object',
  texts: 'a list of texts',
  policies: 'a list of policy documents',
};

function isOf(type: MemberRule['type'], value: Json): boolean {
  if (type === 'flag') return typeof value === 'boolean';
  if (type === 'object') return isJsonObject(value);
  if (type === 'texts') return Array.isArray(value) && value.every((item) => typeof item === 'string');
  return type === 'text' ? typeof value === 'string' && value !== '' : Array.isArray(value);
}

function describe(value: Json): string {
  if (value === '') return 'an empty text';
  if (Array.isArray(value)) return 'a list';
  return isJsonObject(value) ? 'an object' : JSON.stringify(value);
}

function listed(names: readonly string[]): string {
  return names.map((name) => `'${name}'`).join(', ');
}
