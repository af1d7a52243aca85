import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import { escapeToken } from '../../shared/json-pointer';
import type { Located } from '../document';
import { essence, isJsonMediaType } from './media-types';
import type { Models } from './models';
import { rules } from './rules';
import { follow, type LocatedObject, type Source } from './source';

/** The schemas of the JSON bodies of a request, which API Gateway can validate. */
export function validatedBodies(source: Source, declared: Located | undefined): Located[] {
  const body = declared === undefined ? undefined : follow(source, declared);
  if (body === undefined || body.value.required !== true) return [];
  return contentsOf(body).flatMap(({ mediaType, schema }) =>
    schema !== undefined && isJsonMediaType(mediaType) ? [schema] : [],
  );
}

/**
 * The request body as API Gateway uses it: a model for each JSON media type. Other media types stand there without a schema, for the
 * integrations; a body that may be absent has no model, because the service would validate its absence.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
 */
export function gatewayBody(
  source: Source,
  declared: Located | undefined,
  models: Models,
  name: string,
): JsonObject | undefined {
  const body = declared === undefined ? undefined : follow(source, declared);
  if (body === undefined) return undefined;
  const required = body.value.required === true;
  const content: Record<string, Json> = {};
  for (const { mediaType, schema } of contentsOf(body)) {
    const isValidated = schema !== undefined && isJsonMediaType(mediaType);
    const model = isValidated && required ? models.ofBody(schema, name) : undefined;
    if (isValidated && !required) source.report((place) => rules.optionalBody(place, {}), body.pointer);
    content[essence(mediaType)] = model === undefined ? {} : { schema: model };
  }
  return { ...(required ? { required } : {}), content };
}

interface BodyContent {
  readonly mediaType: string;
  readonly schema?: Located;
}

function contentsOf({ pointer, value }: LocatedObject): BodyContent[] {
  if (!isJsonObject(value.content)) return [];
  return Object.entries(value.content).map(([mediaType, content]) => {
    if (!isJsonObject(content) || content.schema === undefined) return { mediaType };
    const at = `${pointer}/content/${escapeToken(mediaType)}/schema`;
    return { mediaType, schema: { pointer: at, value: content.schema } };
  });
}
