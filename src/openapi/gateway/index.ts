export { deriveGatewayDocument, type GatewayInput, type GatewayResult } from './derive';
export { binaryMediaTypesExtension, extensions } from './extensions';
export { httpMethods } from './methods';
export { type AuthorizerKind, authorizerKind, isApiKey } from './security-schemes';
