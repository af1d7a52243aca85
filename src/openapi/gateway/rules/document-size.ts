import { define } from '../../../shared/diagnostics';
import { isJsonObject, type Json } from '../../../shared/json';
import type { Rule } from './rule';

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html */
const limits = { models: 400_000, document: 6_000_000 } as const;

const diagnostics = {
  models: define<{ size: string; limit: string }>(
    'gateway-limit',
    'info',
    ({ size, limit }) =>
      `the models of request bodies are ${size}, and API Gateway allows ${limit} in all; split the model into several APIs, or make request bodies smaller`,
  ),
  document: define<{ size: string; limit: string }>(
    'gateway-limit',
    'info',
    ({ size, limit }) =>
      `the document for API Gateway is ${size} without integrations, and it imports at most ${limit}; split the model into several APIs`,
  ),
};

export const documentSize: Rule = {
  feature: 'the size of the document and of its schemas',
  gateway: 'imports at most 6 MB, with models of at most 400 kB together',
  answer: 'prose, responses and schemas without use are left out; measured by `check`, and again at synth',
  checkedBy: 'the build',
  diagnostics,
  result: (document, report) => {
    const { components, ...rest } = document;
    const schemas = isJsonObject(components) ? components.schemas : undefined;
    const models = bytesOf(schemas ?? {});
    if (models > limits.models) reportSize('models', models, '/components/schemas');
    const whole = models + bytesOf(rest);
    if (whole > limits.document) reportSize('document', whole, '');

    function reportSize(kind: keyof typeof limits, bytes: number, pointer: string): void {
      const sizes = { size: kilobytes(bytes), limit: kilobytes(limits[kind]) };
      report((place) => diagnostics[kind](place, sizes), pointer);
    }
  },
};

function bytesOf(value: Json): number {
  return Buffer.byteLength(JSON.stringify(value));
}

function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000).toLocaleString('en-US')} kB`;
}
