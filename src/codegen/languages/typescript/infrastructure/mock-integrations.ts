import { capitalize } from '../../../emit/names';
import type { SourceFile } from '../../../emit/source-file';
import { type Code, code } from '../../../emit/symbol';
import { preferredResponse } from '../../../mocks/mock-responses';
import type { Operation, Response, Service, Status } from '../../../model/service';
import { firstParagraph } from '../../infrastructure/documentation';
import { lowestStatus, mockedBody, mocksHeaders } from '../../infrastructure/mocks';
import type { TypeScriptNames } from '../names';
import { literalKey, namespaceOf, printDoc, quote, signature, typeScriptFile } from '../source';
import { integration, mockAll, mockIntegration, operationConfig, typeSafeApiIntegration } from './symbols';

interface MockContext {
  /** The runtime package. */
  readonly runtime: string;
  readonly operations: TypeScriptNames['operations'];
  /** Whether there is a body for those who give none. */
  readonly hasData: boolean;
}

const about =
  'Integrations that answer by themselves, without a backend. A body that is not given is an example of the model, or one\n' +
  'that is made from its schemas: always the same.';
const aboutBodies = 'Integrations that answer by themselves, without a backend: with the body that they are given.';

/** `mock-integrations.ts`: a method for every response of every operation. */
export function emitMockIntegrations(service: Service, context: MockContext): SourceFile {
  const { runtime, operations, hasData } = context;
  const file = typeScriptFile('mock-integrations');
  file.declare('MockIntegrations');
  printDoc(file, { text: hasData ? about : aboutBodies });
  file.block(code`export class MockIntegrations {`, '}', () => {
    for (const operation of service.operations) {
      const type = operations.get(operation.id)?.type ?? capitalize(operation.id);
      for (const response of operation.responses)
        emitMock(file, operation, response, { type: responseType(type, response, runtime), hasData });
    }
    if (hasData) emitMockAll(file, service.operations);
  });
  return file;
}

function emitMock(
  file: SourceFile,
  operation: Operation,
  response: Response,
  { type, hasData }: { readonly type: Code; readonly hasData: boolean },
): void {
  const { status, description } = response;
  const isExact = typeof status === 'number';
  const body = bodyType(response, type);
  const parameters = [
    ...(isExact ? [] : [code`statusCode: ${type}['statusCode']`]),
    ...(body === undefined ? [] : [code`body${hasData ? '?' : ''}: ${body}`]),
    ...(mocksHeaders(response) ? [code`headers?: { readonly [name: string]: string }`] : []),
  ];
  const args = [quote(operation.id), quote(String(status)), isExact ? String(status) : 'statusCode'];
  if (mocksHeaders(response)) args.push(body === undefined ? 'undefined' : 'body', 'headers');
  else if (body !== undefined) args.push('body');
  const says = description === undefined || description.trim() === '' ? '' : `: ${firstParagraph(description)}`;
  printDoc(file, {
    text: `${operation.method.toUpperCase()} ${operation.path} ${status}${says}`,
    deprecated: operation.deprecated,
  });
  const open = signature(`static ${methodName(operation, status)}`, parameters, code`: ${integration} {`);
  file.block(open, '}', () => {
    file.line`return ${mockIntegration}(${args.join(', ')});`;
  });
  file.blank();
}

/** Answers every operation, with its first success, or its first response when it has none. */
function emitMockAll(file: SourceFile, operations: readonly Operation[]): void {
  const config = code`${operationConfig}<${typeSafeApiIntegration}>`;
  printDoc(file, {
    text: 'A mock for every operation: of its first success, or of its first response when the model has no success.',
    tags: ['@param overrides what answers an operation in place of its mock'],
  });
  const parameters = [code`overrides: Partial<${config}> = {}`];
  file.block(signature('static mockAll', parameters, code`: ${config} {`), '}', () => {
    file.block(code`return ${mockAll}<${config}>({`, '}, overrides);', () => {
      for (const operation of operations) {
        const response = preferredResponse(operation);
        if (response !== undefined) file.line`${literalKey(operation.id)}: ${mockedStatus(operation, response)},`;
      }
    });
  });
}

function mockedStatus(operation: Operation, { status }: Response): string {
  return typeof status === 'number' ? String(status) : `[${quote(status)}, ${lowestStatus(operation, status)}]`;
}

function methodName({ id }: Operation, status: Status): string {
  return `${id}${capitalize(String(status))}`;
}

function responseType(operationType: string, { status }: Response, runtimePackage: string): Code {
  return code`${namespaceOf('runtime', runtimePackage)}.${operationType}${capitalize(String(status))}OperationResponse`;
}

/** JSON bodies have the type of the response; all others are text. */
function bodyType(response: Response, type: Code): Code | undefined {
  const body = mockedBody(response);
  if (body === undefined) return undefined;
  return body === 'json' ? code`${type}['body']` : code`string`;
}
