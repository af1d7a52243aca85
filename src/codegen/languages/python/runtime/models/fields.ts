import type { Service } from '../../../../model/service';
import type { Member, PatternMembers, Shape, ShapeOf } from '../../../../model/shape';

/** What a class is made of. */
export interface ClassFields {
  readonly members: readonly Member[];
  /** What undeclared members hold, as far as the model says so. */
  readonly others: readonly Shape[];
}

/** Finds out which shapes are classes: objects with declared members, and what is made of such objects. */
export class Fields {
  private readonly known = new Map<Shape, ClassFields | undefined>();

  constructor(private readonly service: Service) {}

  /** The fields of the class of a shape; nothing for one that is none, or that is another's. */
  of(shape: Shape): ClassFields | undefined {
    if (!this.known.has(shape)) this.known.set(shape, this.find(shape));
    return this.known.get(shape);
  }

  /** The members of an intersection that say what a value is. */
  tellingParts(shape: ShapeOf<'intersection'>): readonly Shape[] {
    return shape.members.flatMap((member) => {
      if (member.kind === 'intersection') return this.tellingParts(member);
      return this.tells(member) ? [member] : [];
    });
  }

  /** The member that an intersection that is no class has the type of: an enumeration, else the first that says what a value is. */
  typedPart(shape: ShapeOf<'intersection'>): Shape | undefined {
    const telling = this.tellingParts(shape);
    return telling.find(({ kind }) => kind === 'enum') ?? telling[0];
  }

  /** Whether null is all that a shape allows, if anything. */
  isNull(shape: Shape): boolean {
    switch (shape.kind) {
      case 'null':
      case 'never':
        return true;
      case 'enum':
        return shape.values.every((value) => value === null);
      case 'union':
        return shape.members.every((member) => this.isNull(member));
      case 'intersection': {
        const said = this.typedPart(shape);
        return said !== undefined && this.isNull(said);
      }
      case 'closed':
        return this.isNull(shape.core);
      case 'reference': {
        const target = this.service.shapes.get(shape.target)?.shape;
        return target !== undefined && this.isNull(target);
      }
      default:
        return false;
    }
  }

  private find(shape: Shape): ClassFields | undefined {
    switch (shape.kind) {
      case 'structure':
        return shape.members.length === 0 ? undefined : merge([partOf(shape)]);
      case 'closed':
        return this.of(shape.core);
      case 'intersection': {
        const telling = this.tellingParts(shape);
        // Of one part, the class is that of the part.
        if (telling.length < 2) return undefined;
        const parts = telling.map((part) => this.partsOf(part, new Set()));
        const all = parts.flatMap((part) => part ?? []);
        return parts.includes(undefined) || all.every(({ members }) => members.length === 0) ? undefined : merge(all);
      }
      default:
        return undefined;
    }
  }

  /** The objects that an object is made of; nothing for what is no object. */
  private partsOf(shape: Shape, seen: ReadonlySet<Shape>): readonly ClassFields[] | undefined {
    if (seen.has(shape)) return [];
    const within = new Set([...seen, shape]);
    switch (shape.kind) {
      case 'structure':
        return [partOf(shape)];
      case 'map':
        return [{ members: [], others: othersOf(shape.values, shape.patterns) }];
      case 'closed':
        return this.partsOf(shape.core, within);
      case 'reference': {
        const target = this.service.shapes.get(shape.target)?.shape;
        return target && this.partsOf(target, within);
      }
      case 'intersection':
        return all(this.tellingParts(shape).map((part) => this.partsOf(part, within)));
      case 'union': {
        const members = shape.members.filter((member) => member.kind !== 'null' && this.tells(member));
        const forms = members.map((member) => this.partsOf(member, within));
        return forms.includes(undefined) ? undefined : [anyOf(forms.map((form) => merge(form ?? [])))];
      }
      default:
        return undefined;
    }
  }

  /** Whether a shape says more of a value than what it must not be. */
  private tells(shape: Shape): boolean {
    switch (shape.kind) {
      case 'any':
      case 'negation':
      case 'contains':
      case 'names':
      case 'conditional':
        return false;
      case 'structure':
        // Names that are required are declared elsewhere, if they are.
        return shape.members.some(({ isUndeclared }) => isUndeclared !== true) || partOf(shape).others.length > 0;
      case 'map':
        return !shape.implied || othersOf(shape.values, shape.patterns).length > 0;
      case 'union':
        return shape.members.some((member) => this.tells(member));
      case 'intersection':
        return this.tellingParts(shape).length > 0;
      case 'closed':
        return this.tells(shape.core);
      default:
        return true;
    }
  }
}

function partOf({ members, additional, patterns }: ShapeOf<'structure'>): ClassFields {
  return { members, others: othersOf(additional, patterns) };
}

/** What names that are not declared hold. */
export function othersOf(additional: Shape, patterns: readonly PatternMembers[] = []): readonly Shape[] {
  const rest = additional.kind === 'never' || additional.kind === 'any' ? [] : [additional];
  return additional.kind === 'any' ? [] : [...patterns.map(({ shape }) => shape), ...rest];
}

function all(parts: readonly (readonly ClassFields[] | undefined)[]): readonly ClassFields[] | undefined {
  return parts.includes(undefined) ? undefined : parts.flatMap((part) => part ?? []);
}

/** Members of one name are one, which has to be all that is said of it. */
function merge(parts: readonly ClassFields[]): ClassFields {
  const found = new Map<string, Member>();
  for (const member of parts.flatMap(({ members }) => members)) {
    const known = found.get(member.name);
    found.set(member.name, known === undefined ? member : both(known, member));
  }
  return { members: [...found.values()], others: parts.flatMap(({ others }) => others) };
}

/** Of several forms, the members of all: which of them it is, is not known, so that only what all demand is demanded. */
function anyOf(forms: readonly ClassFields[]): ClassFields {
  const names = new Set(forms.flatMap(({ members }) => members.map(({ name }) => name)));
  const members = [...names].map((name): Member => {
    const found = forms.flatMap((form) => form.members.filter((member) => member.name === name));
    const shapes = distinct(found.map(({ shape }) => shape));
    const required = found.length === forms.length && found.every((member) => member.required);
    const [only = anything, ...others] = shapes;
    return { name, required, shape: others.length === 0 ? only : { kind: 'union', mode: 'any', members: shapes } };
  });
  return { members, others: forms.flatMap(({ others }) => others) };
}

const anything: Shape = { kind: 'any' };

function both(a: Member, b: Member): Member {
  const required = a.required || b.required;
  if (saysNothing(b) || keyOf(a.shape) === keyOf(b.shape)) return { ...a, required };
  if (saysNothing(a)) return { ...b, required };
  const described = a.shape.description === undefined ? b.shape : a.shape;
  const shape: Shape = { ...annotations(described), kind: 'intersection', members: [a.shape, b.shape] };
  return { name: a.name, required, shape };
}

function saysNothing({ isUndeclared, shape }: Member): boolean {
  return isUndeclared === true || shape.kind === 'any';
}

function distinct(shapes: readonly Shape[]): readonly Shape[] {
  return [...new Map(shapes.map((shape) => [keyOf(shape), shape])).values()];
}

function keyOf(shape: Shape): unknown {
  return shape.kind === 'reference' ? shape.target : shape;
}

function annotations({ description, deprecated, readOnly, writeOnly }: Shape): Partial<Shape> {
  return {
    ...(description === undefined ? {} : { description }),
    ...(deprecated === undefined ? {} : { deprecated }),
    ...(readOnly === undefined ? {} : { readOnly }),
    ...(writeOnly === undefined ? {} : { writeOnly }),
  };
}
