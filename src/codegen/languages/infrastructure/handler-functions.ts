import { javaPackageNames } from '../../../shared/java-packages';
import { pythonPackageNames } from '../../../shared/python-packages';
import { handlerBundles, type LanguageName } from '../../../shared/workspace';
import { capitalize } from '../../emit/names';
import type { Operation, Service } from '../../model/service';
import type { EmitInput } from '../language';
import { nameService } from '../typescript/names';

/** An operation that gets a function construct, and where its handler and the bundle of it are, below the folder of the API. */
export interface OperationFunction {
  readonly operation: Operation;
  /** The name of the construct. */
  readonly name: string;
  readonly language: LanguageName;
  readonly source: string;
  readonly bundle: string;
}

type Place = Pick<OperationFunction, 'source' | 'bundle'>;

/**
 * By the language of the handler. Handlers in TypeScript have a bundle each; those in Python and Java have one for all of them, which is an
 * asset that is uploaded once. AWS Lambda finds the handler in it by the path of its source. What names them is loaded for those who have some.
 */
const layouts: Readonly<Record<LanguageName, (input: EmitInput) => (id: string) => Place>> = {
  typescript: ({ service }) => {
    const { operations } = nameService(service);
    return (id) => {
      const file = operations.get(id)?.file ?? id;
      return { source: `handlers/typescript/src/${file}.ts`, bundle: `${handlerBundles.typescript}/${file}` };
    };
  },
  python: ({ service, name }) => {
    const { nameRuntime } =
      require('../python/runtime/operation-names') as typeof import('../python/runtime/operation-names');
    const files = new Map(nameRuntime(service).map(({ operation, names }) => [operation.id, names.member]));
    const module = pythonPackageNames(name).handlersModule;
    return (id) => {
      return { source: `handlers/python/${module}/${files.get(id) ?? id}.py`, bundle: handlerBundles.python };
    };
  },
  java: ({ service, name, javaPackage }) => {
    const { handlerClasses } = require('../java/handlers/names') as typeof import('../java/handlers/names');
    const classes = handlerClasses(service);
    const folder = javaPackageNames(name, javaPackage).handlersPackage.replaceAll('.', '/');
    return (id) => {
      const source = `handlers/java/src/main/java/${folder}/${classes.get(id) ?? id}.java`;
      return { source, bundle: handlerBundles.java };
    };
  },
};

/** The functions of the operations whose handlers are generated, in the order of the model. Files are named as in the whole service. */
export function operationFunctions(input: EmitInput, { operations }: Service): OperationFunction[] {
  const places = new Map<LanguageName, (id: string) => Place>();
  return operations.flatMap((operation) => {
    const language = operation.handler?.language;
    if (language === undefined || !input.handlers.includes(language)) return [];
    const place = places.get(language) ?? layouts[language](input);
    places.set(language, place);
    return [{ operation, name: `${capitalize(operation.id)}Function`, language, ...place(operation.id) }];
  });
}
