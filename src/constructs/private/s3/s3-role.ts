import { ArnPrincipal, CfnPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Annotations, Aspects, Lazy, Names, PhysicalName, Resource, Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { isElsewhere } from '../is-elsewhere';
import { type BucketGrants, listing, policyOf } from './policy';

/** What an operation does with the objects of a bucket. */
export interface ObjectGrant {
  readonly bucket: IBucket;
  /** The keys, `*` standing for anything. */
  readonly keyPattern: string;
  readonly actions: readonly string[];
  /** Whether S3 may say that an object does not exist. */
  readonly tellsMissing: boolean;
  readonly encryption: 'decrypts' | 'encrypts' | undefined;
}

interface GrantedBucket extends BucketGrants {
  readonly patterns: Map<string, Set<string>>;
}

/**
 * The role of all S3 integrations of an API. Its policy is written once all operations are known: then what one pattern covers is left
 * out, and patterns are widened to folders where they would not fit.
 */
export class S3Role extends Role {
  /** The one of an API, made on first use. */
  static of(scope: Construct): S3Role {
    const id = 'S3IntegrationsExecutionRole';
    const existing = scope.node.tryFindChild(id);
    return existing === undefined ? new S3Role(scope, id) : (existing as S3Role);
  }

  private readonly granted = new Map<string, GrantedBucket>();
  private readonly keyGrants = new Set<string>();

  private constructor(scope: Construct, id: string) {
    super(scope, id, {
      assumedBy: new ServicePrincipal('apigateway.amazonaws.com'),
      // Buckets of other accounts of the app name it.
      roleName: PhysicalName.GENERATE_IF_NEEDED,
    });
  }

  /** Lets API Gateway do this with objects. */
  allow(grant: ObjectGrant): void {
    if (this.granted.size === 0) this.addPolicy();
    const { bucket, keyPattern, actions, tellsMissing } = grant;
    const id = JSON.stringify(Stack.of(this).resolve(bucket.bucketArn));
    const known: GrantedBucket = this.granted.get(id) ?? { bucket, patterns: new Map() };
    this.granted.set(id, known);
    for (const action of [...actions, ...(tellsMissing ? [listing] : [])]) {
      known.patterns.set(action, (known.patterns.get(action) ?? new Set()).add(keyPattern));
    }
    this.allowKey(grant, id);
    this.allowFromElsewhere(grant);
  }

  private addPolicy(): void {
    new CfnPolicy(this, 'Access', {
      policyName: Names.uniqueResourceName(this, { maxLength: 100 }),
      roles: [this.roleName],
      policyDocument: Lazy.any({ produce: () => policyOf([...this.granted.values()]).document }),
    });
    Aspects.of(this).add({ visit: (node) => (node === this ? this.warnWidened() : undefined) });
  }

  private warnWidened(): void {
    const { widened } = policyOf([...this.granted.values()]);
    if (!widened) return;
    Annotations.of(this).addWarningV2(
      'type-safe-api-project:s3-policy-size',
      'the keys of the S3 integrations do not fit into one policy, so the role may access whole folders; give operations keys below fewer folders, or split the model into several APIs',
    );
  }

  private allowKey({ bucket, encryption }: ObjectGrant, bucketId: string): void {
    const { encryptionKey } = bucket;
    const id = `${encryption} ${bucketId}`;
    if (encryptionKey === undefined || encryption === undefined || this.keyGrants.has(id)) return;
    this.keyGrants.add(id);
    if (encryption === 'decrypts') encryptionKey.grantDecrypt(this);
    else encryptionKey.grant(this, 'kms:GenerateDataKey');
  }

  /** In another account, the policy of the bucket must allow it too. */
  private allowFromElsewhere({ bucket, keyPattern, actions, tellsMissing }: ObjectGrant): void {
    if (!isElsewhere(bucket.env.account, Stack.of(this).account)) return;
    const principals = [new ArnPrincipal(this.roleArn)];
    const statements = [
      new PolicyStatement({ principals, actions: [...actions], resources: [bucket.arnForObjects(keyPattern)] }),
      ...(tellsMissing ? [new PolicyStatement({ principals, actions: [listing], resources: [bucket.bucketArn] })] : []),
    ];
    if (!Resource.isOwnedResource(bucket)) {
      Annotations.of(this).addWarningV2(
        `type-safe-api-project:bucket-policy-${bucket.node.addr}`,
        `the bucket '${bucket.node.path}' is in another account, where this stack cannot let the API in; allow ${[...actions].join(', ')} there, in the policy of the bucket, to the role '${this.node.path}'`,
      );
      return;
    }
    for (const statement of statements) bucket.addToResourcePolicy(statement);
  }
}
