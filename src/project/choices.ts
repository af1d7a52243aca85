import { faultOfMockData, type MockData, mockLocales } from '../shared/mock-data';
import type { LanguageName } from '../shared/workspace';
import { Language, ModelLanguage } from './language';
import type { MockDataOptions, TypeSafeApiProjectOptions } from './options';
import { DocumentationFormat, type Library } from './outputs';

/** What an API consists of, with every default filled in. */
export interface Choices {
  readonly model: ModelLanguage;
  readonly runtime: readonly LanguageName[];
  readonly handlers: readonly LanguageName[];
  readonly infrastructure: LanguageName;
  readonly documentation: readonly DocumentationFormat[];
  readonly library: readonly Library[];
  /** Absent when nothing is said of it. */
  readonly mockData?: MockData;
}

/** What can be chosen in this version; the enums name more than that, so that choosing them is answered with a reason. */
const available = {
  models: [ModelLanguage.OPENAPI],
  languages: [Language.TYPESCRIPT, Language.PYTHON, Language.JAVA],
  formats: [DocumentationFormat.HTML],
  libraries: [],
} as const;

/** Fills in the defaults. @throws when an option is set to what this version does not have. */
export function resolveChoices(options: TypeSafeApiProjectOptions): Choices {
  const model = options.model?.language ?? options.modelLanguage ?? ModelLanguage.OPENAPI;
  const infrastructure = options.infrastructure?.language ?? options.infrastructureLanguage ?? Language.TYPESCRIPT;
  const handlers = options.handlers?.languages ?? [options.handlerLanguage ?? Language.TYPESCRIPT];
  const runtime = options.runtime?.languages ?? [];
  const documentation = options.documentation?.formats ?? [DocumentationFormat.HTML];
  const library = options.library?.libraries ?? [];
  refuseOthers('model.language', [model], available.models);
  refuseOthers('infrastructure.language', [infrastructure], available.languages);
  refuseOthers('handlers.languages', handlers, available.languages);
  refuseOthers('runtime.languages', runtime, available.languages);
  refuseOthers('documentation.formats', documentation, available.formats);
  refuseOthers('library.libraries', library, available.libraries);
  return {
    model,
    // Constructs in TypeScript are built on the runtime in TypeScript; those in other languages are on none.
    runtime: unique([...runtime, ...(infrastructure === Language.TYPESCRIPT ? [infrastructure] : []), ...handlers]),
    handlers: unique(handlers),
    infrastructure,
    documentation: unique(documentation),
    library: unique(library),
    ...resolveMockData(options.infrastructure?.mockDataOptions),
  };
}

function resolveMockData(options: MockDataOptions | undefined): Pick<Choices, 'mockData'> {
  if (options === undefined) return {};
  const { locale = 'en', ...others } = options;
  const known = mockLocales.find((each) => each === locale);
  if (known === undefined) {
    throw new Error(
      `'infrastructure.mockDataOptions.locale' is '${locale}', which there are no names for; available: ${mockLocales.join(', ')}`,
    );
  }
  const [member, fault] = faultOfMockData(others) ?? [];
  if (member !== undefined) throw new Error(`'infrastructure.mockDataOptions.${member}' ${fault}`);
  return { mockData: { ...others, ...(options.locale === undefined ? {} : { locale: known }) } };
}

/** Refuses words of the command line that are in none of the enums: projen turns them into nothing, and a default would take their place. */
export function checkCommandLine(args: Readonly<Record<string, unknown>>, options: TypeSafeApiProjectOptions): void {
  for (const option of ['modelLanguage', 'infrastructureLanguage', 'handlerLanguage', 'packageManager'] as const) {
    if (args[option] === undefined || options[option] !== undefined) continue;
    const known = option === 'packageManager' ? ['npm', 'pnpm', 'yarn_classic', 'yarn_berry'] : choicesOf(option);
    throw new Error(`'${option}' is '${args[option]}', which there is not; available: ${known.join(', ')}`);
  }
}

function choicesOf(option: 'modelLanguage' | 'infrastructureLanguage' | 'handlerLanguage'): readonly string[] {
  return option === 'modelLanguage' ? available.models : available.languages;
}

function refuseOthers(option: string, chosen: readonly string[], choices: readonly string[]): void {
  const wrong = chosen.filter((choice) => !choices.includes(choice));
  if (wrong.length === 0) return;
  const rest = choices.length === 0 ? 'leave it out' : `available: ${choices.join(', ')}`;
  throw new Error(
    `'${option}' names ${wrong.map((name) => `'${name}'`).join(', ')}, which this version cannot generate; ${rest}`,
  );
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
