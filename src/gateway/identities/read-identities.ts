import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { UsageError } from '../../shared/diagnostics';
import { isJsonObject, type Json, type JsonObject, member } from '../../shared/json';
import { arrayAt, objectAt, textAt } from '../document/members';
import { readStatements } from '../policies/statement';
import { checkPolicies } from './check-policies';
import { below, type Checked, complain, type MemberRule, membersOf, objectWith } from './checker';
import {
  type CognitoUser,
  type DeclaredKey,
  type IamIdentity,
  type Identities,
  identitiesFile,
  noIdentities,
} from './identities';

/**
 * Reads the callers that a workspace declares; none when it has no such file.
 * @param root The folder of the API.
 * @throws UsageError with everything that is wrong in the file, each with its JSON pointer.
 */
export function readIdentities(root: string): Identities {
  const file = path.join(root, identitiesFile);
  if (!existsSync(file)) return noIdentities;
  const problems: string[] = [];
  const identities = toIdentities({ value: parse(readFileSync(file, 'utf8')), pointer: '', problems });
  if (problems.length === 0) return identities;
  throw new UsageError(problems.map((problem) => identitiesFile + problem).join('\n'));
}

function parse(text: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    throw new UsageError(`${identitiesFile}: is no JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

const sections: readonly MemberRule[] = [
  { name: '$schema', type: 'text' },
  { name: 'iam', type: 'object' },
  { name: 'cognito', type: 'object' },
  { name: 'apiKeys', type: 'object' },
];

function toIdentities(file: Checked): Identities {
  const declared = objectWith(file, sections);
  if (declared === undefined) return noIdentities;
  const entriesOf = (section: string) => membersOf(below(file, section, objectAt(declared, section)));
  const iam = entriesOf('iam').flatMap(([name, entry]) => readIamIdentity(name, entry));
  const cognito = entriesOf('cognito').flatMap(([name, entry]) => readCognitoUser(name, entry));
  const apiKeys = entriesOf('apiKeys').flatMap(([name, entry]) => readApiKey(name, entry));
  checkUnique(below(file, 'iam', null), iam, ({ accessKeyId }) => accessKeyId, 'accessKeyId');
  checkUnique(below(file, 'apiKeys', null), apiKeys, ({ value }) => value, 'value');
  return {
    ...(member(declared, 'iam') === undefined
      ? {}
      : { iam: new Map(iam.map((identity) => [identity.accessKeyId, identity])) }),
    cognito: new Map(cognito.map((user) => [user.name, user])),
    ...(member(declared, 'apiKeys') === undefined ? {} : { apiKeys }),
  };
}

const iamRules: readonly MemberRule[] = [
  { name: 'accessKeyId', type: 'text', required: true },
  { name: 'secretAccessKey', type: 'text' },
  { name: 'sessionToken', type: 'text' },
  { name: 'expires', type: 'text' },
  { name: 'arn', type: 'text' },
  { name: 'role', type: 'text' },
  { name: 'policies', type: 'policies' },
];

function readIamIdentity(name: string, entry: Checked): IamIdentity[] {
  const declared = objectWith(entry, iamRules);
  if (declared === undefined) return [];
  const { accessKeyId = '', ...texts } = textsIn(declared, [
    'accessKeyId',
    'secretAccessKey',
    'sessionToken',
    'arn',
    'role',
  ]);
  const policies = arrayAt(declared, 'policies');
  const expires = textAt(declared, 'expires');
  const moment = expires === undefined ? undefined : Date.parse(expires);
  if (!/^\w+$/.test(accessKeyId)) complain(at(entry, 'accessKeyId'), 'must consist of letters, digits and _');
  if (texts.arn !== undefined && !/^arn:[^:]+:(iam|sts)::\d{12}:.+/.test(texts.arn))
    complain(at(entry, 'arn'), 'must be the ARN of a user or of a session, such as arn:aws:iam::000000000000:user/ada');
  if (moment !== undefined && Number.isNaN(moment))
    complain(at(entry, 'expires'), 'must be a date such as 2030-01-31T12:00:00Z');
  if (texts.role === undefined && member(declared, 'policies') === undefined)
    complain(entry, "says neither by 'policies' nor by 'role' what the identity may do");
  checkPolicies(at(entry, 'policies'), policies);
  const statements = policies.filter(isJsonObject).flatMap(readStatements);
  return [{ name, accessKeyId, ...texts, ...(moment === undefined ? {} : { expires: moment }), statements }];
}

const cognitoRules: readonly MemberRule[] = [
  { name: 'userPool', type: 'text' },
  { name: 'claims', type: 'object' },
  { name: 'scopes', type: 'texts' },
];

function readCognitoUser(name: string, entry: Checked): CognitoUser[] {
  const declared = objectWith(entry, cognitoRules);
  if (declared === undefined) return [];
  const scopes = arrayAt(declared, 'scopes').map(String);
  return [{ name, ...textsIn(declared, ['userPool']), claims: objectAt(declared, 'claims'), scopes }];
}

const keyRules: readonly MemberRule[] = [
  { name: 'value', type: 'text', required: true },
  { name: 'enabled', type: 'flag' },
];

function readApiKey(name: string, entry: Checked): DeclaredKey[] {
  const declared = objectWith(entry, keyRules);
  if (declared === undefined) return [];
  const enabled = member(declared, 'enabled');
  const value = textAt(declared, 'value') ?? '';
  return [{ name, value, ...(typeof enabled === 'boolean' ? { enabled } : {}) }];
}

function textsIn<Name extends string>(
  object: JsonObject,
  names: readonly Name[],
): { readonly [name in Name]?: string } {
  const found = names.flatMap((name) => {
    const text = textAt(object, name);
    return text === undefined ? [] : [[name, text] as const];
  });
  return Object.fromEntries(found) as { readonly [name in Name]?: string };
}

/** Who a request is from must be certain. */
function checkUnique<Entry extends { readonly name: string }>(
  section: Checked,
  entries: readonly Entry[],
  read: (entry: Entry) => string,
  memberName: string,
): void {
  for (const [index, entry] of entries.entries()) {
    const other = entries.slice(0, index).find((each) => read(each) === read(entry));
    const place = at(at(section, entry.name), memberName);
    if (other !== undefined) complain(place, `is also that of '${other.name}'; each needs its own`);
  }
}

function at(checked: Checked, name: string): Checked {
  return below(checked, name, null);
}
