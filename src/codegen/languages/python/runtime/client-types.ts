import { isSuccessStatus } from '../../../../shared/streaming-media-types';
import type { SourceFile } from '../../../emit/source-file';
import { type Code, type CodeSymbol, code } from '../../../emit/symbol';
import type { Response } from '../../../model/service';
import { isStream, streams } from '../../../model/streams';
import { brackets } from '../source';
import { support } from './checks/expressions';
import { type RuntimeContext, unionOf } from './context';
import { bodyType } from './operation-bodies';
import type { NamedOperation } from './operation-names';
import { route } from './operation-parameters';
import { headersName, printUnion, statusType } from './operation-types';
import { asyncIterable, iterable } from './symbols';

/** Prints what a client gets of each status, as tests have it, and what it raises. */
export function printClientTypes(file: SourceFile, named: NamedOperation, context: RuntimeContext): void {
  for (const type of clientTypes(named)) printResponses(file, type, named, context);
}

/** The names of these types. */
export function clientTypeNames(named: NamedOperation): string[] {
  return clientTypes(named).map(({ name }) => name);
}

/** A union of types of some responses. */
interface ClientType {
  readonly name: string;
  readonly text: string;
  /** Generic, of status, body and headers. */
  readonly generic: CodeSymbol;
  readonly responses: readonly Response[];
  /** What a stream is. */
  readonly stream: Code | undefined;
}

function clientTypes({ operation, names }: NamedOperation): readonly ClientType[] {
  const { responses } = operation;
  const raw = { generic: support('raw_response', 'RawResponse'), responses };
  const text = 'What clients answer: status, body and headers, for every status.';
  const all = [
    { name: `${names.type}RawResponse`, text, ...raw, stream: code`${iterable}` },
    ...(streams(operation) ? streamTypes.map((type) => ({ ...type, ...raw, name: names.type + type.name })) : []),
    ...errorTypes({ operation, names }),
  ];
  return streams(operation) ? all : all.map((type) => ({ ...type, stream: undefined }));
}

const streamTypes = [
  {
    name: 'AsyncRawResponse',
    text: 'The same of clients that do not block.',
    stream: code`${asyncIterable}`,
  },
  { name: 'CollectedResponse', text: 'The same where all items are there.', stream: code`list` },
];

/** Where all responses are successes, there is nothing to raise; where there is none, nothing is known. */
function errorTypes({ operation, names }: NamedOperation): ClientType[] {
  const responses = operation.responses.filter(({ status }) => !isSuccessStatus(String(status)));
  if (responses.length === 0 && operation.responses.length > 0) return [];
  return [
    {
      name: `${names.type}Errors`,
      text: `What clients raise when ${route(operation)} answers with an error.`,
      generic: support('response_error', 'ResponseError'),
      responses,
      stream: code`list`,
    },
  ];
}

function printResponses(
  file: SourceFile,
  { name, text, generic, responses, stream }: ClientType,
  named: NamedOperation,
  context: RuntimeContext,
): void {
  const all = responses.map((response, _, { length }) => {
    const headers = response.headers.length === 0 ? [] : [code`${headersName(named, response)}`];
    const args = [statusType(response.status), bodyTypeOf(response, named, stream, context), ...headers];
    return brackets(code`${generic}[`, args, ']', length === 1 ? `${name}: TypeAlias = `.length : 4);
  });
  printUnion(file, name, all.length === 0 ? [code`${generic}`] : all, text);
}

function bodyTypeOf(
  { contents }: Response,
  { names }: NamedOperation,
  stream: Code | undefined,
  context: RuntimeContext,
): Code {
  const whole = contents.filter((content) => !isStream(content));
  if (stream === undefined || whole.length === contents.length) return bodyType(contents, 'response', context);
  const items = code`${stream}[${names.type}Item]`;
  return whole.length === 0 ? items : unionOf([bodyType(whole, 'response', context), items]);
}
