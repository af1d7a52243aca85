import type { LanguageName } from '../../../shared/workspace';
import { capitalize, kebabCase } from '../../emit/names';
import type { Operation, Service } from '../../model/service';

/** An operation that gets a function construct, and where its handler and the bundle of it are, below the folder of the API. */
export interface OperationFunction {
  readonly operation: Operation;
  /** The name of the construct. */
  readonly name: string;
  readonly language: LanguageName;
  readonly source: string;
  readonly bundle: string;
}

type Layout = (file: string) => Pick<OperationFunction, 'source' | 'bundle'>;

/** By the language of the handler; `file` is the name of the operation's file. */
const layouts: Partial<Record<LanguageName, Layout>> = {
  typescript: (file) => ({
    source: `handlers/typescript/src/${file}.ts`,
    bundle: `handlers/typescript/dist/lambda/${file}`,
  }),
};

/** The functions of the operations whose handlers are generated, in the order of the model. */
export function operationFunctions(
  { operations }: Service,
  languages: readonly LanguageName[],
  fileOf: (operation: Operation) => string = ({ id }) => kebabCase(id),
): OperationFunction[] {
  return operations.flatMap((operation) => {
    const language = operation.handler?.language;
    const layout = language === undefined ? undefined : layouts[language];
    if (language === undefined || layout === undefined || !languages.includes(language)) return [];
    return [{ operation, name: `${capitalize(operation.id)}Function`, language, ...layout(fileOf(operation)) }];
  });
}
