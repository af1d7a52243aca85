import type { LanguageName } from '../../../../shared/workspace';
import { capitalize } from '../../../emit/names';
import type { SourceFile } from '../../../emit/source-file';
import { code } from '../../../emit/symbol';
import type { Operation, Service } from '../../../model/service';
import type { TypeScriptNames } from '../names';
import { printDoc, quote, typeScriptFile } from '../source';
import { operationDoc } from './documentation';
import { construct, handlerFunction, handlerFunctionProps, resolvePath } from './symbols';

/** Where the handlers of a language and their bundles are, below the folder of the API; `file` is the operation's in kebab-case. */
const layouts: Partial<Record<LanguageName, (file: string) => { readonly source: string; readonly bundle: string }>> = {
  typescript: (file) => ({
    source: `handlers/typescript/src/${file}.ts`,
    bundle: `handlers/typescript/dist/lambda/${file}`,
  }),
};

/** `functions.ts`: a Lambda function for every operation that has a handler; nothing when none has. */
export function emitFunctions(
  service: Service,
  languages: readonly LanguageName[],
  names: TypeScriptNames['operations'],
): SourceFile | undefined {
  const operations = operationsWithFunction(service, languages);
  if (operations.length === 0) return undefined;
  const file = typeScriptFile('functions');
  file.declare('FunctionProps', 'directory');
  printDoc(file, { text: 'How a function is configured; all of it has a default.' });
  const generated = ['operation', 'language', 'directory', 'source', 'bundle'].map(quote).join(' | ');
  file.line`export type FunctionProps = Omit<${handlerFunctionProps}, ${generated}>;`;
  for (const operation of operations) emitFunction(file, operation, names.get(operation.id)?.file ?? operation.id);
  file.blank();
  printDoc(file, { text: 'The folder of the API: the handlers are below it.' });
  file.line`const directory = ${resolvePath}(__dirname, '../../../..');`;
  return file;
}

/** The names of the constructs in `functions.ts`. */
export function functionNames(service: Service, languages: readonly LanguageName[]): string[] {
  return operationsWithFunction(service, languages).map(functionName);
}

function operationsWithFunction({ operations }: Service, languages: readonly LanguageName[]): Operation[] {
  return operations.filter(({ handler }) => handler !== undefined && languages.includes(handler.language));
}

function functionName({ id }: Operation): string {
  return `${capitalize(id)}Function`;
}

function emitFunction(file: SourceFile, operation: Operation, fileName: string): void {
  const language = operation.handler?.language;
  const layout = language === undefined ? undefined : layouts[language];
  if (language === undefined || layout === undefined) return;
  const { source, bundle } = layout(fileName);
  const name = functionName(operation);
  file.declare(name);
  file.blank();
  const { text = '', deprecated } = operationDoc(operation);
  printDoc(file, { text: `Runs ${source}.\n\n${text}`, deprecated });
  file.block(code`export class ${name} extends ${handlerFunction} {`, '}', () => {
    file.block(code`constructor(scope: ${construct}, id: string, props: FunctionProps = {}) {`, '}', () => {
      file.block(code`super(scope, id, {`, '});', () => {
        file.line`...props,`;
        file.line`operation: ${quote(operation.id)},`;
        file.line`language: ${quote(language)},`;
        file.line`directory,`;
        file.line`source: ${quote(source)},`;
        file.line`bundle: ${quote(bundle)},`;
      });
    });
  });
}
