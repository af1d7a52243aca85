import path from 'node:path';
import { UsageError } from '../shared/diagnostics';
import { folders } from '../shared/packages';
import type { LanguageName } from '../shared/workspace';
import { documentationFormats } from './documentation/formats';
import type { GeneratedFile } from './emit/generated-file';
import type { EmitInput, EmitPackage, Language } from './languages/language';
import { availableLanguages, findLanguage } from './languages/registry';
import { Stopwatch } from './stopwatch';

/** Which packages of an API to generate. */
export interface PackageChoices {
  /** The name of the API: names of packages start with it. */
  readonly name: string;
  readonly runtime: readonly LanguageName[];
  readonly handlers: readonly LanguageName[];
  readonly infrastructure: readonly LanguageName[];
  readonly documentation: readonly string[];
  readonly library: readonly string[];
}

/** A package to generate and its folder. */
export interface Package {
  readonly folder: string;
  readonly emit: EmitPackage;
}

/** Emits packages, each into its folder. */
export function emitPackages(packages: readonly Package[], input: EmitInput, watch = new Stopwatch()): GeneratedFile[] {
  return emitEach(packages, input, watch, (file) => file);
}

/** The same, of which no more is kept than what is wanted of each file. */
export function emitEach<File extends Pick<GeneratedFile, 'path'>>(
  packages: readonly Package[],
  input: EmitInput,
  watch: Stopwatch,
  keep: (file: GeneratedFile) => File,
): File[] {
  function* inFolder(folder: string, files: Iterable<GeneratedFile>): Iterable<File> {
    for (const file of files) yield keep({ ...file, path: `${folder}/${file.path}` });
  }
  return packages.flatMap(({ folder, emit }) =>
    watch.collect(inFolder(folder, emit(input)), (file) => path.posix.dirname(file.path)),
  );
}

/** Finds what emits each package. @throws UsageError for one that cannot be generated. */
export function findPackages(choices: PackageChoices): Package[] {
  if (choices.library.length > 0) throw new UsageError(`there is no library '${choices.library[0]}' to generate`, 2);
  return [
    ...choices.runtime.map((name) => ofLanguage('runtime', name)),
    ...choices.infrastructure.map((name) => ofLanguage('infrastructure', name)),
    ...choices.handlers.map((name) => ofLanguage('handlers', name)),
    ...choices.documentation.map(ofDocumentation),
  ];
}

function ofLanguage(kind: 'runtime' | 'infrastructure' | 'handlers', name: LanguageName): Package {
  const emit: Language[typeof kind] = findLanguage(name)?.[kind];
  if (emit !== undefined) return { folder: `${folders[kind]}/${name}`, emit };
  const known = availableLanguages.filter((other) => findLanguage(other)?.[kind] !== undefined);
  throw new UsageError(`${kind} cannot be generated in '${name}' yet; available: ${known.join(', ') || 'none'}`, 2);
}

function ofDocumentation(format: string): Package {
  const emit = Object.hasOwn(documentationFormats, format) ? documentationFormats[format] : undefined;
  if (emit !== undefined) return { folder: `${folders.documentation}/${format}`, emit };
  const known = Object.keys(documentationFormats).join(', ');
  throw new UsageError(`there is no documentation in the format '${format}'; available: ${known}`, 2);
}
