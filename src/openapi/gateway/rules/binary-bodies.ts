import { define } from '../../../shared/diagnostics';
import { isJsonObject } from '../../../shared/json';
import { escapeToken } from '../../../shared/json-pointer';
import { essence } from '../../../shared/media-type';
import { isTextMediaType } from '../media-types';
import type { Rule } from './rule';

const diagnostics = {
  accept: define<{ mediaType: string }>(
    'gateway-accept',
    'info',
    ({ mediaType }) =>
      `API Gateway sends bytes only to callers whose Accept header starts with '${mediaType}', and others get them as base64; generated clients send it first if the operation declares it first`,
  ),
};

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings-workflow.html */
export const binaryBodies: Rule = {
  feature: 'bodies that are bytes, `image/png`; several media types in `Accept`',
  gateway: 'hands bytes on for the binary media types of the API, and looks only at the first media type of `Accept`',
  answer: 'binary media types are found in the model',
  checkedBy: 'the handler',
  diagnostics,
  response: ({ response }, source) => {
    const { content } = response.value;
    for (const mediaType of Object.keys(isJsonObject(content) ? content : {})) {
      if (isTextMediaType(mediaType)) continue;
      const pointer = `${response.pointer}/content/${escapeToken(mediaType)}`;
      source.report((place) => diagnostics.accept(place, { mediaType: essence(mediaType) }), pointer);
    }
  },
};
