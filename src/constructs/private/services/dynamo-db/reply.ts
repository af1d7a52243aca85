import type { IntegrationOperationProps } from '../../../integrations/integration';
import { declaredResponse } from '../../responses/declared';
import { answerError, type UsualResponse, usualConflicts } from '../error-template';
import type { ServiceReply } from '../service-responses';
import type { DynamoDbOptions } from './options';
import { usualLevels } from './request';
import { unmarshalItem } from './unmarshal';

/** By the action, the member of the reply that has the item. */
const itemMembers: Readonly<Record<string, string>> = {
  GetItem: 'Item',
  UpdateItem: 'Attributes',
  DeleteItem: 'Attributes',
};

/** @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Programming.Errors.html */
export function dynamoDbReply(operation: IntegrationOperationProps, options: DynamoDbOptions): ServiceReply {
  const { action, itemsMember, nestedLevels = usualLevels } = options;
  const member = itemMembers[action];
  const common = {
    service: 'DynamoDB',
    mediaType: 'application/x-amz-json-1.0',
    errors: {
      code: "$root.get('__type')",
      invalid: 'Validation|ItemCollectionSizeLimitExceeded|SerializationException',
      conflict: 'ConditionalCheckFailed|TransactionConflict',
      conflicts: conflictsOf(options),
    },
  };
  const item = unmarshalItem(nestedLevels);
  if (member !== undefined) {
    return { ...common, body: item, decide: (body, usual) => decideItem(operation, options, member, body, usual) };
  }
  if (action !== 'Query') return { ...common, body: '{}' };
  const items = `[#foreach($item0 in $root.Items)${item}#if($foreach.hasNext),#{end}#{end}]`;
  return { ...common, body: itemsMember === undefined ? items : `{${JSON.stringify(itemsMember)}:${items}}` };
}

/** An item that is not there is a 404 if that is declared. An update always gives one. */
function decideItem(
  operation: IntegrationOperationProps,
  { action }: DynamoDbOptions,
  member: string,
  body: string,
  usual: UsualResponse,
): string {
  const read = `#set($item0 = $root.${member})`;
  const declaresMissing = declaredResponse(operation, '404') !== undefined;
  if (action === 'UpdateItem' || !declaresMissing)
    return body === '' ? '' : `${read}#if(!$item0)#set($item0 = {})#{end}${body}`;
  return `${read}#if("$!item0" == '')${answerError(operation, 404, usual)}#{else}${body}#{end}`;
}

function conflictsOf({ conditionExpression = '', conditionFailedStatusCode }: DynamoDbOptions): readonly number[] {
  if (conditionFailedStatusCode !== undefined) return [conditionFailedStatusCode];
  return /\battribute_exists\b/.test(conditionExpression) ? [404, ...usualConflicts] : usualConflicts;
}
