import { Table, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import type { ServiceGrant } from '../service-role';
import type { DynamoDbOptions } from './options';

const reading = ['kms:Decrypt', 'kms:DescribeKey'];
const writing = [...reading, 'kms:Encrypt', 'kms:GenerateDataKey*', 'kms:ReEncrypt*'];

/**
 * What the role may do: the action, on the table or the index that it is for, and what that takes of the key that the table is encrypted
 * with.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/encryption.usagenotes.html
 */
export function dynamoDbGrant({ table, action, indexName }: DynamoDbOptions): ServiceGrant {
  const reads = action === 'GetItem' || action === 'Query';
  return {
    kind: 'table',
    resource: table,
    arn: indexName === undefined ? table.tableArn : `${table.tableArn}/index/${indexName}`,
    actions: [`dynamodb:${action}`],
    key: { key: table.encryptionKey, actions: reads ? reading : writing },
    // The policy is a property of the table, and cannot have an attribute of it.
    policyResource: '*',
    ...(table instanceof Table || table instanceof TableV2
      ? { addToResourcePolicy: (statement) => table.addToResourcePolicy(statement) }
      : {}),
  };
}
