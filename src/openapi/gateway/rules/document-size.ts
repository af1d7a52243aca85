import { define } from '../../../shared/diagnostics';
import { documentLimits, kibibytes, modelSizes } from '../limits';
import type { Rule } from './rule';

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

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-execution-service-limits-table.html */
export const documentSize: Rule = {
  feature: 'the size of the document and of its schemas',
  gateway: 'imports at most 6 MB, with models of at most 400 KB together',
  answer: 'prose, responses and schemas without use are left out; measured by `check`, and again at synth',
  checkedBy: 'the build',
  diagnostics,
  result: (document, report) => {
    const { modelBytes, importBytes } = documentLimits;
    const models = [...modelSizes(document).values()].reduce((sum, size) => sum + size, 0);
    const whole = Buffer.byteLength(JSON.stringify(document));
    if (models > modelBytes) {
      const sizes = { size: kibibytes(models), limit: kibibytes(modelBytes) };
      report((place) => diagnostics.models(place, sizes), '/components/schemas');
    }
    if (whole > importBytes) {
      const sizes = { size: kibibytes(whole), limit: kibibytes(importBytes) };
      report((place) => diagnostics.document(place, sizes), '');
    }
  },
};
