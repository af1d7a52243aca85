import type { IntegrationOperationProps } from '../../integrations/integration';
import type { RequestValue } from '../../integrations/request-value';
import { operationError } from '../operation-error';
import { either, encode, formValue, type Piece } from './pieces';
import type { RequestTemplate } from './request-template';
import { sourceOf, type ValueSource } from './value-source';

/** A field of a form. */
export function field(name: string, value: readonly Piece[]): Piece[] {
  return [{ text: `&${name}=` }, ...encode(value, formValue)];
}

/** A field of a form that is left out while its value is not there. */
export function optionalField(template: RequestTemplate, name: string, value: RequestValue | undefined): Piece[] {
  if (value === undefined) return [];
  const source = sourceOf(value);
  return template.unlessAbsent(source, field(name, template.textOf(source)));
}

/**
 * The attributes of a message, which the form numbers; those whose values are not there are left out.
 * @param prefix what stands before the number, such as `MessageAttribute.`
 */
export function attributeFields(
  template: RequestTemplate,
  prefix: string,
  attributes: Readonly<Record<string, RequestValue>>,
): Piece[] {
  const sources = Object.entries(attributes).map(([name, value]) => [name, sourceOf(value)] as const);
  const certain = sources.filter(([, source]) => template.absenceOf(source) === undefined);
  const others = sources.flatMap(([name, source]) => {
    const absence = template.absenceOf(source);
    return absence === undefined ? [] : [{ name, source, absence }];
  });
  const first = certain.flatMap(([name, source], index) =>
    attribute(template, [{ text: `${prefix}${index + 1}` }], name, source),
  );
  if (others.length === 0) return first;
  const counted: Piece[] = [{ text: prefix }, { expression: '$count' }];
  return [
    ...first,
    { directive: `#set($count = ${certain.length})` },
    ...others.flatMap(({ name, source, absence }) =>
      either(absence, [], [{ directive: '#set($count = $count + 1)' }, ...attribute(template, counted, name, source)]),
    ),
  ];
}

/**
 * Checks the attributes of a message.
 * @throws Error for names that no message may have
 * @see https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html
 */
export function checkAttributes(
  operation: IntegrationOperationProps,
  attributes: Readonly<Record<string, RequestValue>>,
): void {
  const wrong = Object.keys(attributes).find(
    (name) => !/^(?!aws\.|amazon\.|\.)[A-Za-z0-9_.-]{1,256}(?<!\.)$/i.test(name) || name.includes('..'),
  );
  if (wrong === undefined) return;
  throw operationError(
    operation,
    `'messageAttributes' has '${wrong}', which is no name of an attribute; use letters, digits, '_', '-' and '.', and not 'AWS.' or 'Amazon.' at the start`,
  );
}

function attribute(template: RequestTemplate, prefix: readonly Piece[], name: string, source: ValueSource): Piece[] {
  const type = source.kind === 'number' ? 'Number' : 'String';
  return [
    ...[{ text: '&' }, ...prefix, { text: `.Name=${formValue.text(name)}&` }],
    ...[...prefix, { text: `.Value.DataType=${type}&` }],
    ...[...prefix, { text: '.Value.StringValue=' }],
    ...encode(template.textOf(source), formValue),
  ];
}
