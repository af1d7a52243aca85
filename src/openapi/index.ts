export { isMappingReference } from './bundler';
export { findTarget, type Located, type ModelDocument, type OpenApiVersion } from './document';
export { type LoadOptions, loadModel } from './load-model';
export { problems } from './problems';
export { hashOf, type SourceFile } from './source-files';
