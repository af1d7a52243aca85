import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { depthOf, type KeyPatterns, widen, withoutCovered } from './key-patterns';

/** The action on a bucket that lets S3 tell whether an object is there; its patterns are prefixes. */
export const listing = 's3:ListBucket';

/** What may be done with the objects of a bucket: by the action, the patterns of keys. */
export interface BucketGrants {
  readonly bucket: IBucket;
  readonly patterns: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A policy, and whether it allows more than it was asked to, for want of room. */
export interface S3Policy {
  readonly document: { readonly Version: string; readonly Statement: readonly object[] };
  readonly widened: boolean;
}

/**
 * All inline policies of a role have 10,240 characters together; keys of encrypted buckets need some as well.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
const policyCharacters = 8_000;

/** The ARN of a bucket with the longest name there is. */
const longestArn = 'arn:aws-us-gov:s3:::'.length + 63;

/** The smallest policy that allows this, with patterns for whole folders if it would not fit otherwise. */
export function policyOf(grants: readonly BucketGrants[]): S3Policy {
  const patterns = grants.flatMap((grant) => [...grant.patterns.values()].map(withoutCovered));
  const deepest = depthOf(patterns.flat());
  for (let depth = deepest; depth >= 0; depth--) {
    const statements = grants.flatMap((grant) => statementsOf(grant, depth));
    if (depth > 0 && sizeOf(statements) > policyCharacters) continue;
    return {
      document: { Version: '2012-10-17', Statement: statements.map(({ render }) => render()) },
      widened: depth < deepest,
    };
  }
  return { document: { Version: '2012-10-17', Statement: [] }, widened: false };
}

interface Statement {
  readonly characters: number;
  readonly render: () => object;
}

function statementsOf({ bucket, patterns }: BucketGrants, depth: number): Statement[] {
  const byKeys = new Map<string, { readonly actions: string[]; readonly keys: KeyPatterns }>();
  for (const [action, asked] of [...patterns].sort(([one], [other]) => one.localeCompare(other))) {
    if (action === listing) continue;
    const keys = widen([...asked], depth);
    const statement = byKeys.get(keys.join('\n')) ?? { actions: [], keys };
    statement.actions.push(action);
    byKeys.set(keys.join('\n'), statement);
  }
  const listed = patterns.get(listing);
  return [
    ...[...byKeys.values()].map(({ actions, keys }) => objectStatement(bucket, actions, keys)),
    ...(listed === undefined ? [] : [listStatement(bucket, widen([...listed], depth))]),
  ];
}

function objectStatement(bucket: IBucket, actions: readonly string[], keys: KeyPatterns): Statement {
  return {
    characters: 60 + 24 * actions.length + keys.reduce((sum, key) => sum + longestArn + key.length + 4, 0),
    render: () => ({
      Effect: 'Allow',
      Action: single(actions),
      Resource: single(keys.map((key) => bucket.arnForObjects(key))),
    }),
  };
}

/**
 * S3 says that an object does not exist to those only who may list it, and takes its key for the prefix of the list. So nothing but these
 * keys can be found out, and no list can be had without such a prefix.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html
 * @see https://github.com/ceph/ceph/pull/68577 (the prefix, which S3 does not document)
 */
function listStatement(bucket: IBucket, keys: KeyPatterns): Statement {
  return {
    characters: 120 + longestArn + keys.reduce((sum, key) => sum + key.length + 3, 0),
    render: () => ({
      Effect: 'Allow',
      Action: listing,
      Resource: bucket.bucketArn,
      ...(keys.includes('*') ? {} : { Condition: { StringLike: { 's3:prefix': single(keys) } } }),
    }),
  };
}

function sizeOf(statements: readonly Statement[]): number {
  return statements.reduce((sum, { characters }) => sum + characters, 50);
}

function single<T>(values: readonly T[]): T | readonly T[] {
  const [first, ...others] = values;
  return first !== undefined && others.length === 0 ? first : values;
}
