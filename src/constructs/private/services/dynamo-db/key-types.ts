import { CfnGlobalTable, CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { Stack } from 'aws-cdk-lib/core';
import { didYouMean } from '../../../../shared/did-you-mean';
import type { IntegrationOperationProps } from '../../../integrations/integration';
import { operationError } from '../../operation-error';
import type { DynamoDbOptions } from './options';

/** The key of a table or an index, as far as the app knows it. */
interface Key {
  readonly partition: readonly string[];
  readonly sort: readonly string[];
  readonly types: ReadonlyMap<string, string>;
}

/**
 * The types of the attributes of the key, `S`, `N` or `B`, by their names; empty for a table that is not part of the app.
 * @throws Error where `key` or `attributes` are not what the table has for a key
 */
export function keyTypes(operation: IntegrationOperationProps, options: DynamoDbOptions): ReadonlyMap<string, string> {
  const { action, key, attributes, indexName } = options;
  const known = keyOf(options);
  if (known === undefined) return new Map();
  const all = [...known.partition, ...known.sort];
  const where = indexName === undefined ? 'the table' : `the index '${indexName}'`;
  const given = Object.keys((action === 'PutItem' ? attributes : key) ?? {});
  const unknown = action === 'PutItem' ? undefined : given.find((name) => !all.includes(name));
  if (unknown !== undefined) {
    const remedy = didYouMean(unknown, all, `its key is ${all.join(' and ')}`);
    throw operationError(operation, `'key' has '${unknown}', which is no part of the key of ${where}${remedy}`);
  }
  const missing = (action === 'Query' ? known.partition : all).find((name) => !given.includes(name));
  if (missing === undefined || (given.length === 0 && options.requestTemplate !== undefined)) return known.types;
  const option = action === 'PutItem' ? 'attributes' : 'key';
  throw operationError(operation, `'${option}' lacks '${missing}', which is a part of the key of ${where}; add it`);
}

/** As the resource of the table has it, of whichever kind that is; indexes that are added later are not there yet. */
function keyOf({ table, indexName }: DynamoDbOptions): Key | undefined {
  const resource = table.node.defaultChild;
  if (!CfnTable.isCfnTable(resource) && !CfnGlobalTable.isCfnGlobalTable(resource)) return undefined;
  const resolve = <T>(value: unknown): readonly T[] =>
    (Stack.of(table).resolve(value) as readonly T[] | undefined) ?? [];
  const indexes = [
    ...resolve<Index>(resource.globalSecondaryIndexes),
    ...resolve<Index>(resource.localSecondaryIndexes),
  ];
  const keySchema =
    indexName === undefined
      ? resolve<KeyAttribute>(resource.keySchema)
      : indexes.find((index) => index.indexName === indexName)?.keySchema;
  if (keySchema === undefined) return undefined;
  const namesOf = (keyType: string) =>
    keySchema.filter((each) => each.keyType === keyType).map(({ attributeName }) => attributeName);
  const definitions = resolve<Definition>(resource.attributeDefinitions);
  return {
    partition: namesOf('HASH'),
    sort: namesOf('RANGE'),
    types: new Map(definitions.map(({ attributeName, attributeType }) => [attributeName, attributeType])),
  };
}

interface KeyAttribute {
  readonly attributeName: string;
  readonly keyType: string;
}

interface Index {
  readonly indexName: string;
  readonly keySchema: readonly KeyAttribute[];
}

interface Definition {
  readonly attributeName: string;
  readonly attributeType: string;
}
