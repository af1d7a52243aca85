import type { Body } from '../spec-snippets/support/outcome';

/** A template, as far as its tokens are concerned. */
export interface Template {
  readonly Resources: Readonly<Record<string, TemplateResource>>;
}

interface TemplateResource {
  readonly Type: string;
  readonly Properties?: Readonly<Record<string, unknown>>;
}

/** Where everything is. */
export const account = '123456789012';
export const region = 'us-east-1';

const pseudoParameters: Readonly<Record<string, string>> = {
  'AWS::AccountId': account,
  'AWS::Partition': 'aws',
  'AWS::Region': region,
  'AWS::URLSuffix': 'amazonaws.com',
};

/** What `Arn` of a resource looks like, by its type. */
const arns: Readonly<Record<string, (name: string) => string>> = {
  'AWS::IAM::Role': (name) => `arn:aws:iam::${account}:role/${name}`,
  'AWS::Lambda::Function': (name) => `arn:aws:lambda:${region}:${account}:function:${name}`,
  'AWS::Cognito::UserPool': (name) => `arn:aws:cognito-idp:${region}:${account}:userpool/${region}_${name}`,
};

/** The API documents in a template with plausible texts for tokens, by a name made of the template's and their own. */
export function resolvedBodies(template: Template, name: string): ReadonlyMap<string, Body> {
  const apis = Object.entries(template.Resources).filter(
    ([, { Type, Properties }]) => Type === 'AWS::ApiGateway::RestApi' && Properties?.Body !== undefined,
  );
  return new Map(
    apis.map(([logicalId, { Properties }]) => [`${name}-${logicalId}`, resolve(Properties?.Body, template) as Body]),
  );
}

/** A value of a template with plausible texts for tokens. */
export function resolve(value: unknown, template: Template): unknown {
  if (Array.isArray(value)) return value.map((item) => resolve(item, template));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const [only] = entries;
  if (only === undefined || entries.length > 1) return resolveMembers(entries, template);
  const [name, argument] = only;
  if (name === 'Ref') return pseudoParameters[String(argument)] ?? referenceTo(String(argument), template);
  if (name === 'Fn::Select') {
    const [index, items] = resolve(argument, template) as [string | number, readonly unknown[]];
    return items[Number(index)];
  }
  if (name === 'Fn::Split') {
    const [delimiter, text] = resolve(argument, template) as [string, string];
    return text.split(delimiter);
  }
  if (name === 'Fn::GetAtt') return attributeOf(argument as readonly string[], template);
  if (name === 'Fn::Join') {
    const [delimiter, parts] = argument as [string, readonly unknown[]];
    return parts.map((part) => resolve(part, template)).join(delimiter);
  }
  if (name.startsWith('Fn::')) throw new Error(`there is no value for ${JSON.stringify(value)}`);
  return resolveMembers(entries, template);
}

function resolveMembers(entries: readonly (readonly [string, unknown])[], template: Template): unknown {
  return Object.fromEntries(entries.map(([name, member]) => [name, resolve(member, template)]));
}

/** Functions and roles go by the names in their ARNs, versions and aliases by ARNs. */
function referenceTo(logicalId: string, template: Template): string {
  const { Type, Properties = {} } = template.Resources[logicalId] ?? {};
  const functionArn = () => {
    const name = resolve(Properties.FunctionName, template);
    return `arn:aws:lambda:${region}:${account}:function:${name}`;
  };
  switch (Type) {
    case 'AWS::Lambda::Function':
    case 'AWS::IAM::Role':
      return nameOf(logicalId, template);
    case 'AWS::Lambda::Version':
      return `${functionArn()}:7`;
    case 'AWS::Lambda::Alias':
      return `${functionArn()}:${Properties.Name}`;
    default:
      return logicalId.toLowerCase();
  }
}

function nameOf(logicalId: string, { Resources }: Template): string {
  const { FunctionName, RoleName } = Resources[logicalId]?.Properties ?? {};
  return String(FunctionName ?? RoleName ?? logicalId);
}

function attributeOf([logicalId = '', attribute = '']: readonly string[], template: Template): string {
  const arn = arns[template.Resources[logicalId]?.Type ?? ''];
  if (attribute === 'Arn' && arn !== undefined) return arn(nameOf(logicalId, template));
  return `${logicalId}.${attribute}`.toLowerCase();
}
