import { isJsonObject, type Json, type JsonObject } from '../../shared/json';
import { escapeToken } from '../../shared/json-pointer';
import { essence } from '../../shared/media-type';
import type { Located } from '../document';
import type { Models } from './models';
import { functionsOf } from './rules';
import { follow, type LocatedObject, type Source } from './source';

const contentRules = functionsOf('content');

/** A media type of a request body, and the schema that API Gateway can validate it by. */
export interface GatewayContent {
  readonly mediaType: string;
  readonly validated?: Located;
}

/** The body of a request as API Gateway uses it. */
export interface GatewayBody {
  readonly required: boolean;
  readonly contents: readonly GatewayContent[];
}

/** Finds which media types of a body API Gateway validates, and reports those that it does not. */
export function readBody(source: Source, declared: Located): GatewayBody | undefined {
  const body = follow(source, declared);
  if (body === undefined) return undefined;
  const contents = contentsOf(body);
  return {
    required: body.value.required === true,
    contents: contents.map(({ mediaType, schema, pointer }): GatewayContent => {
      const type = essence(mediaType);
      const alike = contents.filter((other) => essence(other.mediaType) === type).length;
      const content = { mediaType, schema, pointer, body, alike };
      const verdicts = contentRules.map((rule) => rule(content, source));
      return schema === undefined || verdicts.includes(true)
        ? { mediaType: type }
        : { mediaType: type, validated: schema };
    }),
  };
}

/**
 * The request body in the document: a model for each media type that is validated. Others stand there without a schema, for the
 * integrations.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-method-request-validation.html
 */
export function gatewayBody({ required, contents }: GatewayBody, models: Models, name: string): JsonObject {
  const content: Record<string, Json> = {};
  for (const { mediaType, validated } of contents) {
    const model = validated === undefined ? undefined : models.ofBody(validated, name);
    content[mediaType] = model === undefined ? {} : { schema: model };
  }
  return { ...(required ? { required } : {}), content };
}

interface BodyContent {
  readonly mediaType: string;
  readonly schema: Located | undefined;
  readonly pointer: string;
}

function contentsOf({ pointer, value }: LocatedObject): BodyContent[] {
  if (!isJsonObject(value.content)) return [];
  return Object.entries(value.content).map(([mediaType, content]) => {
    const at = `${pointer}/content/${escapeToken(mediaType)}`;
    const schema = isJsonObject(content) ? content.schema : undefined;
    return {
      mediaType,
      pointer: at,
      schema: schema === undefined ? undefined : { pointer: `${at}/schema`, value: schema },
    };
  });
}
