import { type IRole, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';

/** What a request of a method does with an object, and what it takes. */
export interface BucketAccess {
  readonly grant: (role: IRole, bucket: IBucket, keyPattern: string) => void;
  readonly requestParameters: { readonly [name: string]: string };
}

const reads: BucketAccess = {
  grant(role, bucket, keyPattern) {
    allow(role, 's3:GetObject', bucket.arnForObjects(keyPattern));
    allow(role, 's3:ListBucket', bucket.bucketArn);
    bucket.encryptionKey?.grantDecrypt(role);
  },
  requestParameters: {},
};

const writes: BucketAccess = {
  grant(role, bucket, keyPattern) {
    allow(role, 's3:PutObject', bucket.arnForObjects(keyPattern));
    bucket.encryptionKey?.grantEncryptDecrypt(role);
  },
  requestParameters: { 'integration.request.header.Content-Type': 'method.request.header.Content-Type' },
};

const deletes: BucketAccess = {
  grant: (role, bucket, keyPattern) => allow(role, 's3:DeleteObject', bucket.arnForObjects(keyPattern)),
  requestParameters: {},
};

/** By the method of the request to S3. */
export const bucketAccess: ReadonlyMap<string, BucketAccess> = new Map([
  ['GET', reads],
  ['HEAD', reads],
  ['PUT', writes],
  ['DELETE', deletes],
]);

function allow(role: IRole, action: string, resource: string): void {
  role.addToPrincipalPolicy(new PolicyStatement({ actions: [action], resources: [resource] }));
}
