import { javaConstructs } from '../shared/java-packages';
import { toolPackage } from '../shared/packages';

/** Where Python and Java get the constructs of this package from. */
export enum BindingsSource {
  /** From the npm package that generates the code, which brings them along. */
  PACKAGE = 'package',
  /** From PyPI and Maven Central. */
  REGISTRY = 'registry',
}

/** What Python calls the constructs, and the folder that `import` finds them by. */
const pythonDistribution = 'type_safe_api_project';

/** The wheel of a version of this package, in the package. */
export function wheelOf(version: string): string {
  return `bindings/python/${pythonDistribution}-${toPythonVersion(version)}-py3-none-any.whl`;
}

/** The constructs as pip requires them from a registry. */
export function wheelRequirement(version: string): string {
  return `${toolPackage}==${toPythonVersion(version)}`;
}

/** The jar of a version of this package, in the package. */
export function jarOf(version: string): string {
  const { groupId, artifactId } = javaConstructs;
  return `bindings/java/${groupId.replaceAll('.', '/')}/${artifactId}/${version}/${artifactId}-${version}.jar`;
}

/** `1.0.0-beta.2` is `1.0.0b2` in Python: https://packaging.python.org/en/latest/specifications/version-specifiers/ */
function toPythonVersion(version: string): string {
  const [, base = version, label, number] = /^(\d+\.\d+\.\d+)-(alpha|beta|rc)\.(\d+)$/.exec(version) ?? [];
  return label === undefined ? base : `${base}${label === 'rc' ? 'rc' : label.charAt(0)}${number}`;
}
