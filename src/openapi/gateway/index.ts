export { deriveGatewayDocument, type GatewayInput, type GatewayResult, measureGatewayDocument } from './derive';
export { binaryMediaTypesExtension, extensions } from './extensions';
export { httpMethods } from './methods';
export { type AuthorizerKind, authorizerKind, isApiKey } from './security-schemes';
