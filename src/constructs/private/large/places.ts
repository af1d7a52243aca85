import { Fn, Stack } from 'aws-cdk-lib/core';
import type { Construct, IConstruct } from 'constructs';
import { literalAlias, literalFunctionArn, literalRoleArn, resourceType } from './literal-arns';
import { type DocumentReference, markOf, marks } from './references';
import { type StageVariables, valueCharacters } from './stage-variables';
import { interpolateLiterals } from './template-literals';

/** What a text is placed in. */
export interface Place {
  readonly scope: Construct;
  readonly stack: Stack;
  readonly partition: string;
  readonly references: readonly DocumentReference[];
  readonly variables: StageVariables;
}

/** A text without marks, or the reason why there is none. */
export type Placed = { readonly text: string } | { readonly problem: string };

type Rule = (text: string, place: Place) => Placed;

const wholeMark = new RegExp(`^${marks.source}$`, 'u');
const unparsed = new RegExp(`#\\[\\[|\\\\${marks.source}`, 'u');
const functionMark = new RegExp(`/functions/${marks.source}(:[^/]+)?/`, 'u');

/** The rules of an integration's members; members of its responses are among them. */
const integrationRules: Readonly<Record<string, Rule>> = {
  uri: placeInUri,
  credentials: placeInCredentials,
  connectionId: placeEverywhere,
  requestParameters: placeInMapping,
  requestTemplates: placeInTemplate,
  responseParameters: placeInMapping,
  responseTemplates: placeInTemplate,
};

const authorizerRules: Readonly<Record<string, Rule>> = {
  authorizerUri: (text, place) =>
    withLiteralArn(
      text,
      functionMark,
      literalFunctionArn,
      place,
      "the function of an authorizer needs a name that is known; give it a 'functionName'",
    ),
  authorizerCredentials: (text, place) =>
    withLiteralArn(
      text,
      wholeMark,
      literalRoleArn,
      place,
      "the role of an authorizer needs a name that is known; give it a 'roleName'",
    ),
  providerARNs: placeInUserPool,
};

/** Replaces the marks of a text at a path of the document. */
export function placeIn(text: string, path: readonly string[], place: Place): Placed {
  const rule = ruleFor(path);
  return rule === undefined
    ? { problem: 'a text that only CloudFormation knows cannot stand here; write it out' }
    : rule(text, place);
}

function ruleFor(path: readonly string[]): Rule | undefined {
  const integration = path.indexOf('x-amazon-apigateway-integration');
  if (integration >= 0) {
    const [name = '', , inner = ''] = path.slice(integration + 1);
    return integrationRules[name === 'responses' ? inner : name];
  }
  const authorizer = path.indexOf('x-amazon-apigateway-authorizer');
  return authorizer >= 0 ? authorizerRules[path[authorizer + 1] ?? ''] : undefined;
}

/** Each reference by itself is a variable. */
function placeEverywhere(text: string, place: Place): Placed {
  return { text: text.replace(marks, (_, index: string) => variable('value', referenceAt(index, place), place)) };
}

/** Names in paths and actions of AWS services and in URLs; of Lambda functions, the name and the version. */
function placeInUri(text: string, place: Place): Placed {
  const [, region] = /^arn:[\w-]+:apigateway:([\w-]+):[\w.-]+:(?:path|action)\//.exec(text) ?? [];
  if (region === undefined && !/^https?:\/\//.test(text)) {
    return { problem: 'the region, the service or the protocol of the URI is not known; write it out' };
  }
  const [found, index = ''] = functionMark.exec(text) ?? [];
  if (found === undefined) return placeEverywhere(text, place);
  const reference = referenceAt(index, place);
  const literal = literalFunctionArn(reference, place);
  if (literal !== undefined) return placeInUri(text.replace(markOf(index), literal), place);
  const arn = functionArn(reference, region ?? '', place);
  if (arn === undefined) return unknownFunction;
  return placeEverywhere(text.replace(markOf(index), arn), place);
}

/** The ARN with a variable for the name, and one for the version or alias. */
function functionArn(reference: DocumentReference, region: string, place: Place): string | undefined {
  const { target, attribute } = reference;
  if (target === undefined || (attribute !== 'Arn' && attribute !== 'Ref')) return undefined;
  const type = resourceType(target);
  const isQualified = type === 'AWS::Lambda::Version' || type === 'AWS::Lambda::Alias';
  if (isQualified !== (attribute === 'Ref')) return undefined;
  const name = variable('function', reference, place, Fn.select(6, Fn.split(':', reference.value)));
  const arn = `arn:${place.partition}:lambda:${region}:${place.stack.account}:function:${name}`;
  if (!isQualified) return arn;
  const alias = literalAlias(target);
  if (alias !== undefined) return `${arn}:${alias}`;
  return `${arn}:${variable('version', reference, place, Fn.select(7, Fn.split(':', reference.value)))}`;
}

function placeInCredentials(text: string, place: Place): Placed {
  const [, index] = wholeMark.exec(text) ?? [];
  if (index === undefined) return /^arn:[\w-]+:iam::\d+:/.test(text) ? placeEverywhere(text, place) : unknownArn;
  const reference = referenceAt(index, place);
  if (!isArnOf('AWS::IAM::Role', reference)) return unknownRole;
  const { account } = Stack.of(reference.target);
  const role = variable('role', reference, place, Fn.select(5, Fn.split(':', reference.value)));
  return { text: `arn:${place.partition}:iam::${account}:${role}` };
}

function placeInUserPool(text: string, place: Place): Placed {
  const [, index] = wholeMark.exec(text) ?? [];
  if (index === undefined) {
    return /^arn:[\w-]+:cognito-idp:[\w-]+:\d+:userpool\//.test(text) ? placeEverywhere(text, place) : unknownArn;
  }
  const reference = referenceAt(index, place);
  if (!isArnOf('AWS::Cognito::UserPool', reference)) return unknownPool;
  const { region, account } = Stack.of(reference.target);
  const pool = variable('userPool', reference, place, Fn.select(1, Fn.split('/', reference.value)));
  return { text: `arn:${place.partition}:cognito-idp:${region}:${account}:userpool/${pool}` };
}

/** Whether it is the ARN of a resource of the app, which is where its stack is. */
function isArnOf(
  type: string,
  reference: DocumentReference,
): reference is DocumentReference & { readonly target: IConstruct } {
  const { target, attribute } = reference;
  return target !== undefined && resourceType(target) === type && attribute === 'Arn';
}

const wholeArn = 'an ARN that only CloudFormation knows cannot be taken apart';

const unknownFunction: Placed = { problem: `${wholeArn}; import the function by Function.fromFunctionName` };

const unknownRole: Placed = { problem: `${wholeArn}; import the role by Role.fromRoleName` };

const unknownPool: Placed = { problem: `${wholeArn}; import the user pool by UserPool.fromUserPoolId` };

const unknownArn: Placed = {
  problem: 'only the name in an ARN can be one that only CloudFormation knows; write out the rest',
};

/** A mapping has a variable as a whole, so this is all between the quotes. */
function placeInMapping(text: string, place: Place): Placed {
  const [, quoted] = /^'([^']*)'$/.exec(text) ?? [];
  if (quoted === undefined)
    return { problem: 'a mapping takes a whole text in single quotes from a variable; write it as one' };
  if (!valueCharacters.test(quoted.replace(marks, ''))) {
    return { problem: 'a variable has letters, digits and -._~:/?#&=, only; use no other characters' };
  }
  const found = [...quoted.matchAll(marks)].map(([, index = '']) => referenceAt(index, place));
  const value = quoted.replace(marks, (_, index: string) => referenceAt(index, place).value);
  const key = quoted.replace(marks, (_, index: string) => `<${referenceAt(index, place).key}>`);
  return { text: `stageVariables.${place.variables.nameOf('text', key, value, found[0]?.target)}` };
}

/** Velocity looks for no variables in literals with single quotes, in unparsed text, and after a backslash. */
function placeInTemplate(text: string, place: Place): Placed {
  const written = unparsed.test(text) ? undefined : interpolateLiterals(text, marks);
  if (written !== undefined) return placeEverywhere(written, place);
  return {
    problem:
      "Velocity finds no variable after a backslash, in '#[[', and between single quotes of a directive or a call; use double quotes",
  };
}

function withLiteralArn(
  text: string,
  pattern: RegExp,
  literalOf: (reference: DocumentReference, place: Place) => string | undefined,
  place: Place,
  problem: string,
): Placed {
  const [, index] = pattern.exec(text) ?? [];
  const literal = index === undefined ? undefined : literalOf(referenceAt(index, place), place);
  if (index === undefined || literal === undefined) return { problem };
  const replaced = text.replace(markOf(index), literal);
  return replaced.search(marks) < 0 ? { text: replaced } : { problem };
}

function variable(kind: string, { key, value, target }: DocumentReference, { variables }: Place, part = value): string {
  return `\${stageVariables.${variables.nameOf(kind, key, part, target)}}`;
}

function referenceAt(index: string, { references }: Place): DocumentReference {
  const reference = references[Number(index)];
  if (reference === undefined) throw new Error(`there is no reference ${index}`);
  return reference;
}
