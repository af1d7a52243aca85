import { isJsonObject, type JsonObject } from '../../shared/json';
import type { Located } from '../document';
import { essence, isTextMediaType } from './media-types';
import { follow, type Source } from './source';

/**
 * The media types of bodies that are bytes: without being declared, they would reach a Lambda function as broken text.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-payload-encodings.html
 */
export function binaryMediaTypes(source: Source, operations: readonly JsonObject[]): string[] {
  const found = new Set<string>();
  for (const operation of operations) {
    const responses = isJsonObject(operation.responses) ? Object.values(operation.responses) : [];
    const bodies = operation.requestBody === undefined ? responses : [operation.requestBody, ...responses];
    for (const value of bodies) for (const type of mediaTypesOf(source, { pointer: '', value })) found.add(type);
  }
  return [...found].filter((type) => !isTextMediaType(type)).sort();
}

function mediaTypesOf(source: Source, body: Located): string[] {
  const content = follow(source, body)?.value.content;
  return isJsonObject(content) ? Object.keys(content).map(essence) : [];
}
