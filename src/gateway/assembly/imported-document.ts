import { isJsonObject, type Json, type JsonObject, member } from '../../shared/json';
import { readJsonObject } from './assets';
import { localAccount, localRegion } from './pseudo-parameters';
import { objectOf } from './stack';

/** Up to the name in an ARN that comes from a variable of the stage: a resource of the app, which is in this account and region here. */
const ownArn = /arn:[\w-]+:([\w-]+):([\w-]*):\d{12}:(?=[\w/:-]*\$\{stageVariables\.)/g;

/**
 * A document that is deployed from S3. It names the account and the region that it is for, and what CloudFormation knows is in variables of
 * the stage; integrations look for them when they are read, authorizers have their values here.
 */
export function readImportedDocument(file: string, variables: Readonly<Record<string, string>>): JsonObject {
  const document = objectOf(mapTexts(readJsonObject(file), toLocal));
  const components = objectOf(member(document, 'components'));
  const schemes = member(components, 'securitySchemes');
  if (schemes === undefined) return document;
  const securitySchemes = mapTexts(schemes, (text) =>
    text.replace(/\$\{stageVariables\.(\w+)\}/g, (_, name: string) => variables[name] ?? ''),
  );
  return { ...document, components: { ...components, securitySchemes } };
}

function toLocal(text: string): string {
  return text.replace(ownArn, (_, service: string, region: string) => {
    return `arn:aws:${service}:${region === '' ? '' : localRegion()}:${localAccount}:`;
  });
}

function mapTexts(value: Json, change: (text: string) => string): Json {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item: Json) => mapTexts(item, change));
  if (!isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapTexts(item, change)]));
}
