import type { JsonObject } from '../../shared/json';
import type { Template } from '../templates/template';

/** One method of one resource, as the document declares it. */
export interface Route {
  /** In capitals; `ANY` for `x-amazon-apigateway-any-method`. */
  readonly method: string;
  /** As in the document: `/pets/{petId}`, `/files/{proxy+}`. */
  readonly path: string;
  readonly operationId?: string;
  readonly integration: IntegrationSpec;
  readonly validator: RequestValidator;
  readonly required: readonly RequiredParameter[];
  /** The draft-4 schema of the body by media type. */
  readonly models: ReadonlyMap<string, JsonObject>;
  readonly authorizer?: AuthorizerSpec;
  readonly apiKeyRequired: boolean;
}

/** What a request validator checks. */
export interface RequestValidator {
  readonly body: boolean;
  readonly parameters: boolean;
}

/** A parameter that must be there. */
export interface RequiredParameter {
  readonly location: 'path' | 'query' | 'header';
  readonly name: string;
}

/** The object `x-amazon-apigateway-integration`, read. */
export interface IntegrationSpec {
  /** In lower case: `mock`, `aws_proxy`, `aws`, `http`, `http_proxy`; empty when the operation has no integration. */
  readonly type: string;
  readonly uri: string;
  /** The ARN of the role that the gateway takes on for the call. */
  readonly credentials?: string;
  /** Whether the backend is in a private network, which the gateway reaches by a VPC link. */
  readonly isPrivate: boolean;
  /** Whether the certificate of the backend may be of any authority. */
  readonly acceptsAnyAuthority: boolean;
  /** The method of the backend, in capitals. */
  readonly httpMethod: string;
  readonly passthroughBehavior: 'when_no_match' | 'when_no_templates' | 'never';
  readonly contentHandling?: 'CONVERT_TO_TEXT' | 'CONVERT_TO_BINARY';
  readonly timeoutMilliseconds: number;
  /** Set where the response of the backend is passed on as it comes. */
  readonly responseTransferMode?: 'STREAM';
  readonly requestParameters: ReadonlyMap<string, string>;
  readonly requestTemplates: ReadonlyMap<string, Template>;
  /** In the order of the document. */
  readonly responses: readonly IntegrationResponse[];
}

/** One entry of an integration's `responses`. */
export interface IntegrationResponse {
  /** A regular expression on the backend's status or error, or `default`. */
  readonly pattern: string;
  readonly statusCode: number;
  readonly contentHandling?: 'CONVERT_TO_TEXT' | 'CONVERT_TO_BINARY';
  readonly parameters: ReadonlyMap<string, string>;
  readonly templates: ReadonlyMap<string, Template>;
}

/** A security scheme that a method asks for. */
export interface AuthorizerSpec {
  readonly name: string;
  readonly kind: 'iam' | 'cognito' | 'token' | 'request' | 'unknown';
  readonly scheme: JsonObject;
  /** What the operation asks of it; an access token needs one of them. */
  readonly scopes: readonly string[];
}

/** One entry of `x-amazon-apigateway-gateway-responses`. */
export interface GatewayResponseSpec {
  readonly statusCode?: number;
  readonly parameters: ReadonlyMap<string, string>;
  readonly templates: ReadonlyMap<string, string>;
}

/** The whole document, read once. */
export interface GatewayDocument {
  readonly routes: readonly Route[];
  readonly gatewayResponses: ReadonlyMap<string, GatewayResponseSpec>;
  readonly binaryMediaTypes: readonly string[];
  /** `components.schemas`, which models refer to. */
  readonly schemas: JsonObject;
}
