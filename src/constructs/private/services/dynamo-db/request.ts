import { Stack } from 'aws-cdk-lib/core';
import type { IntegrationOperationProps } from '../../../integrations/integration';
import type { RequestValue } from '../../../integrations/request-value';
import { isElsewhere } from '../../is-elsewhere';
import { either, objectOf, type Piece } from '../pieces';
import type { ServiceRequest } from '../render-service';
import type { RequestTemplate } from '../request-template';
import { sourceOf } from '../value-source';
import { type AttributeWriter, attributeValue } from './attribute-value';
import { keyTypes } from './key-types';
import { checkDynamoDbOptions, type DynamoDbOptions } from './options';

type Member = readonly [name: string, value: readonly Piece[]];

/** Items that a template goes through. @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
const mostItems = 1000;

export const usualLevels = 3;

/** @throws Error when the options do not fit the action or the table */
export function dynamoDbRequest(operation: IntegrationOperationProps, options: DynamoDbOptions): ServiceRequest {
  checkDynamoDbOptions(operation, options);
  const types = keyTypes(operation, options);
  const { table, action, key, attributes, conditionExpression, conditionValues, indexName, limit } = options;
  const { descending, consistentRead, nestedLevels = usualLevels } = options;
  return {
    target: `${table.env.region}:dynamodb:action/${action}`,
    headers: {},
    options: { key, attributes, conditionExpression, conditionValues, indexName, limit, descending, consistentRead },
    body: (template: RequestTemplate): Piece[] => {
      const writer: AttributeWriter = { operation, template, nestedLevels };
      const members: readonly Member[] = [
        ['TableName', [{ text: '"' }, { token: nameOf(operation, options) }, { text: '"' }]],
        ...(consistentRead === undefined ? [] : [plain('ConsistentRead', consistentRead)]),
      ];
      return bodies[action]?.({ writer, options, types, members }) ?? objectOf(members);
    },
  };
}

interface Context {
  readonly writer: AttributeWriter;
  readonly options: DynamoDbOptions;
  readonly types: ReadonlyMap<string, string>;
  readonly members: readonly Member[];
}

const bodies: Readonly<Record<string, (context: Context) => Piece[]>> = {
  GetItem: (context) => objectOf([...context.members, keyOf(context)]),
  PutItem: (context) =>
    objectOf([...context.members, ['Item', attributesOf(context)], ...conditionOf(context, conditionNames(context))]),
  DeleteItem: (context) =>
    objectOf([
      ...[...context.members, keyOf(context), plain('ReturnValues', 'ALL_OLD')],
      ...conditionOf(context, conditionNames(context)),
    ]),
  UpdateItem: updateItem,
  Query: query,
};

function keyOf({ writer, options, types }: Context): Member {
  const entries = Object.entries(options.key ?? {});
  return [
    'Key',
    objectOf(entries.map(([name, value]) => [name, attributeValue(writer, sourceOf(value), types.get(name))])),
  ];
}

/** The attributes of an item; those that are not there are left out. */
function attributesOf({ writer, options, types }: Context): Piece[] {
  const entries = Object.entries(options.attributes ?? {}).map(([name, value]): [string, RequestValue, Piece[]] => [
    name,
    value,
    attributeValue(writer, sourceOf(value), types.get(name)),
  ]);
  return separated(
    writer,
    entries.map(([name, value, pieces]) => [value, [{ text: `${JSON.stringify(name)}:` }, ...pieces]]),
    ['{', '}'],
  );
}

/** What is set, with names and values that stand for attributes, since DynamoDB reserves words. */
function updateItem(context: Context): Piece[] {
  const { writer, options, members } = context;
  const entries = Object.entries(options.attributes ?? {}).map(([name, value], index) => ({ name, value, index }));
  const sets = entries.map(({ value, index }): [RequestValue, Piece[]] => [
    value,
    [{ text: `#set${index} = :set${index}` }],
  ]);
  const names = entries.map(({ name, value, index }): [RequestValue, Piece[]] => [
    value,
    [{ text: `${JSON.stringify(`#set${index}`)}:${JSON.stringify(name)}` }],
  ]);
  const values = entries.map(({ value, index }): [RequestValue, Piece[]] => [
    value,
    [{ text: `${JSON.stringify(`:set${index}`)}:` }, ...attributeValue(writer, sourceOf(value))],
  ]);
  const condition = conditionOf(context, []);
  return objectOf([
    ...[...members, keyOf(context), plain('ReturnValues', 'ALL_NEW')],
    ['UpdateExpression', [{ text: '"' }, ...separated(writer, sets, ['SET ', '']), { text: '"' }]],
    ...condition.filter(([name]) => name === 'ConditionExpression'),
    ['ExpressionAttributeNames', separated(writer, [...conditionNames(context), ...names], ['{', '}'])],
    ['ExpressionAttributeValues', separated(writer, [...conditionValuesOf(context), ...values], ['{', '}'])],
  ]);
}

function query({ writer, options, types, members }: Context): Piece[] {
  const { indexName, limit, descending } = options;
  const entries = Object.entries(options.key ?? {});
  const expression = entries.map((_, index) => `#key${index} = :key${index}`).join(' AND ');
  const names = entries.map(([name], index): Member => plain(`#key${index}`, name));
  const values = entries.map(
    ([name, value], index): Member => [`:key${index}`, attributeValue(writer, sourceOf(value), types.get(name))],
  );
  return objectOf([
    ...members,
    ...(indexName === undefined ? [] : [plain('IndexName', indexName)]),
    ...(descending === undefined ? [] : [plain('ScanIndexForward', !descending)]),
    ['Limit', limitOf(writer, limit)],
    plain('KeyConditionExpression', expression),
    ['ExpressionAttributeNames', objectOf(names)],
    ['ExpressionAttributeValues', objectOf(values)],
  ]);
}

function limitOf({ template }: AttributeWriter, limit: RequestValue | undefined): Piece[] {
  const usual: Piece[] = [{ text: String(mostItems) }];
  if (limit === undefined) return usual;
  const source = sourceOf(limit);
  const value = template.jsonOf(source.kind === 'number' ? source : { kind: 'number', value: source });
  const absence = template.absenceOf(source);
  return absence === undefined ? value : either(absence, usual, value);
}

/** Names that the condition has for attributes: `#name` stands for `name`. */
function conditionNames({ options }: Context): [undefined, Piece[]][] {
  const names = new Set((options.conditionExpression ?? '').match(/#\w+/g));
  return [...names].map((name) => [undefined, [{ text: `${JSON.stringify(name)}:${JSON.stringify(name.slice(1))}` }]]);
}

function conditionValuesOf({ writer, options }: Context): [undefined, Piece[]][] {
  return Object.entries(options.conditionValues ?? {}).map(([name, value]) => [
    undefined,
    [{ text: `${JSON.stringify(`:${name}`)}:` }, ...attributeValue(writer, sourceOf(value))],
  ]);
}

function conditionOf(context: Context, names: [undefined, Piece[]][]): Member[] {
  const { writer, options } = context;
  const values = conditionValuesOf(context);
  if (options.conditionExpression === undefined) return [];
  return [
    plain('ConditionExpression', options.conditionExpression),
    ...(names.length === 0 ? [] : [['ExpressionAttributeNames', separated(writer, names, ['{', '}'])] as const]),
    ...(values.length === 0 ? [] : [['ExpressionAttributeValues', separated(writer, values, ['{', '}'])] as const]),
  ];
}

/** Entries with commas between them; those whose values are not there are left out. */
function separated(
  { template }: AttributeWriter,
  entries: readonly (readonly [value: RequestValue | undefined, pieces: readonly Piece[]])[],
  [start, end]: readonly [string, string],
): Piece[] {
  const all = entries.map(([value, pieces]) => ({
    pieces,
    absence: value === undefined ? undefined : template.absenceOf(sourceOf(value)),
  }));
  // Once something certain stands there, everything after it has a comma before it.
  const ordered = [
    ...all.filter(({ absence }) => absence === undefined),
    ...all.filter(({ absence }) => absence !== undefined),
  ];
  const hasCertain = ordered[0] !== undefined && ordered[0].absence === undefined;
  const body = ordered.flatMap(({ pieces, absence }, index) => {
    if (absence === undefined) return [...(index === 0 ? [] : [{ text: ', ' }]), ...pieces];
    const comma: Piece[] = hasCertain ? [{ text: ', ' }] : [{ expression: '$comma' }];
    const after: Piece[] = hasCertain ? [] : [{ directive: "#set($comma = ', ')" }];
    return either(absence, [], [...comma, ...pieces, ...after]);
  });
  const before: Piece[] = hasCertain ? [] : [{ directive: "#set($comma = '')" }];
  return [...before, { text: start }, ...body, { text: end }];
}

function plain(name: string, value: string | boolean): Member {
  return [name, [{ text: JSON.stringify(value) }]];
}

/** Tables of other accounts are known by their ARNs only. */
function nameOf(operation: IntegrationOperationProps, { table }: DynamoDbOptions): string {
  return isElsewhere(table.env.account, Stack.of(operation.scope).account) ? table.tableArn : table.tableName;
}
