import { toolPackage } from '../shared/packages';
import { relative } from './parent';

/**
 * A dependency as `package.json` can have it. `projen new --from` passes on what it was given: a path has no name, and starts where the
 * command was run rather than in the folder of the project.
 */
export function toDependencySpec(spec: string, outdir: string): string {
  const file = /^(?:file:)?((?:\.{0,2}\/|[a-zA-Z]:[\\/]).*|[^@]*\.tgz)$/.exec(spec)?.[1];
  if (file === undefined) return spec;
  const isRelative = file.startsWith('.') || !/^(?:\/|[a-zA-Z]:)/.test(file);
  return `${toolPackage}@file:${isRelative ? relative(outdir, file) : file}`;
}
