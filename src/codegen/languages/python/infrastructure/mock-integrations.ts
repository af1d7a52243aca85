import type { SourceFile } from '../../../emit/source-file';
import { type Code, code, lengthOf } from '../../../emit/symbol';
import { preferredResponse } from '../../../mocks/mock-responses';
import type { Operation, Response, Service } from '../../../model/service';
import { firstParagraph } from '../../infrastructure/documentation';
import { lowestStatus, mockedBody, mocksHeaders } from '../../infrastructure/mocks';
import { printDocstring } from '../docstring';
import { mockName, type OperationNames } from '../names';
import { brackets, call, lineLength, pythonFile, quote, suite } from '../source';
import {
  integration,
  jsonValue,
  mapping,
  mockIntegration,
  newIntegration,
  operationConfig,
  typeSafeApiIntegration,
} from './symbols';

type Names = ReadonlyMap<string, OperationNames>;

/**
 * `mock_integrations.py`: a method for every response of every operation.
 * @param hasData whether there is a body for those who give none
 */
export function emitMockIntegrations(service: Service, names: Names, hasData: boolean): SourceFile {
  const file = pythonFile('mock_integrations');
  file.declare('MockIntegrations');
  file.print(code``);
  suite(file, code`class MockIntegrations:`, () => {
    printDocstring(file, { text: hasData ? classDoc : classDocOfBodies }, 4);
    file.blank();
    for (const operation of service.operations) {
      const own = namesOf(operation, names);
      for (const response of operation.responses) emitMock(file, operation, response, { names: own, hasData });
    }
    if (hasData) emitMockAll(file, service.operations, names);
  });
  return file;
}

const classDoc =
  'Integrations that answer by themselves, without a backend.\n\n' +
  'A body that is not given is an example of the model, or one that is made from its schemas: always\n' +
  'the same. None is a body that is not given; `Integrations.mock` can answer with null.';

const classDocOfBodies =
  'Integrations that answer by themselves, without a backend: with the body that they are given.\n\n' +
  '`Integrations.mock` can answer with null.';

interface MockContext {
  readonly names: OperationNames;
  readonly hasData: boolean;
}

function emitMock(file: SourceFile, operation: Operation, response: Response, { names, hasData }: MockContext): void {
  const { status, description } = response;
  const isExact = typeof status === 'number';
  const body = mockedBody(response);
  const parameters = [
    ...(isExact ? [] : [code`status_code: int`]),
    ...(body === undefined
      ? []
      : [code`body: ${body === 'json' ? jsonValue : 'str'}${hasData ? ' | None = None' : ''}`]),
    ...(mocksHeaders(response) ? [code`*`, code`headers: ${mapping}[str, str] | None = None`] : []),
  ];
  const args = [quote(operation.id), quote(String(status)), isExact ? String(status) : 'status_code'].map(
    (arg) => code`${arg}`,
  );
  if (body !== undefined) args.push(code`${body}_body=body`);
  if (mocksHeaders(response)) args.push(code`headers=headers`);
  const about = description === undefined || description.trim() === '' ? '' : `: ${firstParagraph(description)}`;
  const text = `${operation.method.toUpperCase()} ${operation.path} ${status}${about}`;
  emitStatic(file, mockName(names, status), parameters, code`${integration}`, () => {
    printDocstring(file, { text, deprecated: operation.deprecated }, 8);
    file.print(code`return ${call(mockIntegration, args, '        return '.length)}`);
  });
}

/** Answers every operation, with its first success, or its first response when it has none. */
function emitMockAll(file: SourceFile, operations: readonly Operation[], names: Names): void {
  const answered = operations.flatMap((operation) => {
    const response = preferredResponse(operation);
    return response === undefined ? [] : [{ operation, response, own: namesOf(operation, names) }];
  });
  const overrides = answered.map(({ own }) => overridden(own.member));
  const config = code`${operationConfig}[${typeSafeApiIntegration}]`;
  emitStatic(file, 'mock_all', overrides.length === 0 ? [] : [code`*`, ...overrides], config, () => {
    printDocstring(file, { text: mockAllDoc }, 8);
    const values = answered.map(({ operation, response: { status }, own }) => {
      const args = typeof status === 'number' ? [] : [code`${lowestStatus(operation, status)}`];
      return override(own.member, code`integration=MockIntegrations.${mockName(own, status)}(${args})`);
    });
    file.print(call(code`return ${operationConfig}`, values, 8));
  });
}

/** Eight columns from the left, with a comma after it. */
function overridden(member: string): Code {
  const inline = code`${member}: ${typeSafeApiIntegration} | None = None`;
  if (lengthOf(inline) + 9 <= lineLength) return inline;
  return code`${member}: ${typeSafeApiIntegration}\n| None = None`;
}

/** Twelve columns from the left, with a comma after it. */
function override(member: string, mock: Code): Code {
  const inline = code`${member}=${member} or ${newIntegration}(${mock})`;
  if (lengthOf(inline) + 13 <= lineLength) return inline;
  return code`${member}=${member}\nor ${call(newIntegration, [mock], 16)}`;
}

const mockAllDoc =
  'A mock for every operation, but for those that are given something else.\n\n' +
  'It is of the first success of the operation, or of its first response when it has no success.';

function emitStatic(
  file: SourceFile,
  name: string,
  parameters: readonly Code[],
  returns: Code,
  body: () => void,
): void {
  file.line`@staticmethod`;
  suite(file, brackets(`def ${name}(`, parameters, code`) -> ${returns}:`, 4), body);
}

function namesOf({ id }: Operation, names: Names): OperationNames {
  return names.get(id) ?? { member: id, stem: id };
}
