import { type CorsOptions, type RestApiBaseProps, SpecRestApi } from 'aws-cdk-lib/aws-apigateway';
import type { ILogGroup } from 'aws-cdk-lib/aws-logs';
import type { CfnIPSet, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import type { Size } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { isJsonObject } from '../shared/json';
import type { AccessLogOptions } from './access-log-options';
import type { Authorizer } from './authorizers/authorizer';
import { binaryMediaTypes, withUnknownBytes } from './private/binary-media-types';
import { type IntegratedOperation, integrateOperations } from './private/check-integrations';
import { checkResponses } from './private/check-responses';
import { type CompletedOperation, completeDocument } from './private/complete-document';
import { corsHeaders } from './private/cors';
import { requestHeaders } from './private/cors-request-headers';
import { withCors } from './private/cors-responses';
import { followDocument } from './private/deployment-id';
import { leftOutOf, operationsOf, readGatewayDocument } from './private/gateway-document';
import { InvocationRole } from './private/invocation/invocation-role';
import { deployableDocument } from './private/large/deployable-document';
import { methodSettings } from './private/method-settings';
import { secureOperations } from './private/security';
import { finishRestApi } from './private/stage/finish-rest-api';
import { restApiSettings } from './private/stage/rest-api-settings';
import type { TypeSafeApiIntegration } from './type-safe-api-integration';
import type { TypeSafeApiKeyOptions } from './type-safe-api-key-options';
import type { WebAclOptions } from './web-acl-options';

/** An API: its model, and what happens with requests for each of its operations. */
export interface TypeSafeRestApiProps extends RestApiBaseProps {
  /** The gateway document that was generated from the model, `assets/gateway.json` of the infrastructure package. */
  readonly specPath: string;

  /** By the id of the operation, what happens with requests for it. Every operation needs one. */
  readonly integrations: { [operationId: string]: TypeSafeApiIntegration };

  /**
   * Who may call operations that have no authorizer of their own.
   *
   * What the model says counts besides. Operations with `security: []` are public whatever the default is. One with a scheme that API
   * Gateway knows, by `x-amazon-apigateway-authtype`, is secured by it: another authorizer is an error, one with the name of the scheme
   * implements it. Any authorizer implements other schemes. An API key in the header x-api-key is needed besides an authorizer.
   *
   * @default - anybody may call operations that the model does not secure, of which a warning tells
   */
  readonly defaultAuthorizer?: Authorizer;

  /**
   * Where API keys come from, and which operations need one.
   *
   * @default - in the header x-api-key; operations need one if the model or their options say so
   */
  readonly apiKeyOptions?: TypeSafeApiKeyOptions;

  /**
   * Which pages of other origins may call the API. With them, every path answers preflight requests, and responses that API Gateway makes,
   * its own errors as well, carry the headers; what is behind a proxy integration, such as a Lambda function, sends its own. Where there are
   * several origins, responses name the one that asked. A response that is passed on as it is names the first one. Errors of API Gateway
   * itself name all origins, or the first one where there are credentials.
   *
   * @default - pages of other origins cannot call the API
   */
  readonly corsOptions?: CorsOptions;

  /**
   * Media types of bodies that are bytes, besides those of the model.
   *
   * @default - those of the model that are not text
   */
  readonly binaryMediaTypes?: string[];

  /**
   * Responses from this size on are compressed for clients that accept it, 0 to 10 MiB.
   *
   * @default - responses are not compressed
   */
  readonly minCompressionSize?: Size;

  /**
   * The access log.
   *
   * @default - a line of JSON for each request, kept for a month in a log group of its own
   */
  readonly accessLogOptions?: AccessLogOptions;

  /**
   * The web ACL of AWS WAF in front of the stage.
   *
   * @default - a web ACL of its own with the common rules of AWS
   */
  readonly webAclOptions?: WebAclOptions;
}

/**
 * An API on Amazon API Gateway: the document of the model with an integration for each operation, deployed as one `SpecRestApi`, in the
 * template or, where it is large, from S3. API Gateway validates requests before they reach an integration, and a change of the document,
 * and nothing else, makes a new deployment.
 *
 * Where the defaults of the CDK differ, these count: the endpoint is regional; the name has that of the stack in front. `deployOptions`
 * are merged over the defaults of the stage: execution logs of errors, metrics, X-Ray tracing, and at most 1,000 requests a second and
 * 500 at once for each method. The role by which API Gateway writes logs, a setting of the account and region, is made once in a stack,
 * unless `cloudWatchRole` is false; it stays when the stack is deleted.
 *
 * Throws when an operation has no integration, when an integration has no operation, when the document is too large, when a private API
 * has neither VPC endpoints nor a policy, or when options contradict each other.
 *
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions.html
 */
export class TypeSafeRestApi extends Construct {
  /** The REST API. */
  public readonly api: SpecRestApi;

  /**
   * What the document takes from a stage, by the names of the variables: empty unless the document is so large that it is deployed from S3. The
   * stage of the API has them; stages that you add need them too.
   */
  public readonly stageVariables: { [name: string]: string };

  /** The log group of the access log; not there without one, or when the log goes elsewhere. */
  public readonly accessLogGroup?: ILogGroup;

  /** The web ACL; not there when it is turned off, or when it is one of your own. */
  public readonly webAcl?: CfnWebACL;

  /** The addresses from which requests are let in, a set for IPv4 and one for IPv6 as far as the allow list has them. */
  public readonly ipSets: CfnIPSet[];

  /** What puts the web ACL in front of the stage. */
  public readonly webAclAssociation?: CfnWebACLAssociation;

  constructor(scope: Construct, id: string, props: TypeSafeRestApiProps) {
    super(scope, id);
    const { specPath, integrations, defaultAuthorizer, apiKeyOptions, corsOptions, description, ...others } = props;
    const { binaryMediaTypes: addedMediaTypes, ...options } = others;
    const document = readGatewayDocument(this, specPath);
    const integrated = integrateOperations(this, operationsOf(document), leftOutOf(document), integrations);
    const security = secureOperations(this, document, integrated, { defaultAuthorizer, apiKeyOptions });
    const cors = corsHeaders(this, corsOptions, requestHeaders(document, integrated, security.schemes));
    const bytes = binaryMediaTypes(document, addedMediaTypes ?? []);
    const rendered = this.renderIntegrations(integrated, bytes, corsOptions);
    const body = completeDocument(document, {
      description,
      binaryMediaTypes: withUnknownBytes(
        bytes,
        rendered.map(({ integration }) => integration),
      ),
      operations: withCors(this, rendered, cors),
      security,
      cors,
    });
    InvocationRole.find(this)?.complete();
    const deployOptions = methodSettings(this, integrated, options);
    const settings = restApiSettings(this, { ...options, description, deployOptions });
    this.accessLogGroup = settings.accessLogGroup;
    const deployed = deployableDocument(this, body, settings.options);
    this.stageVariables = deployed.variables;
    this.api = new SpecRestApi(this, 'Api', { ...deployed.options, apiDefinition: deployed.definition });
    this.api.node.addDependency(...deployed.dependencies);
    followDocument(this.api, deployed);
    const { webAcl, ipSets, association } = finishRestApi(this, this.api, settings, {
      ...options,
      paths: isJsonObject(body.paths) ? body.paths : {},
    });
    this.webAcl = webAcl;
    this.ipSets = [...ipSets];
    this.webAclAssociation = association;
    for (const authorizer of security.authorizers) authorizer.grant({ scope: this, api: this.api });
    this.grantIntegrations(integrated, bytes);
  }

  /** The addresses from which requests are let in; those of IPv4 where there are both. */
  public get ipSet(): CfnIPSet | undefined {
    return this.ipSets[0];
  }

  /** The URL of the deployed stage, with a slash at the end. */
  public get url(): string {
    return this.api.url;
  }

  private renderIntegrations(
    integrated: readonly IntegratedOperation[],
    bytes: string[],
    corsOptions: CorsOptions | undefined,
  ): CompletedOperation[] {
    return integrated.map(({ operation, setup }) => {
      const { document: _, ...described } = operation;
      const props = { ...described, binaryMediaTypes: bytes, scope: this, corsOptions };
      const integration = setup.integration.render(props);
      checkResponses(props, integration);
      return { operation, integration };
    });
  }

  private grantIntegrations(integrated: readonly IntegratedOperation[], bytes: string[]): void {
    for (const { operation, setup } of integrated) {
      const { document: _, ...described } = operation;
      setup.integration.grant({ ...described, binaryMediaTypes: bytes, scope: this, api: this.api });
    }
  }
}
