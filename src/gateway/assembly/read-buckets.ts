import type { LocalBucket } from './local-app';
import { refOf } from './physical-names';
import { resolveIntrinsics } from './resolve-intrinsics';
import type { Stack } from './stack';

/** The buckets that a stack creates. */
export function readBuckets(stack: Stack): LocalBucket[] {
  return [...stack.resources.values()]
    .filter(({ type }) => type === 'AWS::S3::Bucket')
    .map((resource) => ({ name: refOf(stack, resource, (value) => resolveIntrinsics(value, stack)) }));
}
