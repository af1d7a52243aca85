import type { SourceFile } from '../../../emit/source-file';
import { type Code, code } from '../../../emit/symbol';
import type { Response } from '../../../model/service';
import { printDoc, tagText } from '../javadoc';
import { call, method, quote, type Text } from '../source';
import { typeOf } from './models';
import { componentNames } from './models/record-class';
import { imported } from './models/symbols';
import { bodyType, printBodyType } from './operation-bodies';
import { type NamedOperation, type RuntimeContext, support } from './operation-context';
import { headersName, responseName } from './operation-names';

/** A component of the record of a response. */
interface Component {
  readonly name: string;
  readonly type: Text;
  readonly doc: string;
}

/** What prints the responses of an operation: what they have in common, and a record for each. */
export function* responseTypes(file: SourceFile, named: NamedOperation, context: RuntimeContext): Iterable<() => void> {
  const { names, operation } = named;
  const { responses } = operation;
  yield () => {
    printDoc(file, { text: `Every response of \`${names.member}\` that the model allows.` });
    const sealed = responses.length === 0 ? '' : 'sealed ';
    file.line`${sealed}interface ${names.type}Response extends ${support('TypedResponse', context)} {}`;
  };
  for (const response of responses) {
    const name = responseName(names, response);
    if (response.headers.length > 0) yield () => printHeaders(file, `${name}Headers`, response, context);
    yield () => printResponse(file, response, named, context);
    if (response.contents.length > 1) yield () => printBodyType(file, `${name}Body`, response.contents, context);
  }
}

/** The components that a response has besides its headers, in their order. */
function responseComponents(response: Response, named: NamedOperation, context: RuntimeContext): Component[] {
  const name = responseName(named.names, response);
  const body = bodyType(response.contents, code`${name}Body`, context);
  const status: Component = { name: 'statusCode', type: 'int', doc: rangeOf(response).doc };
  const values = code`${headersName(named.names, response)}`;
  return [
    ...(typeof response.status === 'number' ? [] : [status]),
    ...(body === undefined ? [] : [{ name: 'body', type: body, doc: 'the value of the body' }]),
    ...(response.headers.length === 0
      ? []
      : [{ name: 'headerValues', type: values, doc: 'the headers that the model describes' }]),
  ];
}

function printResponse(file: SourceFile, response: Response, named: NamedOperation, context: RuntimeContext): void {
  const name = responseName(named.names, response);
  const own = responseComponents(response, named, context);
  const headers = support('Headers', context);
  const all = [...own, { name: 'headers', type: headers, doc: 'the other headers to send, or all that came' }];
  const tags = all.map((each) => `@param ${each.name} ${each.doc}`);
  printDoc(file, { text: response.description, tags });
  const parameters = all.map(({ type, name: component }) => code`${type} ${component}`);
  const open = call(code`record ${name}`, parameters, code` implements ${named.names.type}Response {`, 2);
  file.block(open, '}', () => {
    if (typeof response.status !== 'number') printRange(file, name, response, context);
    printFactories(file, name, own, { response, headers });
    if (typeof response.status === 'number') {
      file.blank();
      file.line`@Override`;
      method(file, 'public int statusCode()', [code`return ${response.status};`]);
    }
  });
}

/** The headers that the model describes. */
function printHeaders(file: SourceFile, name: string, { headers, status }: Response, { models }: RuntimeContext): void {
  const names = componentNames(headers, false);
  const { property, include } = imported;
  const tags = headers.flatMap((header) => {
    const said = header.description ?? header.shape.description ?? '';
    return said === '' ? [] : [`@param ${names.get(header.name) ?? ''} ${tagText(said)}`];
  });
  printDoc(file, { text: `The headers of a response of ${status}.`, tags });
  file.line`@${include}(${include}.Include.NON_NULL)`;
  const components = headers.map((header) => {
    const type = typeOf(header.shape, models);
    return code`@${property}(${quote(header.name)}) ${type} ${names.get(header.name) ?? ''}`;
  });
  file.print(call(code`record ${name}`, components, ' {}', 2));
}

/** Refuses a status of another response. */
function printRange(file: SourceFile, name: string, response: Response, context: RuntimeContext): void {
  const { from, to } = rangeOf(response);
  const check = code`${support('TypedResponse', context)}.checkStatus(statusCode, ${from}, ${to});`;
  printDoc(file, { text: `Has a status from ${from} to ${to}.` });
  method(file, code`public ${name}`, [check]);
  file.blank();
}

function rangeOf({ status }: Response): { readonly from: number; readonly to: number; readonly doc: string } {
  const from = status === 'default' ? 100 : Number(String(status).charAt(0)) * 100;
  const to = status === 'default' ? 599 : from + 99;
  return { from, to, doc: `from ${from} to ${to}` };
}

interface FactoryContext {
  readonly response: Response;
  readonly headers: Code;
}

/** `of(…)`, with and without headers of one's own, and without those of the model where none is required. */
function printFactories(
  file: SourceFile,
  name: string,
  own: readonly Component[],
  { response, headers }: FactoryContext,
): void {
  const described = own.filter((each) => each.name === 'headerValues');
  const canLeaveOut = described.length > 0 && response.headers.every(({ required }) => !required);
  const plain = own.filter((each) => !described.includes(each));
  const variants = canLeaveOut ? [plain, own] : [own];
  for (const [index, given] of variants.entries()) {
    const parameters = given.map((each) => code`${each.type} ${each.name}`);
    const values = own.map((each) => code`${given.includes(each) ? each.name : 'null'}`);
    if (index > 0) file.blank();
    printDoc(file, { text: 'A response without other headers.' });
    method(file, call(code`public static ${name} of`, parameters, '', 4), [
      call(code`return new ${name}`, [...values, code`${headers}.NONE`], ';', 6),
    ]);
    file.blank();
    printDoc(file, { text: 'A response with other headers.' });
    method(file, call(code`public static ${name} of`, [...parameters, code`${headers} headers`], '', 4), [
      call(code`return new ${name}`, [...values, 'headers'], ';', 6),
    ]);
  }
}
