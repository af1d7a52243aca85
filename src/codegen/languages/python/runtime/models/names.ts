import { inOrder, NameScope, pascalCase, wordsOf } from '../../../../emit/names';
import { circlesOf } from '../../../../model/circles';
import { type Direction, directedShapes, isDirected } from '../../../../model/direction';
import type { Operation, Service } from '../../../../model/service';
import type { Shape, ShapeOf } from '../../../../model/shape';
import { type UnionHint, unionHint } from '../../../../model/union-hint';
import { keywords, nameOperations } from '../../names';
import { Fields } from './fields';
import { type Extent, type InlineShape, inlineShapes, operationShapes } from './inline-shapes';

/** Names of a shape that has a name, or is a class. */
export interface TypeNames {
  /** The module that declares it: `models/pet`. */
  readonly home: string;
  readonly type: string;
  /** Its check: `PET_CHECK`. */
  readonly check: string;
  /** Of the form that requests have; the same unless the schema has members that are only read or only written. */
  readonly requestType: string;
  readonly requestCheck: string;
}

/** Names of one named schema. */
export interface NamedTypeNames extends TypeNames {
  /** The module that it is imported from: another one than its home where several refer to each other in a circle. */
  readonly module: string;
}

/** What is declared in a module: a class, or what else a named schema is. */
export interface ModelClass {
  readonly shape: Shape;
  readonly names: TypeNames;
  /** The directions that it is declared for; one where it is the same in both, or is used in one alone. */
  readonly directions: readonly Direction[];
  /** It refers to itself, by way of others or not. */
  readonly isCircular: boolean;
}

/** What stands in a module by itself: the classes of an operation that have no name in the model. */
export interface OperationModule {
  readonly operation: Operation;
  readonly module: string;
  readonly classes: readonly ModelClass[];
}

/** A service with the names of its models. */
export interface PythonModels {
  readonly service: Service;
  readonly names: ModelNames;
}

/** The names of all models of a service, free of collisions. */
export class ModelNames {
  readonly fields: Fields;
  readonly operations: readonly OperationModule[];
  private readonly models = new Map<string, NamedTypeNames>();
  private readonly classes = new Map<Shape, TypeNames>();
  private readonly inline = new Map<string, readonly ModelClass[]>();
  private readonly circular = new Set<string>();
  private readonly attributes = new Map<string, string>();
  private readonly types = new NameScope(keywords);
  private readonly checks = new NameScope();
  private readonly directed: ReadonlySet<string>;

  constructor(private readonly service: Service) {
    this.fields = new Fields(service);
    this.directed = directedShapes(service);
    const modules = new NameScope(reservedModules);
    this.nameModels(modules);
    // What the model has goes first: what is made of it may lead into other schemas.
    for (const extent of ['own', 'merged'] as const) this.nameWithinModels(extent);
    this.operations = this.nameOperations(modules);
  }

  /** @throws for a name that no schema has */
  model(name: string): NamedTypeNames {
    const names = this.models.get(name);
    if (names === undefined) throw new Error(`no schema is called '${name}'`);
    return names;
  }

  /** The names of the class of a shape, by the identity of the shape; nothing for one that is no class. */
  classOf(shape: Shape): TypeNames | undefined {
    return this.classes.get(shape);
  }

  /** The discriminator of a union of which several forms may allow a value; nothing where one alone does. */
  ambiguityOf(shape: ShapeOf<'union'>): UnionHint | undefined {
    const isNamed = shape.mode === 'any' && shape.discriminator !== undefined;
    const hint = isNamed ? unionHint(shape, this.service) : undefined;
    return hint?.isExact ? undefined : hint;
  }

  /** The classes within a named schema that have no name in the model, inner ones first. */
  inlineOf(name: string): readonly ModelClass[] {
    return this.inline.get(name) ?? [];
  }

  /** What is declared for a named schema itself. */
  classOfModel(name: string): ModelClass {
    const shape = this.service.shapes.get(name)?.shape;
    if (shape === undefined) throw new Error(`no schema is called '${name}'`);
    const names = this.model(name);
    return { shape, names, directions: directionsOf(names), isCircular: this.circular.has(name) };
  }

  /** The name of an attribute, as far as other members have no say in it: most are those of many classes. */
  attributeOf(member: string): string {
    const known = this.attributes.get(member);
    if (known !== undefined) return known;
    const legal = legalName(snakeWords(member), 'field');
    const name = attributeHolder(legal, this) === undefined ? legal : `${legal}_`;
    this.attributes.set(member, name);
    return name;
  }

  /** Whether a name is that of a type. */
  hasType(name: string): boolean {
    return this.types.has(name);
  }

  private nameModels(modules: NameScope): void {
    const inModel = [...this.service.shapes.values()];
    // What is a name of a class already keeps it.
    const named = inOrder(inModel, ({ name }) => `${typeName(name) === name ? 0 : 1} ${name}`);
    const types = named.map(({ name }) => this.types.claim(typeName(name), `${typeName(name)}Model`));
    const files = named.map(({ name }) => `models/${modules.claim(moduleName(name, this.types))}`);
    const requestTypes = named.map(({ name }, index) => {
      const type = types[index] ?? '';
      return this.directed.has(name) ? this.types.claim(`${type}Request`, `${type}RequestModel`) : type;
    });
    // Schemas of a circle are declared in one module: modules do not import each other in circles.
    const homes = circlesOf(this.service);
    const moduleOf = new Map(named.map(({ name }, index) => [name, files[index] ?? '']));
    for (const [index, { name, shape }] of named.entries()) {
      const names = this.withChecks({
        home: moduleOf.get(homes.get(name) ?? name) ?? '',
        type: types[index] ?? '',
        requestType: requestTypes[index] ?? '',
      });
      this.models.set(name, { ...names, module: moduleOf.get(name) ?? '' });
      if (this.fields.of(shape) !== undefined) this.classes.set(shape, names);
      if (homes.has(name)) this.circular.add(name);
    }
  }

  private nameWithinModels(extent: Extent): void {
    for (const { name, shape } of this.service.shapes.values()) {
      const { home, type, requestType } = this.model(name);
      const owner = { home, type, requestType: requestType === type ? undefined : requestType };
      const classes = this.nameInline(inlineShapes(shape, this.fields, extent), owner);
      this.inline.set(name, [...this.inlineOf(name), ...classes]);
    }
  }

  private nameInline(shapes: readonly InlineShape[], owner: Owner): readonly ModelClass[] {
    return shapes
      .filter(({ shape }) => !this.classes.has(shape))
      .map(({ shape, path, direction }) => {
        const type = this.types.claim(typeName([owner.type, ...path].join(' ')));
        const isOwn = owner.requestType !== undefined && isDirected(shape, this.directed);
        const requestType = isOwn ? this.types.claim(typeName([owner.requestType, ...path].join(' '))) : type;
        const names = this.withChecks({ home: owner.home, type, requestType });
        this.classes.set(shape, names);
        return {
          shape,
          names,
          directions: direction === undefined ? directionsOf(names) : [direction],
          isCircular: false,
        };
      });
  }

  private nameOperations(modules: NameScope): readonly OperationModule[] {
    const stems = nameOperations(this.service);
    return this.service.operations.flatMap((operation) => {
      const hasClasses = operationShapes(operation, this.fields, 'own').some(({ shape }) => !this.classes.has(shape));
      if (!hasClasses) return [];
      const stem = stems.get(operation.id)?.stem ?? operation.id;
      const module = `models/${modules.claim(moduleName(stem, this.types))}`;
      const owner = { home: module, type: typeName(operation.id), requestType: undefined };
      const extents = ['own', 'merged'] as const;
      const classes = extents.flatMap((extent) =>
        this.nameInline(operationShapes(operation, this.fields, extent), owner),
      );
      return [{ operation, module, classes }];
    });
  }

  private withChecks(names: Omit<TypeNames, 'check' | 'requestCheck'>): TypeNames {
    const check = this.checks.claim(`${constantName(names.type)}_CHECK`);
    const isSame = names.requestType === names.type;
    return {
      ...names,
      check,
      requestCheck: isSame ? check : this.checks.claim(`${constantName(names.requestType)}_CHECK`),
    };
  }
}

/** The directions in which something has a form of its own. */
function directionsOf({ type, requestType }: TypeNames): readonly Direction[] {
  return type === requestType ? ['response'] : ['response', 'request'];
}

interface Owner {
  readonly home: string;
  readonly type: string;
  /** Where requests have another form. */
  readonly requestType: string | undefined;
}

/** The type of a direction. */
export function typeIn({ type, requestType }: TypeNames, direction: Direction): string {
  return direction === 'request' ? requestType : type;
}

/** The check of a direction. */
export function checkIn({ check, requestCheck }: TypeNames, direction: Direction): string {
  return direction === 'request' ? requestCheck : check;
}

/**
 * The names of attributes, in the order of the members. What is reserved gets an underscore behind it, as is the custom; of members whose
 * names are one in Python, the one that is called so has it.
 */
export function attributeNames(members: readonly string[], names: ModelNames): readonly string[] {
  const wanted = members.map((member) => names.attributeOf(member));
  if (new Set(wanted).size === wanted.length) return wanted;
  const scope = new NameScope();
  const exact = new Set(members.filter((member, index) => member === wanted[index]));
  for (const name of exact) scope.claim(name);
  return wanted.map((name, index) => (exact.has(members[index] ?? '') ? name : scope.claim(name)));
}

/** What the name of an attribute would be if there were nothing else. */
export function snakeWords(name: string): string {
  return wordsOf(name).join('_').toLowerCase();
}

/** What has the name of an attribute before any member has; nothing for a name that is free. */
export function attributeHolder(name: string, names: ModelNames): string | undefined {
  if (keywords.has(name)) return 'a reserved word';
  if (reservedAttributes.has(name)) return 'needed by every model';
  return names.hasType(name) ? 'the name of a class' : undefined;
}

/** The type of a schema, as long as nothing else is called so. */
export function typeName(name: string): string {
  return legalName(pascalCase(name), 'Model');
}

/** In ASCII: names of files travel through archives and systems that have encodings of their own. */
function moduleName(name: string, types: NameScope): string {
  const ascii = name.normalize('NFKD').replaceAll(/[^ -~]/g, '');
  const snake = legalName(snakeWords(ascii), 'model');
  // A module would hide a type of its name.
  const isTaken = keywords.has(snake) || types.has(snake) || /^(?:con|prn|aux|nul|com\d|lpt\d)$/.test(snake);
  return isTaken ? `${snake}_` : snake;
}

function constantName(type: string): string {
  return wordsOf(type).join('_').toUpperCase();
}

/** Without the few letters that JavaScript knows and no name of Python may have. */
function legalName(name: string, otherwise: string): string {
  const legal = name.normalize('NFKC').replaceAll(/[^\p{XIDC}]/gu, '');
  if (legal === '') return otherwise;
  if (/^\p{XIDS}/u.test(legal)) return legal;
  return /^[A-Z]/.test(otherwise) ? `${otherwise}${legal}` : `${otherwise}_${legal}`;
}

const reservedModules: ReadonlySet<string> = new Set(['__init__']);

/** What pydantic gives every class, and what annotations are made of: in a class, the names of its attributes come first. */
const reservedAttributes: ReadonlySet<string> = new Set([
  ...'self cls str int float bool bytes list dict tuple'.split(' '),
  ...'construct copy dict from_orm json parse_file parse_obj parse_raw schema schema_json update_forward_refs validate'.split(
    ' ',
  ),
  ...(
    'model_computed_fields model_config model_construct model_copy model_dump model_dump_json model_extra model_fields model_fields_set ' +
    'model_json_schema model_parametrized_name model_post_init model_rebuild model_validate model_validate_json model_validate_strings'
  ).split(' '),
]);
