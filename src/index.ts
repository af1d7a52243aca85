export * as constructs from './constructs';
export { Language, ModelLanguage } from './project/language';
export type { AllPackages, ApiModel, DocumentationFolders, LanguagePackages, LibraryPackages } from './project/members';
export type {
  DocumentationOptions,
  HandlersOptions,
  InfrastructureOptions,
  LibraryOptions,
  ModelLanguageOptions,
  ModelOptions,
  OpenApiModelOptions,
  PackageOptions,
  RuntimeOptions,
  TypeSafeApiProjectOptions,
  TypeScriptPackageOptions,
} from './project/options';
export { DocumentationFormat, Library } from './project/outputs';
export { TypeSafeApiProject } from './project/type-safe-api-project';
export { WorkspacePackage } from './project/workspace-package';
