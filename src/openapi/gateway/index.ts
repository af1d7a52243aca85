// What is needed of gateway documents at synth. Deriving them is in `derive`, which loads every rule.
export { binaryMediaTypesExtension, extensions } from './extensions';
export { countResources, documentLimits, kibibytes, modelSizes } from './limits';
export { httpMethods } from './methods';
export { type AuthorizerKind, authorizerKind, hasLambdaType, isApiKey } from './security-schemes';
