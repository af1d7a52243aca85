import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import type { DynamoDbAction } from '../../../integrations/dynamo-db-integration';
import type { IntegrationOperationProps } from '../../../integrations/integration';
import type { RequestValue } from '../../../integrations/request-value';
import { operationError } from '../../operation-error';
import { checkStatus } from '../../responses/declared';

type Values = Readonly<Record<string, RequestValue>>;

/** What a user says of items. */
export interface DynamoDbOptions {
  readonly table: ITable;
  readonly action: DynamoDbAction;
  readonly requestTemplate?: string;
  readonly responseTemplate?: string;
  readonly key?: Values;
  readonly attributes?: Values;
  readonly conditionExpression?: string;
  readonly conditionValues?: Values;
  readonly conditionFailedStatusCode?: number;
  readonly indexName?: string;
  readonly limit?: RequestValue;
  readonly descending?: boolean;
  readonly consistentRead?: boolean;
  readonly itemsMember?: string;
  readonly nestedLevels?: number;
}

const writing = ['PutItem', 'UpdateItem', 'DeleteItem'];
const querying = ['Query'];

/** By the option, the actions that it is for. */
const actionsOf: Partial<Record<keyof DynamoDbOptions, readonly string[]>> = {
  key: ['GetItem', 'UpdateItem', 'DeleteItem', 'Query'],
  attributes: ['PutItem', 'UpdateItem'],
  conditionExpression: writing,
  conditionValues: writing,
  conditionFailedStatusCode: writing,
  indexName: querying,
  limit: querying,
  descending: querying,
  consistentRead: ['GetItem', 'Query'],
  itemsMember: querying,
};

/** The options that DynamoDB needs for an action, and a template could say in their place. */
const needed: Readonly<Record<string, readonly ('key' | 'attributes')[]>> = {
  GetItem: ['key'],
  PutItem: ['attributes'],
  UpdateItem: ['key', 'attributes'],
  DeleteItem: ['key'],
  Query: ['key'],
};

const deepest = 10;

/** @throws Error for options that do not go with the action */
export function checkDynamoDbOptions(operation: IntegrationOperationProps, options: DynamoDbOptions): void {
  const { action, requestTemplate, conditionFailedStatusCode, nestedLevels = 0 } = options;
  for (const [option, actions = []] of Object.entries(actionsOf)) {
    const isGiven = (options as unknown as Readonly<Record<string, unknown>>)[option] !== undefined;
    if (!isGiven || actions.includes(action)) continue;
    throw operationError(operation, `'${option}' is for ${actions.join(', ')}, and not for ${action}; remove it`);
  }
  const missing = (needed[action] ?? []).find((option) => Object.keys(options[option] ?? {}).length === 0);
  if (missing !== undefined && requestTemplate === undefined) {
    throw operationError(
      operation,
      `${action} needs '${missing}', such as { id: RequestValue.path('id') }; set it, or 'requestTemplate'`,
    );
  }
  if (conditionFailedStatusCode !== undefined) {
    checkStatus(operation, String(conditionFailedStatusCode), "'conditionFailedStatusCode'");
  }
  if (Number.isInteger(nestedLevels) && nestedLevels >= 0 && nestedLevels <= deepest) return;
  throw operationError(operation, `'nestedLevels' is ${nestedLevels}; use an integer from 0 to ${deepest}`);
}
