import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import { Stack } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';
import { didYouMean } from '../../shared/did-you-mean';
import { type BucketAccess, bucketAccess } from '../private/bucket-access';
import { constructError } from '../private/construct-error';
import type { ApiGatewayIntegration } from './api-gateway-integration';
import { ErrorIntegrationResponses } from './error-integration-responses';
import { Integration, type IntegrationOperationProps, type IntegrationRenderProps } from './integration';
import type { IntegrationResponseSet } from './integration-response-set';
import { IntegrationResponseSets } from './integration-response-sets';

/** How an operation maps to an object in S3. */
export interface S3IntegrationProps {
  /** The bucket. */
  readonly bucket: IBucket;

  /**
   * The method of the request to S3: `get`, `head`, `put` or `delete`, in any case.
   *
   * @default - the method of the operation
   */
  readonly method?: string;

  /**
   * The key of the object, in which `{petId}` stands for the value of that path parameter of the operation.
   *
   * @default - the path of the operation
   */
  readonly path?: string;

  /**
   * The status of the response when S3 succeeds.
   *
   * @default 200
   */
  readonly successResponseStatusCode?: number;

  /**
   * What is answered when S3 does not succeed.
   *
   * @default ErrorIntegrationResponses.catchAll()
   */
  readonly errorIntegrationResponse?: IntegrationResponseSet;
}

/**
 * An object of an S3 bucket is read, written or deleted. All such operations of an API share a role that may do with each key only what
 * its operation does; it may list the buckets that are read, because otherwise S3 answers 403 for an object that does not exist.
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
    const { verb, access } = this.accessOf(props);
    const key = this.keyOf(props);
    const role = roleOf(props.scope);
    access.grant(role, bucket, key.replace(/\{[^{}]+\}/g, '*'));
    const success = IntegrationResponseSets.defaultPassthrough({ statusCode: this.props.successResponseStatusCode });
    const errors = this.props.errorIntegrationResponse ?? ErrorIntegrationResponses.catchAll();
    return {
      type: 'AWS',
      httpMethod: verb,
      uri: `arn:${Stack.of(props.scope).partition}:apigateway:${bucket.env.region}:s3:path/${bucket.bucketName}/${key}`,
      credentials: role.roleArn,
      passthroughBehavior: 'WHEN_NO_MATCH',
      requestParameters: { ...variablesOf(key), ...access.requestParameters },
      responses: IntegrationResponseSets.composite(success, errors).render({ operationId: props.operationId }),
    };
  }

  private accessOf({ scope, operationId, method }: IntegrationOperationProps): { verb: string; access: BucketAccess } {
    const verb = (this.props.method ?? method).toUpperCase();
    const access = bucketAccess.get(verb);
    if (access !== undefined) return { verb, access };
    throw constructError(
      scope,
      `S3 has no ${verb} for objects, which operation '${operationId}' would need; set 'method' to one of ${[...bucketAccess.keys()].map((name) => name.toLowerCase()).join(', ')}`,
    );
  }

  /** The key with the names that its variables have in API Gateway. */
  private keyOf(props: IntegrationOperationProps): string {
    if (this.props.path === undefined) return props.path.replace(/^\//, '').replace(/\+\}$/, '}');
    return this.props.path.replace(/^\//, '').replace(/\{([^{}]+?)\+?\}/g, (_, name: string) => {
      const gatewayName = props.pathVariables[name];
      if (gatewayName !== undefined) return `{${gatewayName}}`;
      const remedy = didYouMean(name, Object.keys(props.pathVariables), 'use one of its path parameters');
      throw constructError(
        props.scope,
        `the key '${this.props.path}' has '{${name}}', which is no path parameter of operation '${props.operationId}' (${props.method.toUpperCase()} ${props.path})${remedy}`,
      );
    });
  }
}

function variablesOf(key: string): { [name: string]: string } {
  const names = [...key.matchAll(/\{([^{}]+)\}/g)].flatMap((match) => match[1] ?? []);
  return Object.fromEntries(names.map((name) => [`integration.request.path.${name}`, `method.request.path.${name}`]));
}

/** The role of all S3 integrations of an API. */
function roleOf(scope: Construct): Role {
  const id = 'S3IntegrationsExecutionRole';
  const existing = scope.node.tryFindChild(id);
  if (existing !== undefined) return existing as Role;
  return new Role(scope, id, { assumedBy: new ServicePrincipal('apigateway.amazonaws.com') });
}
