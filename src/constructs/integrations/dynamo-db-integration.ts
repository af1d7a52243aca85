import type { ITable } from 'aws-cdk-lib/aws-dynamodb';
import { dynamoDbGrant } from '../private/services/dynamo-db/grant';
import { dynamoDbReply } from '../private/services/dynamo-db/reply';
import { dynamoDbRequest } from '../private/services/dynamo-db/request';
import { renderService } from '../private/services/render-service';
import { ServiceRole } from '../private/services/service-role';
import type { ApiGatewayIntegration } from './api-gateway-integration';
import { Integration, type IntegrationGrantProps, type IntegrationRenderProps } from './integration';
import type { RequestValue } from './request-value';
import type { ServiceIntegrationOptions } from './service-integration-options';

/** What is done with the items of a table. */
export enum DynamoDbAction {
  /** An item is read by its key. */
  GET_ITEM = 'GetItem',

  /** An item is written, in the place of one with the same key. */
  PUT_ITEM = 'PutItem',

  /** Attributes of an item are set; an item that is not there is created, unless a condition forbids it. */
  UPDATE_ITEM = 'UpdateItem',

  /** An item is deleted. */
  DELETE_ITEM = 'DeleteItem',

  /** The items with a partition key are read, or those of an index. */
  QUERY = 'Query',
}

/** How an operation maps to items of a table. */
export interface DynamoDbIntegrationProps extends ServiceIntegrationOptions {
  /** The table, of any region. */
  readonly table: ITable;

  /** What is done. */
  readonly action: DynamoDbAction;

  /**
   * The attributes of the key: of the item, and for a query the partition key, and the sort key if only items with that one are meant. Their
   * types are those of the table; of a table that is not part of the app, they are text, or numbers if the values are.
   *
   * @default - none, for PUT_ITEM, whose item has the key, and with `requestTemplate`
   */
  readonly key?: { [name: string]: RequestValue };

  /**
   * The attributes that are written: all of the item with PUT_ITEM, those that change with UPDATE_ITEM. Fields of the body have the type
   * that they have there, with maps and lists in them; other values are text, numbers or booleans as the value says, and objects are maps.
   * Attributes whose values are not there are left out.
   *
   * @default - none, for other actions and with `requestTemplate`
   */
  readonly attributes?: { [name: string]: RequestValue };

  /**
   * The condition under which something is written, such as `attribute_not_exists(id)`. Words that DynamoDB reserves can be written as
   * `#name` where `name` is an attribute.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ConditionExpressions.html
   */
  readonly conditionExpression?: string;

  /**
   * The values that `conditionExpression` has, by their names without the colon.
   *
   * @default - none
   */
  readonly conditionValues?: { [name: string]: RequestValue };

  /**
   * The status of the response when the condition does not hold, which the operation must declare.
   *
   * @default - 409 or 412, whichever the operation declares; for the condition `attribute_exists` 404 before these; otherwise 500
   */
  readonly conditionFailedStatusCode?: number;

  /**
   * The index that a query is for.
   *
   * @default - the table itself
   */
  readonly indexName?: string;

  /**
   * How many items a query reads at most, 1 to 1000, which is as many as a template of API Gateway can go through.
   *
   * @default - 1000
   */
  readonly limit?: RequestValue;

  /**
   * Whether a query gives the items with the greatest sort key first.
   *
   * @default false
   */
  readonly descending?: boolean;

  /**
   * Whether what was just written is read for sure, at twice the cost. Not for global indexes.
   *
   * @default false
   */
  readonly consistentRead?: boolean;

  /**
   * The member of the response that has the items of a query.
   *
   * @default - none: the response is the array of the items
   */
  readonly itemsMember?: string;

  /**
   * How deep maps and lists may be in each other, 0 to 10; each level makes templates longer. What is deeper becomes null when it is read,
   * and is refused when it is written.
   *
   * @default 3
   */
  readonly nestedLevels?: number;
}

/**
 * An item of a DynamoDB table is read, written or deleted, or a table is queried. All of it can be written as templates; for what is usual,
 * the other options do: what goes to DynamoDB is made of values of the request, and what comes back is plain JSON. Text, numbers,
 * booleans, null, lists and maps are what they are; sets are arrays, and binary values base64.
 *
 * The response to GET_ITEM is the item, to UPDATE_ITEM the item as it is now, to DELETE_ITEM the item as it was, to QUERY an array, and to
 * PUT_ITEM an empty object; only where the operation declares JSON. An item that is not there is answered with 404 if the operation
 * declares that.
 *
 * Throws when the options do not fit the action or the key of the table, and for values that the operation does not have.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations_Amazon_DynamoDB.html
 */
export class DynamoDbIntegration extends Integration {
  /** @param props how the operation maps to items */
  constructor(private readonly props: DynamoDbIntegrationProps) {
    super();
  }

  public render(props: IntegrationRenderProps): ApiGatewayIntegration {
    return renderService(props, this.props, dynamoDbRequest(props, this.props), dynamoDbReply(props, this.props));
  }

  public override grant(props: IntegrationGrantProps): void {
    ServiceRole.of(props.scope).allow(dynamoDbGrant(this.props));
  }
}
