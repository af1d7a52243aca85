import type { SourceFile } from '../../../emit/source-file';
import { code } from '../../../emit/symbol';
import { asParameter } from '../../operation-shapes';
import { printDoc } from '../javadoc';
import { type NamedOperation, type RuntimeContext, support } from './operation-context';
import { statusName } from './operation-names';
import { parametersOf } from './operation-parameters';

/** What prints what handlers and clients know of the wire; nothing where there is nothing to know. */
export function* wire(file: SourceFile, named: NamedOperation, context: RuntimeContext): Iterable<() => void> {
  const { names, operation } = named;
  const described = operation.responses.filter(({ headers }) => headers.length > 0);
  if (operation.parameters.length === 0 && described.length === 0) return;
  yield () => {
    printDoc(file, { text: 'Where values are on the wire, and how they become text and back.' });
    file.block(code`final class ${names.type}Wire {`, '}', () => printConstants(file, named, context));
  };
}

function printConstants(file: SourceFile, { names, operation }: NamedOperation, context: RuntimeContext): void {
  const parameters = support('Parameters', context);
  if (operation.parameters.length > 0) {
    printDoc(file, { text: 'Those of requests.' });
    file.line`public static final ${parameters} PARAMETERS = ${parametersOf(operation.parameters, context)};`;
    file.blank();
  }
  for (const response of operation.responses.filter(({ headers }) => headers.length > 0)) {
    printDoc(file, { text: `The headers of responses of ${response.status}.` });
    const value = parametersOf(response.headers.map(asParameter), context);
    file.line`public static final ${parameters} ${headersConstant(response)} = ${value};`;
    file.blank();
  }
  file.line`private ${names.type}Wire() {}`;
}

/** `HEADERS_200` */
export function headersConstant({ status }: { readonly status: Parameters<typeof statusName>[0] }): string {
  return `HEADERS_${statusName(status).toUpperCase()}`;
}
