/** The event of a Lambda proxy integration of a REST API. `APIGatewayProxyEvent` of `@types/aws-lambda` is one. */
export interface ApiGatewayEvent {
  readonly resource: string;
  readonly path: string;
  readonly httpMethod: string;
  readonly headers: Values | null;
  readonly multiValueHeaders: MultiValues | null;
  readonly pathParameters: Values | null;
  readonly queryStringParameters: Values | null;
  readonly multiValueQueryStringParameters: MultiValues | null;
  readonly stageVariables: Values | null;
  readonly body: string | null;
  readonly isBase64Encoded: boolean;
  readonly requestContext: ApiGatewayRequestContext;
}

/** What API Gateway knows of a request besides the request itself. */
export interface ApiGatewayRequestContext {
  readonly accountId: string;
  readonly apiId: string;
  readonly httpMethod: string;
  readonly path: string;
  readonly protocol: string;
  readonly requestId: string;
  readonly requestTimeEpoch: number;
  readonly resourceId: string;
  readonly resourcePath: string;
  readonly stage: string;
  /** What the authorizer returned: claims of a user pool, or the context of a Lambda authorizer. */
  readonly authorizer?: { readonly [name: string]: unknown } | null | undefined;
  readonly identity: ApiGatewayIdentity;
  readonly domainName?: string | undefined;
}

/** Who called, as far as API Gateway can tell. */
export interface ApiGatewayIdentity {
  readonly sourceIp: string;
  readonly userAgent: string | null;
  readonly user: string | null;
  readonly userArn: string | null;
  readonly caller: string | null;
  readonly apiKey: string | null;
  readonly accountId: string | null;
  readonly accessKey: string | null;
  readonly cognitoIdentityId: string | null;
}

/** What a Lambda proxy integration returns. */
export interface ApiGatewayResult {
  statusCode: number;
  headers: { [name: string]: string };
  multiValueHeaders?: { [name: string]: string[] };
  body: string;
  isBase64Encoded?: boolean;
}

/** The second argument of a Lambda function. */
export interface LambdaContext {
  readonly functionName: string;
  readonly functionVersion: string;
  readonly invokedFunctionArn: string;
  readonly memoryLimitInMB: string;
  readonly awsRequestId: string;
  readonly logGroupName: string;
  readonly logStreamName: string;
  getRemainingTimeInMillis(): number;
}

/** A Lambda function behind a proxy integration. */
export type LambdaFunction = (event: ApiGatewayEvent, context: LambdaContext) => Promise<ApiGatewayResult>;

interface Values {
  readonly [name: string]: string | undefined;
}

interface MultiValues {
  readonly [name: string]: string[] | undefined;
}
