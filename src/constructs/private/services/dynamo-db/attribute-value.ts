import type { IntegrationOperationProps } from '../../../integrations/integration';
import { operationError } from '../../operation-error';
import { objectOf, type Piece, quoted } from '../pieces';
import type { RequestTemplate } from '../request-template';
import type { ValueSource } from '../value-source';
import { marshal } from './marshal';

/** What attribute values are written with. */
export interface AttributeWriter {
  readonly operation: IntegrationOperationProps;
  readonly template: RequestTemplate;
  readonly nestedLevels: number;
}

/**
 * An attribute value of DynamoDB, such as `{"S": "Rex"}`.
 * @param type the type where the table says it
 * @throws Error for values that have no such form
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html
 */
export function attributeValue(writer: AttributeWriter, source: ValueSource, type?: string): Piece[] {
  const { operation, template, nestedLevels } = writer;
  if (type !== undefined) return typed(type, quoted(template.textOf(source)));
  switch (source.kind) {
    case 'field':
      return [{ directive: marshal(template.pathOf(source.path), nestedLevels) }];
    case 'number':
      return typed('N', quoted(template.textOf(source)));
    case 'boolean':
      return typed('BOOL', template.jsonOf(source));
    case 'object': {
      const members = Object.entries(source.members).map(
        ([name, member]) => [name, attributeValue(writer, member)] as const,
      );
      return typed('M', objectOf(members));
    }
    case 'body':
    case 'request':
      throw operationError(
        operation,
        `an attribute cannot be RequestValue.${source.kind}(); take fields, RequestValue.field('…'), or write 'requestTemplate'`,
      );
    default:
      return typed('S', quoted(template.textOf(source)));
  }
}

function typed(type: string, value: readonly Piece[]): Piece[] {
  return objectOf([[type, value]]);
}
