import { javaPackageNames } from '../../../../shared/java-packages';

/** The Java packages of a runtime. */
export interface RuntimePackages {
  /** `com.example.pets.runtime` */
  readonly base: string;
  /** The types of named and inline schemas. */
  readonly models: string;
  /** What values of named schemas must be. */
  readonly checks: string;
  /** What does not depend on the model. */
  readonly support: string;
  /** What handlers and clients of an operation have in common. */
  readonly operations: string;
  readonly handlers: string;
  readonly interceptors: string;
  /** Interceptors that need Powertools. */
  readonly powertools: string;
  readonly client: string;
  readonly testing: string;
}

/** Names the Java packages of the runtime of an API. @throws UsageError for a Java package that cannot be one. */
export function javaRuntimePackages(apiName: string, javaPackage?: string): RuntimePackages {
  const { runtimePackage: base } = javaPackageNames(apiName, javaPackage);
  return {
    base,
    models: `${base}.models`,
    checks: `${base}.checks`,
    support: `${base}.support`,
    operations: `${base}.operations`,
    handlers: `${base}.handlers`,
    interceptors: `${base}.interceptors`,
    powertools: `${base}.interceptors.powertools`,
    client: `${base}.client`,
    testing: `${base}.testing`,
  };
}
