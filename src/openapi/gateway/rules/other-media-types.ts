import { define } from '../../../shared/diagnostics';
import { essence } from '../../../shared/media-type';
import { isJsonMediaType } from '../media-types';
import { follow } from '../source';
import type { Rule } from './rule';

const diagnostics = {
  form: define<{ mediaType: string }>(
    'gateway-not-enforced',
    'info',
    ({ mediaType }) => `API Gateway validates JSON only; the handler checks the fields of ${mediaType}`,
  ),
  text: define<{ mediaType: string; keywords: readonly string[] }>(
    'gateway-not-enforced',
    'info',
    ({ mediaType, keywords }) =>
      `API Gateway validates JSON only; the handler checks ${keywords.join(', ')} of ${mediaType}`,
  ),
};

/** Keywords of a text that say more than that it is one. */
const constraints = ['enum', 'const', 'pattern', 'format', 'minLength', 'maxLength', 'minimum', 'maximum'];

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html */
export const otherMediaTypes: Rule = {
  feature: 'request bodies that are no JSON: forms, `multipart/form-data`, text, XML, bytes',
  gateway: 'validates nothing but JSON',
  answer: 'no model; the media type counts for integrations and preflights',
  checkedBy: 'the handler',
  diagnostics,
  content: ({ mediaType, schema, pointer }, source) => {
    if (isJsonMediaType(mediaType)) return false;
    const type = essence(mediaType);
    const target = schema === undefined ? undefined : follow(source, schema);
    if (target === undefined) return true;
    if (type === 'application/x-www-form-urlencoded' || type.startsWith('multipart/')) {
      source.report((place) => diagnostics.form(place, { mediaType: type }), pointer);
    } else if (type.startsWith('text/')) {
      const keywords = constraints.filter((keyword) => target.value[keyword] !== undefined);
      if (keywords.length > 0)
        source.report((place) => diagnostics.text(place, { mediaType: type, keywords }), pointer);
    }
    return true;
  },
};
