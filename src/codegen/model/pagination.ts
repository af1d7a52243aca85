import { isSuccessStatus } from '../../shared/streaming-media-types';
import type { NamedShape, Operation, Response } from './service';
import type { Member, Shape } from './shape';

/** How a client gets from one page of a long list to the next (`x-paginated`). */
export interface Pagination {
  /** Where a request says which page it wants. */
  readonly inputToken: InputMember;
  /** Where a page says how to ask for the next. The last page has nothing there, null, or an empty text. */
  readonly outputToken: OutputMember;
  /** The list of the items in the body of a page, member by member: none for a body that is the list. Absent where the model does not say it. */
  readonly items?: readonly string[];
  /** Where a request says how many items a page has at most. */
  readonly pageSize?: InputMember;
}

/** A parameter, by its key, or a member of the body, which is a structure of JSON and required. */
export type InputMember =
  | { readonly location: 'parameter'; readonly key: string }
  | { readonly location: 'body'; readonly name: string };

/** A member of the body, of its members and so on, or a header of the response. */
export type OutputMember =
  | { readonly location: 'body'; readonly path: readonly string[] }
  | { readonly location: 'header'; readonly name: string };

type Shapes = ReadonlyMap<string, NamedShape>;

/** The response that is a page: the only success, of one media type, which is JSON. Nothing for an operation that answers otherwise. */
export function pageOf({ responses }: Pick<Operation, 'responses'>): Response | undefined {
  const [only, ...others] = responses.filter(({ status }) => isSuccessStatus(String(status)));
  const isPage = others.length === 0 && only?.contents.length === 1 && only.contents[0]?.kind === 'json';
  return isPage ? only : undefined;
}

/** What a value is made of where it is not null: one shape that is no reference; several for a union of them. */
export function alternativesOf(shape: Shape, shapes: Shapes, seen: readonly string[] = []): readonly Shape[] {
  switch (shape.kind) {
    case 'null':
      return [];
    case 'reference': {
      const target = seen.includes(shape.target) ? undefined : shapes.get(shape.target);
      return target === undefined ? [] : alternativesOf(target.shape, shapes, [...seen, shape.target]);
    }
    case 'closed':
      return alternativesOf(shape.core, shapes, seen);
    case 'union':
      return shape.members.flatMap((member) => alternativesOf(member, shapes, seen));
    default:
      return [shape];
  }
}

/** The members of an object, those of all parts of an intersection together; none of a union of several, which have not the same. */
export function membersOf(shape: Shape, shapes: Shapes, seen: readonly Shape[] = []): readonly Member[] {
  const [only, ...others] = alternativesOf(shape, shapes);
  if (only === undefined || others.length > 0 || seen.includes(only)) return [];
  if (only.kind === 'intersection') return only.members.flatMap((part) => membersOf(part, shapes, [...seen, only]));
  return only.kind === 'structure' ? only.members : [];
}

/** The members that lead from a value to one inside of it; nothing where a name of them is not declared. */
export function membersAlong(path: readonly string[], shape: Shape, shapes: Shapes): readonly Member[] | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return [];
  const member = membersOf(shape, shapes).find((each) => each.name === name);
  const others = member === undefined ? undefined : membersAlong(rest, member.shape, shapes);
  return member === undefined || others === undefined ? undefined : [member, ...others];
}

/** The shape of the items on the pages of an operation; nothing where the model does not say what they are. */
export function itemShape({ pagination, responses }: Operation, shapes: Shapes): Shape | undefined {
  const page = pageOf({ responses })?.contents[0]?.shape;
  if (pagination?.items === undefined || page === undefined) return undefined;
  const members = membersAlong(pagination.items, page, shapes);
  const shape = pagination.items.length === 0 ? page : members?.at(-1)?.shape;
  const [list] = shape === undefined ? [] : alternativesOf(shape, shapes);
  return list?.kind === 'list' ? list.items : undefined;
}
