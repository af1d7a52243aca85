import type { Json } from '../../../../../shared/json';
import type { Service } from '../../../../model/service';
import type { Shape, ShapeOf } from '../../../../model/shape';
import { mergedEnum, type Part, type PartOptions, structureOf } from './merge';

/**
 * What a shape is in Java. Forms with a key have a class of their own: the key is the shape that the class is of, whatever other shapes refer to it
 * or wrap it.
 */
export type Form =
  /** Any JSON: `JsonNode`. */
  | { readonly kind: 'json' }
  | { readonly kind: 'scalar'; readonly type: ScalarType }
  /** All items are of one shape. */
  | { readonly kind: 'list'; readonly items: readonly Shape[] }
  /** All members are of one of some shapes. */
  | { readonly kind: 'map'; readonly values: readonly Shape[] }
  | { readonly kind: 'record'; readonly key: Shape; readonly structure: ShapeOf<'structure'> }
  | { readonly kind: 'enum'; readonly key: Shape; readonly values: readonly string[] }
  | { readonly kind: 'union'; readonly key: Shape; readonly union: ShapeOf<'union'> }
  /** A list or a map that holds itself. */
  | { readonly kind: 'wrapper'; readonly key: Shape; readonly of: Form };

export type ClassForm = Extract<Form, { readonly key: Shape }>;

export type ScalarType = 'String' | 'Integer' | 'Long' | 'Double' | 'Boolean' | 'byte[]';

const json: Form = { kind: 'json' };

/** The Java virtual machine has 255 slots for the arguments of a constructor; larger objects are maps. */
const mostComponents = 250;

/** Finds the forms of the shapes of a service. */
export class Forms {
  private readonly known = new Map<Shape, Form>();
  /** Those that are being found. */
  private readonly open = new Set<Shape>();
  private readonly numbers = new Map<Shape, number>();
  private readonly wrapped = new Set<Shape>();
  private readonly searched = new Set<Shape>();

  constructor(readonly service: Service) {
    for (const { shape } of service.shapes.values()) this.findWrapped(shape, []);
  }

  of(shape: Shape): Form {
    const known = this.known.get(shape);
    if (known !== undefined) return known;
    this.open.add(shape);
    const form = this.find(shape);
    this.open.delete(shape);
    this.known.set(shape, form);
    return form;
  }

  /** Whether null is one of the values, as far as the model says so. */
  isNullable(shape: Shape): boolean {
    switch (shape.kind) {
      case 'null':
      case 'any':
        return true;
      case 'enum':
        return shape.values.includes(null);
      case 'union':
        return shape.members.some((member) => this.isNullable(member));
      case 'intersection':
        return shape.members.every((member) => member.implied || this.isNullable(member));
      case 'closed':
        return this.isNullable(shape.core);
      case 'reference':
        return this.isNullable(this.target(shape));
      case 'negation':
      case 'contains':
      case 'names':
      case 'conditional':
        return true;
      default:
        return false;
    }
  }

  /** Whether some shapes have one type. */
  areAlike(shapes: readonly Shape[]): boolean {
    return new Set(shapes.map((shape) => this.signature(shape))).size <= 1;
  }

  /** A text that is the same for shapes of one type. */
  signature(shape: Shape): string {
    const resolved = shape.kind === 'reference' ? this.target(shape) : shape;
    // A union that holds itself has a class of its own.
    if (this.open.has(resolved)) return `class ${this.numberOf(resolved)}`;
    const form = this.of(resolved);
    switch (form.kind) {
      case 'json':
        return 'json';
      case 'scalar':
        return form.type;
      case 'list':
        return `list of ${this.common(form.items)}`;
      case 'map':
        return `map of ${this.common(form.values)}`;
      default:
        return `class ${this.numberOf(form.key)}`;
    }
  }

  private common(shapes: readonly Shape[]): string {
    const [first, ...others] = new Set(shapes.map((shape) => this.signature(shape)));
    return first === undefined || others.length > 0 ? 'json' : first;
  }

  private numberOf(key: Shape): number {
    const number = this.numbers.get(key) ?? this.numbers.size;
    this.numbers.set(key, number);
    return number;
  }

  private find(shape: Shape): Form {
    const form = this.unwrapped(shape);
    const isPlain = form.kind === 'list' || form.kind === 'map';
    return isPlain && this.wrapped.has(shape) ? { kind: 'wrapper', key: shape, of: form } : form;
  }

  private unwrapped(shape: Shape): Form {
    switch (shape.kind) {
      case 'boolean':
        return { kind: 'scalar', type: 'Boolean' };
      case 'number':
        return shape.implied ? json : { kind: 'scalar', type: numberType(shape) };
      case 'string':
        return shape.implied ? json : { kind: 'scalar', type: 'String' };
      case 'blob':
        return { kind: 'scalar', type: 'byte[]' };
      case 'enum':
        return enumForm(shape, shape.values);
      case 'list':
        return { kind: 'list', items: [shape.items] };
      case 'tuple':
        return { kind: 'list', items: [...shape.prefix, ...(shape.rest.kind === 'never' ? [] : [shape.rest])] };
      case 'structure':
        return this.structureForm(shape, shape);
      case 'map':
        return { kind: 'map', values: valuesOf(shape.values, shape.patterns) };
      case 'union':
        return this.unionForm(shape);
      case 'intersection':
        return this.intersectionForm(shape);
      case 'closed':
        return this.of(shape.core);
      case 'reference':
        return this.of(this.target(shape));
      default:
        return json;
    }
  }

  private structureForm(structure: ShapeOf<'structure'>, key: Shape): Form {
    const { members } = structure;
    if (members.length === 0) return { kind: 'map', values: valuesOf(structure.additional, structure.patterns) };
    if (members.length > mostComponents) return { kind: 'map', values: [{ kind: 'any' }] };
    return { kind: 'record', key, structure };
  }

  private unionForm(shape: ShapeOf<'union'>): Form {
    const members = shape.members.filter((member) => member.kind !== 'null');
    const [only, ...others] = members;
    if (only === undefined || members.some((member) => this.of(member).kind === 'json')) return json;
    if (others.length === 0 || this.areAlike(members)) return this.of(only);
    const texts = mergedEnum(members);
    if (texts !== undefined) return enumForm(shape, texts);
    return { kind: 'union', key: shape, union: shape };
  }

  private intersectionForm(shape: ShapeOf<'intersection'>): Form {
    const parts = this.partsOf(shape);
    const [only, ...others] = parts;
    if (only === undefined) return json;
    if (others.length === 0) return this.of(only.shape);
    const structure = structureOf(parts, (part) => this.mergeable(part));
    if (structure !== undefined) return this.structureForm(structure, shape);
    return this.narrowest(parts);
  }

  /** The members of an intersection that say what a value is: those of members that are intersections among them. */
  private partsOf(shape: Shape): Part[] {
    switch (shape.kind) {
      case 'intersection':
        return shape.members.flatMap((member) => this.partsOf(member));
      case 'closed':
        return this.partsOf(shape.core);
      case 'reference': {
        const target = this.target(shape);
        const isMade = target.kind === 'intersection' || target.kind === 'closed' || target.kind === 'reference';
        const parts = isMade ? this.partsOf(target) : [{ shape: target }];
        // One part is used as what it is called.
        return parts.length === 1 ? [{ shape }] : parts;
      }
      case 'any':
      case 'negation':
      case 'contains':
      case 'names':
      case 'conditional':
        return [];
      default:
        return [{ shape }];
    }
  }

  /** What a part of an intersection adds to its members: structures and maps, or some of which a value is one; nothing for what is no object. */
  private mergeable({ shape }: Part): PartOptions | undefined {
    const resolved = shape.kind === 'reference' ? this.target(shape) : shape;
    switch (resolved.kind) {
      case 'structure':
      case 'map':
        return { all: [resolved] };
      case 'null':
        return { all: [] };
      case 'closed':
      case 'intersection': {
        const options = this.partsOf(resolved).map((part) => this.mergeable(part));
        return options.every((option) => option !== undefined) ? { nested: options } : undefined;
      }
      case 'reference':
        return this.mergeable({ shape: resolved });
      case 'union': {
        const options = resolved.members.map((member) => this.mergeable({ shape: member }));
        return options.every((option) => option !== undefined) ? { some: options } : undefined;
      }
      case 'any':
      case 'negation':
        return { all: [] };
      default:
        return undefined;
    }
  }

  /** Of several parts that are no objects, the one that says most. */
  private narrowest(parts: readonly Part[]): Form {
    const typed = parts.map(({ shape }) => this.of(shape)).filter(({ kind }) => kind !== 'json');
    const [first] = typed;
    if (first === undefined) return json;
    const enums = typed.find(({ kind }) => kind === 'enum');
    if (enums !== undefined) return typed.every((form) => isText(form)) ? enums : json;
    if (typed.every(({ kind }) => kind === 'scalar')) return narrowestScalar(typed);
    if (!typed.every(({ kind }) => kind === first.kind)) return json;
    if (first.kind === 'list') return this.specificList(typed) ?? first;
    const same = new Set(parts.map(({ shape }) => this.signature(shape)).filter((signature) => signature !== 'json'));
    return same.size === 1 ? first : json;
  }

  private specificList(forms: readonly Form[]): Form | undefined {
    return forms.find((form) => form.kind === 'list' && this.common(form.items) !== 'json');
  }

  private target({ target }: ShapeOf<'reference'>): Shape {
    const named = this.service.shapes.get(target);
    if (named === undefined) throw new Error(`no schema is called '${target}'`);
    return named.shape;
  }

  /** Finds lists and maps that hold themselves with no class in between: the type of the first would have no end. */
  private findWrapped(shape: Shape, way: readonly Shape[]): void {
    if (way.includes(shape)) this.wrapped.add(shape);
    if (way.includes(shape) || this.searched.has(shape)) return;
    for (const part of heldBy(shape)) {
      this.findWrapped(part.kind === 'reference' ? this.target(part) : part, [...way, shape]);
    }
    this.searched.add(shape);
  }
}

/** The shapes that the type of a shape is made of, as far as they may be there without a class. */
function heldBy(shape: Shape): readonly Shape[] {
  switch (shape.kind) {
    case 'list':
      return [shape.items];
    case 'tuple':
      return [...shape.prefix, shape.rest];
    case 'map':
      return valuesOf(shape.values, shape.patterns);
    case 'structure':
      return shape.members.length === 0 ? valuesOf(shape.additional, shape.patterns) : [];
    case 'union':
    case 'intersection':
      return shape.members;
    case 'closed':
      return [shape.core];
    case 'reference':
      return [shape];
    default:
      return [];
  }
}

/** What the members of an object hold that have no names in the model. */
export function valuesOf(others: Shape, patterns: readonly { readonly shape: Shape }[] = []): readonly Shape[] {
  return [...patterns.map(({ shape }) => shape), ...(others.kind === 'never' ? [] : [others])];
}

function numberType({ integer, format }: ShapeOf<'number'>): ScalarType {
  if (!integer) return 'Double';
  return format === 'int32' ? 'Integer' : 'Long';
}

function enumForm(key: Shape, values: readonly Json[]): Form {
  const present = values.filter((value) => value !== null);
  if (present.length === 0) return json;
  if (present.every((value) => typeof value === 'string')) return { kind: 'enum', key, values: [...new Set(present)] };
  if (present.every((value) => typeof value === 'boolean')) return { kind: 'scalar', type: 'Boolean' };
  if (!present.every((value) => typeof value === 'number')) return json;
  return { kind: 'scalar', type: present.every(Number.isSafeInteger) ? 'Long' : 'Double' };
}

function isText(form: Form): boolean {
  return form.kind === 'enum' || (form.kind === 'scalar' && form.type === 'String');
}

/** From the narrowest on; those of numbers hold each other. */
const numberTypes: readonly ScalarType[] = ['Integer', 'Long', 'Double'];

function narrowestScalar(forms: readonly Form[]): Form {
  const types = new Set(forms.flatMap((form) => (form.kind === 'scalar' ? [form.type] : [])));
  const [first] = types;
  if (first !== undefined && types.size === 1) return { kind: 'scalar', type: first };
  const type = [...types].every((each) => numberTypes.includes(each))
    ? numberTypes.find((each) => types.has(each))
    : undefined;
  return type === undefined ? json : { kind: 'scalar', type };
}
