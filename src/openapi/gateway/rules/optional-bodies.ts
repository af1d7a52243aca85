import { define } from '../../../shared/diagnostics';
import { isJsonMediaType } from '../media-types';
import type { Rule } from './rule';

const diagnostics = {
  optionalBody: define<object>(
    'gateway-not-enforced',
    'info',
    () =>
      "API Gateway would refuse a request without the optional body, so only the handler checks it; add 'required: true' if there always is one",
  ),
};

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html */
export const optionalBodies: Rule = {
  feature: 'request bodies that may be absent',
  gateway: 'validates an absent body by its model as well, and refuses it',
  answer: 'no model',
  checkedBy: 'the handler',
  diagnostics,
  content: ({ mediaType, schema, body }, source) => {
    if (body.value.required === true) return false;
    if (schema !== undefined && isJsonMediaType(mediaType)) {
      source.report((place) => diagnostics.optionalBody(place, {}), body.pointer);
    }
    return true;
  },
};
