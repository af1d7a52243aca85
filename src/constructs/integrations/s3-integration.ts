import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Stack } from 'aws-cdk-lib/core';
import { S3Request } from '../private/s3/s3-request';
import { renderS3Responses } from '../private/s3/s3-responses';
import { S3Role } from '../private/s3/s3-role';
import type { ApiGatewayIntegration } from './api-gateway-integration';
import { Integration, type IntegrationGrantProps, type IntegrationRenderProps } from './integration';
import type { IntegrationResponseSet } from './integration-response-set';

/** How an operation maps to an object in S3. */
export interface S3IntegrationProps {
  /** The bucket, of any region. */
  readonly bucket: IBucket;

  /**
   * The method of the request to S3, in any case: `get` and `head` read an object, `put` writes it, `delete` deletes it. An operation with
   * another method needs one of them.
   *
   * @default - the method of the operation
   */
  readonly method?: string;

  /**
   * The key of the object, in which `{petId}` stands for the value of that path parameter of the operation, decoded. The value may have
   * slashes, which clients encode as `%2F` unless the parameter is greedy, as `{proxy+}`. A slash at the start is not part of the key.
   *
   * Values with a plus sign are not found: API Gateway sends it unencoded, which S3 takes for a space.
   *
   * @default - the path of the operation
   */
  readonly path?: string;

  /**
   * The status of the response when S3 succeeds, which the operation must declare.
   *
   * @default - 200, or the first status of success that the operation declares in its place
   */
  readonly successResponseStatusCode?: number;

  /**
   * What is answered when S3 does not succeed.
   *
   * @default ErrorIntegrationResponses.catchAll()
   */
  readonly errorIntegrationResponse?: IntegrationResponseSet;

  /**
   * All responses, in place of `successResponseStatusCode` and `errorIntegrationResponse`.
   *
   * @default - IntegrationResponseSets.defaultPassthrough() with the other two
   */
  readonly integrationResponseSet?: IntegrationResponseSet;

  /**
   * More parameters of the request to S3 and where they come from, in the notation of API Gateway: from
   * `integration.request.header.<name>`, `integration.request.querystring.<name>` or, for a variable of `path`,
   * `integration.request.path.<name>` to `method.request.header.<name>`, `method.request.querystring.<name>`,
   * `method.request.path.<name>`, `context.<name>`, or a fixed value in single quotes. The operation must declare the parameters.
   *
   * @default - the path parameters in the key; Content-Type when writing; If-None-Match and If-Modified-Since when reading
   * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/rest-api-parameter-mapping-sources.html
   */
  readonly requestParameters?: { [name: string]: string };

  /**
   * Whether S3 may tell that an object does not exist. Then it answers 404 for such a key, and otherwise 403, as it does for what may not be
   * read. It takes the permission `s3:ListBucket`, which is limited to the keys of the operation.
   *
   * @default true
   */
  readonly missingKeysAreNotFound?: boolean;
}

/**
 * An object of an S3 bucket is read, written or deleted. All such operations of an API share a role that may do with each key only what
 * its operation does; keys of KMS that buckets are encrypted with allow it, too.
 *
 * Bodies and media types pass unchanged both ways, up to the 10 MB of API Gateway. For bytes, their media types must be in the model: the
 * one that a client sends, and the one that an object is stored with; what was stored without one counts as bytes. Where the responses
 * of an operation may be text or bytes, clients must accept what they get, unless `binaryMediaTypes` of the API covers both.
 *
 * A request with If-None-Match or If-Modified-Since, spelled like this, gets a 304 for what did not change; one with a Range that
 * `requestParameters` passes on gets a 206.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/integrating-api-with-aws-services-s3.html
 */
export class S3Integration extends Integration {
  /** @param props how the operation maps to an object */
  constructor(private readonly props: S3IntegrationProps) {
    super();
  }

  public render(props: IntegrationRenderProps): ApiGatewayIntegration {
    const { bucket } = this.props;
    const request = new S3Request(props, this.props);
    return {
      type: 'AWS',
      httpMethod: request.verb,
      uri: `arn:${Stack.of(props.scope).partition}:apigateway:${bucket.env.region}:s3:path/${bucket.bucketName}/${request.key.toUriPath()}`,
      credentials: S3Role.of(props.scope).roleArn,
      passthroughBehavior: 'WHEN_NO_MATCH',
      requestParameters: request.parameters,
      responses: renderS3Responses(props, this.props, request),
    };
  }

  public override grant(props: IntegrationGrantProps): void {
    const { bucket, missingKeysAreNotFound = true } = this.props;
    const request = new S3Request(props, this.props);
    S3Role.of(props.scope).allow({
      bucket,
      keyPattern: request.key.toPolicyPattern(),
      actions: request.actions,
      tellsMissing: request.access.reads && missingKeysAreNotFound,
      encryption: request.access.encryption,
    });
  }
}
