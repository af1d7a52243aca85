import type { Json } from '../../shared/json';
import { objectAt, textAt } from '../document/members';
import { readStatements } from '../policies/statement';
import type { LocalBucket } from './local-app';
import { refOf } from './physical-names';
import { resolveIntrinsics } from './resolve-intrinsics';
import { objectOf, type Stack } from './stack';

/** The buckets that a stack creates, with their policies. */
export function readBuckets(stack: Stack): LocalBucket[] {
  const resolve = (value: Json): Json => resolveIntrinsics(value, stack);
  const resources = [...stack.resources.values()];
  const policies = resources
    .filter(({ type }) => type === 'AWS::S3::BucketPolicy')
    .map(({ properties }) => objectOf(resolve(properties)));
  return resources
    .filter(({ type }) => type === 'AWS::S3::Bucket')
    .map((resource) => {
      const name = refOf(stack, resource, resolve);
      const own = policies.filter((policy) => textAt(policy, 'Bucket') === name);
      return { name, policy: own.flatMap((policy) => readStatements(objectAt(policy, 'PolicyDocument'))) };
    });
}
