import { S3Error } from './s3-error';

/** Bytes from `start` to before `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Reads a `Range` header. S3 gives one range of bytes; what else the header says, it ignores.
 * @throws S3Error 416 for a range of which the object has nothing.
 */
export function rangeOf(header: string | undefined, size: number): ByteRange | undefined {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header?.replaceAll(' ', '') ?? '') ?? [];
  if (first === '' && last === '') return undefined;
  const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === '' || last === '' ? size : Math.min(size, Number(last) + 1);
  if (first !== '' && last !== '' && Number(last) < start) return undefined;
  if (start < end) return { start, end };
  throw new S3Error('InvalidRange', {
    elements: { RangeRequested: header ?? '', ActualObjectSize: String(size) },
    headers: [['Content-Range', `bytes */${size}`]],
  });
}
