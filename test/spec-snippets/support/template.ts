import type { Body, BodyOperation, Outcome, Resource, Template } from './outcome';

/** The template of a case. */
export function templateOf({ results }: Outcome, name: string): Template {
  const { template, error } = results[name] ?? { error: 'it did not run' };
  if (template === undefined) throw new Error(`${name}: ${error}`);
  return template;
}

/** The resources of a type. */
export function resourcesOf(template: Template, type: string): Resource[] {
  return Object.values(template.Resources).filter(({ Type }) => Type === type);
}

/** The document of an API, by the id of its construct. */
export function bodyOf(template: Template, name = 'Api'): Body {
  const apis = resourcesOf(template, 'AWS::ApiGateway::RestApi');
  const found = apis.find(({ Properties }) => String(Properties.Name).endsWith(`-${name}`));
  if (found === undefined) throw new Error(`the template has no API '${name}'`);
  return found.Properties.Body as Body;
}

/** An operation of the API of a case. */
export function operationOf(outcome: Outcome, name: string, operationId: string, api = 'Api'): BodyOperation {
  const operations = Object.values(bodyOf(templateOf(outcome, name), api).paths).flatMap((item) => Object.values(item));
  const found = operations.find((operation) => operation.operationId === operationId);
  if (found === undefined) throw new Error(`the API of ${name} has no operation '${operationId}'`);
  return found;
}

/** A value of a template as text, with the logical ids that it refers to in `<>`. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': join } = value as Readonly<Record<string, unknown>>;
  if (typeof Ref === 'string') return `<${Ref}>`;
  if (Array.isArray(attribute)) return `<${attribute.join('.')}>`;
  if (!Array.isArray(join)) throw new Error(`${JSON.stringify(value)} is no text`);
  const [delimiter, parts] = join as [string, readonly unknown[]];
  return parts.map(textOf).join(delimiter);
}
