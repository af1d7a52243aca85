import type { Rule } from './rule';

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html */
export const jsonBodies: Rule = {
  feature: 'required request bodies of `application/json` and `…+json`',
  gateway:
    'validates each media type by its model, in JSON Schema draft 4; a request of another media type is not validated',
  answer: 'a model for each media type',
  checkedBy: 'both',
};
