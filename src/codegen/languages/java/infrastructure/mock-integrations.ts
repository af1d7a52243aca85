import type { SourceFile } from '../../../emit/source-file';
import { type Code, code } from '../../../emit/symbol';
import { preferredResponse } from '../../../mocks/mock-responses';
import type { Operation, Response, Service } from '../../../model/service';
import { firstParagraph } from '../../infrastructure/documentation';
import { lowestStatus, mockedBody, mocksHeaders } from '../../infrastructure/mocks';
import { printDoc } from '../javadoc';
import { mockName, type OperationNames } from '../names';
import { call, javaFile, method, quote } from '../source';
import { chunks } from './chunks';
import { constructs, consumer, map } from './symbols';

type Names = ReadonlyMap<string, OperationNames>;

interface MockContext {
  readonly javaPackage: string;
  readonly names: Names;
  /** Whether there is a body for those who give none. */
  readonly hasData: boolean;
}

const about =
  'Integrations that answer by themselves, without a backend. A body that is not given is an example of the model, or one\n' +
  'that is made from its schemas: always the same.';
const aboutBodies = 'Integrations that answer by themselves, without a backend: with the body that they are given.';

/** Few enough for the constants of a class: an operation takes about five, and two more for each response. */
const operationsOfOneClass = 2000;
/** Few enough for the code of a method: an operation takes about twenty bytes. */
const operationsOfOneMethod = 1000;

const config = code`OperationConfig<${constructs.typeSafeApiIntegration}>`;
const builder = code`OperationConfig.Builder<${constructs.typeSafeApiIntegration}>`;

/**
 * `MockIntegrations`: a static method for every response of every operation. Where they are too many for one class of Java, it inherits
 * them from others.
 */
export function emitMockIntegrations(
  { operations }: Service,
  context: MockContext,
): (readonly [name: string, file: SourceFile])[] {
  const { javaPackage, hasData } = context;
  const parts = chunks(operations, operationsOfOneClass);
  const last = parts.length - 1;
  const others = parts.slice(0, -1).map((part, index) => {
    const file = javaFile(javaPackage, partName(index));
    printDoc(file, { text: 'Mocks of some operations, for `MockIntegrations`.' });
    file.block(code`abstract class ${partName(index)}${extending(index)} {`, '}', () => {
      file.line`${partName(index)}() {}`;
      emitMocks(file, part, index, context);
    });
    return [partName(index), file] as const;
  });
  const file = javaFile(javaPackage, 'MockIntegrations');
  printDoc(file, {
    text: hasData ? about : aboutBodies,
  });
  file.block(code`public final class MockIntegrations${extending(Math.max(last, 0))} {`, '}', () => {
    file.line`private MockIntegrations() {}`;
    emitMocks(file, parts[last] ?? [], Math.max(last, 0), context);
    if (hasData) emitMockAll(file, parts);
  });
  return [...others, ['MockIntegrations', file]];
}

function partName(index: number): string {
  return `MockIntegrations${index + 1}`;
}

function extending(index: number): string {
  return index === 0 ? '' : ` extends ${partName(index - 1)}`;
}

function emitMocks(
  file: SourceFile,
  operations: readonly Operation[],
  part: number,
  { names, hasData }: MockContext,
): void {
  for (const operation of operations) {
    for (const response of operation.responses) emitMock(file, operation, response, hasData);
  }
  if (!hasData) return;
  const offset = part * (operationsOfOneClass / operationsOfOneMethod);
  for (const [index, some] of chunks(operations, operationsOfOneMethod).entries()) {
    file.blank();
    file.block(code`static void ${fillName(offset + index)}(${builder} all) {`, '}', () => {
      for (const operation of some) emitFill(file, operation, names);
    });
  }
}

/** No mock is called so: theirs end with a status. */
function fillName(index: number): string {
  return `mockAll${index + 1}`;
}

function emitFill(file: SourceFile, operation: Operation, names: Names): void {
  const response = preferredResponse(operation);
  if (response === undefined) return;
  const { status } = response;
  const statusCode = typeof status === 'number' ? '' : lowestStatus(operation, status);
  const member = names.get(operation.id)?.member ?? operation.id;
  file.print(
    call(code`all.${member}`, [code`Mocks.answer(${mockName(operation.id, status)}(${statusCode}))`], code`;`, 4),
  );
}

function emitMock(file: SourceFile, operation: Operation, response: Response, hasData: boolean): void {
  const { status } = response;
  const isExact = typeof status === 'number';
  const body = mockedBody(response);
  const given = isExact ? [] : [code`int statusCode`];
  const args = [quote(operation.id), quote(String(status)), isExact ? String(status) : 'statusCode'].map(
    (text) => code`${text}`,
  );
  const overload = (parameters: readonly Code[], kind: string, ...more: readonly string[]) => {
    const all = [...args, ...more.map((name) => code`${name}`)];
    const answer = call(code`return Mocks.${kind}`, all, code`;`, 4);
    emitOverload(file, operation, response, [...given, ...parameters], answer);
  };
  const parameter = body === 'json' ? code`Object body` : code`String body`;
  const headers = code`${map}<String, String> headers`;
  if (hasData || body === undefined) overload([], 'modelled');
  if (body !== undefined) overload([parameter], body, 'body');
  if (!mocksHeaders(response)) return;
  if (body === undefined) overload([headers], 'modelled', 'headers');
  else overload([parameter, headers], body, 'body', 'headers');
}

function emitOverload(
  file: SourceFile,
  operation: Operation,
  { status, description }: Response,
  parameters: readonly Code[],
  answer: Code,
): void {
  const says = description === undefined || description.trim() === '' ? '' : `: ${firstParagraph(description)}`;
  const { method: verb, path, deprecated } = operation;
  file.blank();
  printDoc(file, { text: `${verb.toUpperCase()} ${path} ${status}${says}`, deprecated });
  const signature = code`public static ${constructs.integration} ${mockName(operation.id, status)}`;
  method(file, call(signature, parameters, code``, 4), [answer]);
}

/** Answers every operation, with its first success, or its first response when it has none. */
function emitMockAll(file: SourceFile, parts: readonly (readonly Operation[])[]): void {
  const text =
    'A mock for every operation: of its first success, or of its first response when the model has no success.';
  file.blank();
  printDoc(file, { text });
  method(file, code`public static ${config} mockAll()`, [code`return mockAll(overrides -> {});`]);
  file.blank();
  printDoc(file, {
    text: `${text} Some can be answered otherwise.`,
    tags: ['@param overrides gets a builder that has all mocks, and replaces what it wants to'],
  });
  const count = Math.ceil(parts.flat().length / operationsOfOneMethod);
  const parameters = [code`${consumer}<${builder}> overrides`];
  method(file, call(code`public static ${config} mockAll`, parameters, code``, 4), [
    code`${builder} all = OperationConfig.builder();`,
    ...Array.from({ length: count }, (_, index) => code`${fillName(index)}(all);`),
    code`overrides.accept(all);`,
    code`return all.build();`,
  ]);
}
