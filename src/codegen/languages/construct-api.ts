import { modules } from './construct-api-data';

export { constructTypes, constructValues, handlerFunctionProps, restApiProps } from './construct-api-data';

/** A type of jsii that a prop of a construct has, whatever the language. */
export type ConstructType =
  | { readonly primitive: 'any' | 'boolean' | 'date' | 'json' | 'number' | 'string' }
  /** A class, interface, struct or enum by its name in jsii, such as `aws-cdk-lib.aws_iam.PolicyDocument`. */
  | { readonly fqn: string }
  | { readonly array: ConstructType }
  /** Values by their names. */
  | { readonly map: ConstructType };

/** A prop of a construct, its own or inherited. */
export interface ConstructProp {
  /** As in TypeScript. */
  readonly name: string;
  readonly type: ConstructType;
  readonly optional: boolean;
  /** Whether its use is discouraged: compilers may warn about it. */
  readonly deprecated: boolean;
  readonly docs: ConstructDocs;
}

/** The first sentence that is said of a prop; of one that is not ours, the struct whose documentation says it. */
export type ConstructDocs = { readonly summary: string } | { readonly owner: string };

/** Where a module of jsii is in the languages that have bindings. */
export interface ConstructModule {
  /** The Python module, such as `aws_cdk.aws_iam`. */
  readonly python: string;
  /** The Java package, such as `software.amazon.awscdk.services.iam`. */
  readonly java: string;
}

/**
 * A type of jsii in Python: `aws-cdk-lib.aws_iam.IRole` is `IRole` of the module `aws_cdk.aws_iam`.
 *
 * Throws for a type whose module is not among those of the props of constructs.
 */
export function pythonName(fqn: string): { readonly module: string; readonly name: string } {
  const { module, name } = split(fqn);
  return { module: module.python, name };
}

/**
 * A type of jsii in Java: `aws-cdk-lib.aws_iam.IRole` is `IRole` of the package `software.amazon.awscdk.services.iam`.
 *
 * Throws for a type whose module is not among those of the props of constructs.
 */
export function javaName(fqn: string): { readonly package: string; readonly name: string } {
  const { module, name } = split(fqn);
  return { package: module.java, name };
}

function split(fqn: string): { readonly module: ConstructModule; readonly name: string } {
  const end = fqn.lastIndexOf('.');
  const module = modules[fqn.slice(0, end)];
  if (module === undefined) throw new Error(`the module of '${fqn}' is not one that the props of constructs use`);
  return { module, name: fqn.slice(end + 1) };
}
