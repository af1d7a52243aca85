export { isMappingReference } from './bundler';
export { findTarget, type Located, type ModelDocument, type OpenApiVersion } from './document';
export { mayHaveBody } from './gateway/methods';
export { hashOf } from './hash';
export { type LoadOptions, loadModel } from './load-model';
export { problems } from './problems';
export type { SourceFile } from './source-files';
