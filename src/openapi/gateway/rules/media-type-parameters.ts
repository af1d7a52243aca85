import { define } from '../../../shared/diagnostics';
import { essence } from '../../../shared/media-type';
import { isJsonMediaType } from '../media-types';
import type { Rule } from './rule';

const diagnostics = {
  alike: define<{ mediaType: string }>(
    'gateway-not-enforced',
    'info',
    ({ mediaType }) =>
      `API Gateway cannot tell bodies of ${mediaType} apart by the parameters of the media type, so only the handler checks them; give each a media type of its own`,
  ),
};

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/request-response-data-mappings.html */
export const mediaTypeParameters: Rule = {
  feature: 'media types with parameters, `application/json; charset=utf-8`',
  gateway: 'compares media types without their parameters',
  answer: 'written without; no model where a body has several that are the same then',
  checkedBy: 'both',
  diagnostics,
  content: ({ mediaType, pointer, alike }, source) => {
    if (alike === 1) return false;
    if (isJsonMediaType(mediaType)) {
      source.report((place) => diagnostics.alike(place, { mediaType: essence(mediaType) }), pointer);
    }
    return true;
  },
};
