import { problems } from '../../openapi';
import { isSuccessStatus } from '../../shared/streaming-media-types';
import {
  alternativesOf,
  type InputMember,
  membersAlong,
  membersOf,
  type OutputMember,
  type Pagination,
  pageOf,
} from '../model/pagination';
import type { NamedShape, Operation, Response } from '../model/service';
import type { Shape } from '../model/shape';
import type { ReadContext } from './context';
import { checkFields, defined, field, isNode, type SpecNode, textField } from './spec-node';

const fields = ['inputToken', 'outputToken', 'items', 'pageSize'] as const;
type Field = (typeof fields)[number];

/** What the fields are looked up in. */
interface Place {
  readonly context: ReadContext;
  readonly node: SpecNode;
  readonly operation: Operation;
  readonly page: Response;
  readonly shapes: ReadonlyMap<string, NamedShape>;
}

/**
 * Reads `x-paginated: { inputToken, outputToken, items, pageSize }`. Members of inputs are parameters or members of the body; those of outputs
 * are headers or members of the body, where a dot leads to a member of a member, as in Smithy.
 * @see https://smithy.io/2.0/spec/behavior-traits.html#paginated-trait
 */
export function readPagination(
  context: ReadContext,
  operationNode: SpecNode,
  operation: Operation,
  shapes: ReadonlyMap<string, NamedShape>,
): Pagination | undefined {
  const at = field(operationNode, 'x-paginated');
  if (at === undefined) return undefined;
  if (!isNode(at) || at.value.inputToken === undefined || at.value.outputToken === undefined) {
    const example = 'x-paginated: { inputToken: nextToken, outputToken: nextToken }';
    context.report(problems.invalidPagination, at.pointer, { example });
    return undefined;
  }
  checkFields(context, at, "'x-paginated'", fields);
  const page = pageOf(operation);
  if (page === undefined) {
    context.report(problems.unpageableOperation, at.pointer, { reason: whyNoPage(operation) });
    return undefined;
  }
  const place = { context, node: at, operation, page, shapes };
  const inputToken = readInput(place, 'inputToken', isToken, 'a text or a number');
  const outputToken = readOutputToken(place, inputToken?.kinds);
  const items = readItems(place);
  const pageSize = readInput(place, 'pageSize', isCount, 'an integer')?.member;
  if (inputToken === undefined || outputToken === undefined) return undefined;
  return defined({ inputToken: inputToken.member, outputToken, items, pageSize });
}

function whyNoPage({ responses }: Operation): string {
  const successes = responses.filter(({ status }) => isSuccessStatus(String(status)));
  const [only, ...others] = successes;
  if (only === undefined) return 'this one has no success';
  if (others.length > 0) return `this one has ${successes.map(({ status }) => status).join(', ')}`;
  return `its ${only.status} has ${only.contents.map(({ mediaType }) => mediaType).join(', ') || 'no body'}`;
}

interface FoundInput {
  readonly member: InputMember;
  readonly kinds: ReadonlySet<string>;
}

function readInput(
  place: Place,
  name: Field,
  isSuitable: (shapes: readonly Shape[]) => boolean,
  want: string,
): FoundInput | undefined {
  const { context, node, operation, shapes } = place;
  const wanted = textField(context, node, name);
  if (wanted === undefined) return undefined;
  const inputs = inputsOf(operation, shapes);
  const found = inputs.find(({ called }) => called.includes(wanted));
  const at = `${node.pointer}/${name}`;
  if (found === undefined) {
    const known = inputs.map(({ called }) => called[0] ?? '');
    context.report(problems.unknownPageInput, at, { field: name, name: wanted, known });
    return undefined;
  }
  const alternatives = alternativesOf(found.shape, shapes);
  // What takes integers of any size takes numbers.
  if (isSuitable(alternatives))
    return {
      member: found.member,
      kinds: new Set([...alternatives.map(({ kind }) => kind), ...kindsOf(alternatives)]),
    };
  context.report(problems.unsuitablePageMember, at, { field: name, name: wanted, want });
  return undefined;
}

/** What an operation is called with: parameters by their keys or, where these are not needed to tell them apart, by their names; then the body. */
function inputsOf({ parameters, body }: Operation, shapes: Place['shapes']) {
  const [content, ...others] = body?.required === true ? body.contents : [];
  const members = content?.kind === 'json' && others.length === 0 ? membersOf(content.shape, shapes) : [];
  return [
    ...parameters.map(({ key, name, shape }) => {
      const isAlone = parameters.filter((other) => other.name === name).length === 1;
      return { called: isAlone ? [key, name] : [key], shape, member: { location: 'parameter', key } as const };
    }),
    ...members.map(({ name, shape }) => ({ called: [name], shape, member: { location: 'body', name } as const })),
  ];
}

function readOutputToken(place: Place, kinds: ReadonlySet<string> | undefined): OutputMember | undefined {
  const { context, node, page, shapes } = place;
  const name = textField(context, node, 'outputToken');
  if (name === undefined) return undefined;
  const header = page.headers.find((each) => each.name.toLowerCase() === name.toLowerCase());
  const path = pathTo(name, bodyOf(page), shapes);
  const at = `${node.pointer}/outputToken`;
  if (path === undefined && header === undefined) {
    const known = [...membersOf(bodyOf(page), shapes), ...page.headers].map((each) => each.name);
    context.report(problems.unknownPageOutput, at, { field: 'outputToken', name, known });
    return undefined;
  }
  const shape = path === undefined ? header?.shape : membersAlong(path, bodyOf(page), shapes)?.at(-1)?.shape;
  const alternatives = shape === undefined ? [] : alternativesOf(shape, shapes);
  const isSame = kinds === undefined || kindsOf(alternatives).every((kind) => kinds.has(kind));
  if (!isToken(alternatives) || !isSame) {
    const want = isToken(alternatives) ? "of the type of 'inputToken'" : 'a text or a number';
    context.report(problems.unsuitablePageMember, at, { field: 'outputToken', name, want });
    return undefined;
  }
  return path === undefined ? { location: 'header', name: header?.name ?? name } : { location: 'body', path };
}

/** The items of a page. A body that is a list is them, whether the model says so or not. */
function readItems({ context, node, page, shapes }: Place): readonly string[] | undefined {
  const name = textField(context, node, 'items');
  const body = bodyOf(page);
  if (name === undefined) return isList(alternativesOf(body, shapes)) ? [] : undefined;
  const path = pathTo(name, body, shapes);
  const at = `${node.pointer}/items`;
  if (path === undefined) {
    const known = membersOf(body, shapes).map((member) => member.name);
    context.report(problems.unknownPageOutput, at, { field: 'items', name, known });
    return undefined;
  }
  const shape = membersAlong(path, body, shapes)?.at(-1)?.shape;
  if (shape !== undefined && isList(alternativesOf(shape, shapes))) return path;
  context.report(problems.unsuitablePageMember, at, { field: 'items', name, want: 'a list' });
  return undefined;
}

/** The members that a text leads along. A name may have dots of its own: what is declared decides. */
function pathTo(text: string, shape: Shape, shapes: Place['shapes']): readonly string[] | undefined {
  for (const member of membersOf(shape, shapes)) {
    if (member.name === text) return [text];
    const rest = text.startsWith(`${member.name}.`) ? text.slice(member.name.length + 1) : undefined;
    const path = rest === undefined ? undefined : pathTo(rest, member.shape, shapes);
    if (path !== undefined) return [member.name, ...path];
  }
  return undefined;
}

function bodyOf({ contents }: Response): Shape {
  return contents[0]?.shape ?? { kind: 'any' };
}

function isToken(shapes: readonly Shape[]): boolean {
  return shapes.length > 0 && shapes.every(({ kind }) => kind === 'string' || kind === 'number');
}

function isCount([only, ...others]: readonly Shape[]): boolean {
  return others.length === 0 && only?.kind === 'number' && only.integer;
}

function isList([only, ...others]: readonly Shape[]): boolean {
  return others.length === 0 && only?.kind === 'list';
}

/** Types that differ in some language. */
function kindsOf(shapes: readonly Shape[]): readonly string[] {
  return shapes.map((shape) => (shape.kind === 'number' && shape.exact === true ? 'int64' : shape.kind));
}
