import type { Direction } from '../../../../model/direction';
import type { Operation } from '../../../../model/service';
import type { Member, Shape, ShapeOf } from '../../../../model/shape';
import { isStream } from '../../../../model/streams';
import type { Fields } from './fields';

/** A shape without a name that is a class, and what leads to it: names of members, `Item` and the like. */
export interface InlineShape {
  readonly shape: Shape;
  readonly path: readonly string[];
  /** Where it is used in one alone. */
  readonly direction?: Direction;
}

/** The shapes that the model has, or also those that are made of several members of one name. */
export type Extent = 'own' | 'merged';

/** The classes within a named shape, inner ones first. */
export function inlineShapes(shape: Shape, fields: Fields, extent: Extent): readonly InlineShape[] {
  const walk = new Walk(fields, extent);
  walk.within(shape, []);
  return walk.found;
}

/** The classes of the parameters, bodies and headers of an operation. */
export function operationShapes(operation: Operation, fields: Fields, extent: Extent): readonly InlineShape[] {
  const [request, response] = [new Walk(fields, extent, 'request'), new Walk(fields, extent, 'response')];
  for (const { key, shape } of operation.parameters) request.visit(shape, [key]);
  for (const { shape } of operation.body?.contents ?? []) request.visit(shape, ['Request', 'Content']);
  for (const { status, headers, contents } of operation.responses) {
    for (const content of contents) {
      response.visit(content.shape, [String(status), 'Response', isStream(content) ? 'Item' : 'Content']);
    }
    for (const { name, shape } of headers) response.visit(shape, [String(status), name, 'Header']);
  }
  return [...request.found, ...response.found];
}

/** True for a shape that is no class, and made of nothing: most are. */
function isLeaf({ kind }: Shape): boolean {
  return leaves.has(kind);
}

const leaves: ReadonlySet<Shape['kind']> = new Set([
  ...(['any', 'never', 'null', 'boolean', 'number', 'string', 'blob', 'enum', 'reference'] as const),
]);

class Walk {
  readonly found: InlineShape[] = [];
  private readonly seen = new Set<Shape>();

  constructor(
    private readonly fields: Fields,
    private readonly extent: Extent,
    private readonly direction?: Direction,
  ) {}

  /** A shape that may be a class itself. */
  visit(shape: Shape, path: readonly string[]): void {
    if (this.seen.has(shape)) return;
    this.seen.add(shape);
    this.within(shape, path);
    if (this.fields.of(shape) !== undefined) {
      this.found.push({ shape, path, ...(this.direction === undefined ? {} : { direction: this.direction }) });
    }
  }

  /** What a shape is made of. */
  within(shape: Shape, path: readonly string[]): void {
    switch (shape.kind) {
      case 'list':
        if (!isLeaf(shape.items)) this.visit(shape.items, [...path, 'Item']);
        return;
      case 'tuple':
        for (const [index, item] of shape.prefix.entries()) this.visit(item, [...path, `Item${index + 1}`]);
        this.visit(shape.rest, [...path, 'Item']);
        return;
      case 'structure':
      case 'map':
        this.object(shape, path);
        return;
      case 'union':
        this.union(shape, path);
        return;
      case 'closed':
        this.within(shape.core, path);
        return;
      case 'intersection':
        this.intersection(shape, path);
        return;
      default:
        return;
    }
  }

  private object(shape: ShapeOf<'structure' | 'map'>, path: readonly string[]): void {
    const members: readonly Member[] = shape.kind === 'structure' ? shape.members : [];
    for (const member of members) if (!isLeaf(member.shape)) this.visit(member.shape, [...path, member.name]);
    for (const pattern of shape.patterns ?? []) this.visit(pattern.shape, [...path, 'Value']);
    const others = shape.kind === 'structure' ? shape.additional : shape.values;
    if (!isLeaf(others)) this.visit(others, [...path, 'Value']);
  }

  private union({ members }: ShapeOf<'union'>, path: readonly string[]): void {
    const forms = members.filter(({ kind }) => kind !== 'null');
    for (const [index, form] of forms.entries()) {
      this.visit(form, forms.length === 1 ? path : [...path, String(index + 1)]);
    }
  }

  private intersection(shape: ShapeOf<'intersection'>, path: readonly string[]): void {
    const members = this.fields.of(shape)?.members;
    for (const part of this.fields.tellingParts(shape)) {
      if (members === undefined) this.visit(part, path);
      else this.part(part, path);
    }
    if (this.extent === 'own') return;
    for (const member of members ?? []) {
      if (member.shape.kind === 'intersection') this.visit(member.shape, [...path, member.name]);
    }
  }

  /** Something that the class of an intersection is made of, which is no class itself. */
  private part(shape: Shape, path: readonly string[]): void {
    switch (shape.kind) {
      case 'structure':
      case 'map':
        this.object(shape, path);
        return;
      case 'closed':
        this.part(shape.core, path);
        return;
      case 'union':
      case 'intersection':
        for (const member of shape.members) this.part(member, path);
        return;
      default:
        return;
    }
  }
}
