import { isSuccessStatus, type StreamFormat } from '../../shared/streaming-media-types';
import type { Content, ContentKind, Operation } from './service';
import type { Member, Shape, StructureShape } from './shape';

/** A body that is many values, one after the other. */
export interface StreamContent extends Content {
  readonly kind: StreamFormat;
}

const formats: ReadonlySet<ContentKind> = new Set<StreamFormat>(['events', 'json-lines', 'json-sequence']);

/** True for a body that is a stream of items, whose shape is that of an item. */
export function isStream(content: Content): content is StreamContent {
  return formats.has(content.kind);
}

/** The streams that an operation may answer with; none for most operations. */
export function streamsOf({ responses }: Operation): readonly StreamContent[] {
  return responses.flatMap(({ status, contents }) =>
    contents.some(isStream) && isSuccessStatus(String(status)) ? contents.filter(isStream) : [],
  );
}

/** True for an operation that may answer with a stream. */
export function streams({ responses }: Operation): boolean {
  return responses.some(({ status, contents }) => contents.some(isStream) && isSuccessStatus(String(status)));
}

const optional: readonly Member[] = [
  { name: 'event', required: false, shape: { kind: 'string' } },
  { name: 'id', required: false, shape: { kind: 'string' } },
  { name: 'retry', required: false, shape: { kind: 'number', integer: true, minimum: 0 } },
];

/** A server-sent event of which the model describes the data alone. */
export function plainEvent(data: Shape): StructureShape {
  const members = [{ name: 'data', required: true, shape: data }, ...optional];
  return { kind: 'structure', members, additional: { kind: 'any' } };
}

/** The shape of the data of a {@link plainEvent}; nothing for an event of which the model says more. */
export function plainEventData(shape: Shape): Shape | undefined {
  const [data, ...others] = shape.kind === 'structure' ? shape.members : [];
  return JSON.stringify(others) === JSON.stringify(optional) ? data?.shape : undefined;
}
