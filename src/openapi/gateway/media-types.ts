import { essence } from '../../shared/media-type';
import { streamFormatOf } from '../../shared/streaming-media-types';

/** What most bodies are. */
const json = 'application/json';

/** True for `application/json` and `application/problem+json`. */
export function isJsonMediaType(mediaType: string): boolean {
  return /^application\/(?:.+\+)?json$|^.+\+json$|^text\/json$/.test(essence(mediaType));
}

/** True where the body is characters: API Gateway hands it on as they are, without base64. */
export function isTextMediaType(mediaType: string): boolean {
  if (mediaType === json) return true;
  const type = essence(mediaType);
  return (
    isJsonMediaType(type) ||
    streamFormatOf(type) !== undefined ||
    type.startsWith('text/') ||
    /^application\/(?:xml|javascript|ecmascript|x-www-form-urlencoded|yaml|x-yaml|x-ndjson|jsonl|graphql|sql|toml)$/.test(
      type,
    ) ||
    /\+(?:xml|yaml)$/.test(type)
  );
}
