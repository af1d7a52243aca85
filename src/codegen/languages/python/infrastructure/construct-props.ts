import { type Code, type CodeSymbol, code, typeSymbol } from '../../../emit/symbol';
import { type ConstructDocs, type ConstructProp, type ConstructType, pythonName } from '../../construct-api';
import type { ParameterDoc } from '../docstring';
import { memberName } from '../names';
import { packageModule, standardModule } from '../source';

/** A prop of a construct as a keyword of its constructor. */
export interface Keyword {
  readonly name: string;
  /** `runtime: aws_lambda.Runtime | None = None` */
  readonly parameter: Code;
  readonly doc: ParameterDoc;
}

/** Props as keywords; those that are required come first, all in the order of their names. */
export function keywordsOf(props: readonly ConstructProp[], leftOut: ReadonlySet<string>): Keyword[] {
  return props
    .filter(({ name }) => !leftOut.has(name))
    .map((prop) => ({ ...toKeyword(prop), optional: prop.optional }))
    .sort((a, b) => Number(a.optional) - Number(b.optional) || (a.name < b.name ? -1 : 1));
}

function toKeyword({ name: given, type, optional, deprecated, docs }: ConstructProp): Keyword {
  const name = memberName(given);
  const parameter = code`${name}: ${annotation(type)}${optional ? ' | None = None' : ''}`;
  return { name, parameter, doc: { name, text: `${deprecated ? '(deprecated) ' : ''}${textOf(docs)}` } };
}

function textOf(docs: ConstructDocs): string {
  if ('summary' in docs) return docs.summary;
  const { module, name } = pythonName(docs.owner);
  return `See \`${module}.${name}\`.`;
}

function annotation(type: ConstructType): Code {
  if ('primitive' in type) return primitives[type.primitive];
  if ('array' in type) return code`${sequence}[${annotation(type.array)}]`;
  if ('map' in type) return code`${mapping}[str, ${annotation(type.map)}]`;
  const { module, name } = pythonName(type.fqn);
  // As CDK apps do: `aws_lambda.Runtime`.
  const service = /^aws_cdk\.(\w+)$/.exec(module)?.[1];
  if (service !== undefined) return code`${typeSymbol(service, packageModule('aws_cdk'))}.${name}`;
  return code`${typeSymbol(name, packageModule(module))}`;
}

const sequence = ofCollections('Sequence');
const mapping = ofCollections('Mapping');

const primitives = {
  any: code`object`,
  boolean: code`bool`,
  date: code`${typeSymbol('datetime', standardModule('datetime'))}`,
  json: code`${mapping}[str, object]`,
  number: code`float`,
  string: code`str`,
} as const;

function ofCollections(name: string): CodeSymbol {
  return typeSymbol(name, standardModule('collections.abc'));
}
