export * as constructs from './constructs';
export { BindingsSource } from './project/bindings';
export { JavaWorkspacePackage } from './project/java-package';
export { Language, ModelLanguage } from './project/language';
export type { AllPackages, ApiModel, DocumentationFolders, LanguagePackages, LibraryPackages } from './project/members';
export type {
  DocumentationOptions,
  HandlerPackageOptions,
  HandlersOptions,
  InfrastructureOptions,
  JavaPackageOptions,
  LibraryOptions,
  MockDataOptions,
  ModelLanguageOptions,
  ModelOptions,
  OpenApiModelOptions,
  PackageOptions,
  PythonHandlersOptions,
  PythonPackageOptions,
  RuntimeOptions,
  TypeSafeApiProjectOptions,
  TypeScriptPackageOptions,
} from './project/options';
export { DocumentationFormat, Library } from './project/outputs';
export { PythonWorkspacePackage } from './project/python-package';
export { TypeSafeApiProject } from './project/type-safe-api-project';
export { WorkspacePackage } from './project/workspace-package';
