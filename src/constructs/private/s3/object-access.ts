/** What a request of a method may do with an object, and what it takes. */
export interface ObjectAccess {
  /** The actions of IAM on the object. */
  readonly actions: readonly string[];
  /** What it does with the key that a bucket is encrypted with. */
  readonly encryption?: 'decrypts' | 'encrypts';
  /** True when S3 answers with the object or what it knows of it. */
  readonly reads: boolean;
  /** By the parameter of the request in lower case, what it takes besides. */
  readonly parameterActions: Readonly<Record<string, string>>;
}

const reads: ObjectAccess = {
  actions: ['s3:GetObject'],
  encryption: 'decrypts',
  reads: true,
  parameterActions: { 'querystring.versionid': 's3:GetObjectVersion' },
};

/**
 * By the method of the request to S3. POST, which is for forms of browsers, does nothing with a single object.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/using-with-s3-policy-actions.html
 */
export const objectAccess: ReadonlyMap<string, ObjectAccess> = new Map<string, ObjectAccess>([
  ['GET', reads],
  ['HEAD', reads],
  [
    'PUT',
    {
      actions: ['s3:PutObject'],
      encryption: 'encrypts',
      reads: false,
      parameterActions: { 'header.x-amz-acl': 's3:PutObjectAcl', 'header.x-amz-tagging': 's3:PutObjectTagging' },
    },
  ],
  [
    'DELETE',
    {
      actions: ['s3:DeleteObject'],
      reads: false,
      parameterActions: { 'querystring.versionid': 's3:DeleteObjectVersion' },
    },
  ],
]);

/** The actions that a request with these parameters takes, given as `integration.request.header.x-amz-acl`. */
export function actionsFor(access: ObjectAccess, requestParameters: readonly string[]): string[] {
  const more = requestParameters.flatMap((parameter) => {
    const action = access.parameterActions[parameter.replace('integration.request.', '').toLowerCase()];
    return action === undefined ? [] : [action];
  });
  return [...new Set([...access.actions, ...more])];
}
