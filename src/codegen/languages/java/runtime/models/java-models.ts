import { capitalize, inOrder, type NameScope, pascalCase } from '../../../../emit/names';
import { circlesOf } from '../../../../model/circles';
import { directedShapes } from '../../../../model/direction';
import type { Operation, Service } from '../../../../model/service';
import type { Shape } from '../../../../model/shape';
import { classNames } from '../../names';
import type { RuntimePackages } from '../packages';
import { type ClassForm, Forms } from './forms';
import { className, reservedClassNames } from './names';

/** A class of a model: a file of its own, or within another. */
export interface ModelClass {
  readonly form: ClassForm;
  /** `Pet`, or `Owner` of `Pet.Owner`. */
  readonly name: string;
  /** The class whose file this is in; itself if it has its own. */
  readonly file: string;
  /** What the model says of it. */
  readonly description: string | undefined;
  /** The class behind that of the file that tells the forms of a union apart; empty for what is no union. */
  readonly formsClass: string;
}

/** The classes of a service, and all else that is generated for its schemas. */
export interface JavaModels extends NamedModels {
  readonly packages: RuntimePackages;
  /** The class of the factories of checks: checks name it a hundred thousand times. */
  readonly checkFactories: string;
}

/** The same without the packages that they are in, on which no name depends. */
export interface NamedModels {
  readonly service: Service;
  readonly forms: Forms;
  /** By the keys of their forms. */
  readonly classes: ReadonlyMap<Shape, ModelClass>;
  /** The classes within each file, in the order in which they were found. */
  readonly within: ReadonlyMap<string, readonly ModelClass[]>;
  /** The class with the checks of each named schema: `PetChecks`. */
  readonly checks: ReadonlyMap<string, string>;
  /** The named schemas that are not the same in both directions. */
  readonly directed: ReadonlySet<string>;
  /** The named schemas that hold each other: the first of its circle for each. */
  readonly circles: ReadonlyMap<string, string>;
}

const known = new WeakMap<Service, Map<string, JavaModels>>();

/** Decides on the classes of a service and their names; the same for the same service and packages. */
export function javaModels(service: Service, packages: RuntimePackages): JavaModels {
  const ofService = known.get(service) ?? new Map<string, JavaModels>();
  known.set(service, ofService);
  const checkFactories = `${packages.support}.Checks`;
  const found = ofService.get(packages.base) ?? { ...nameModels(service), packages, checkFactories };
  ofService.set(packages.base, found);
  return found;
}

const named = new WeakMap<Service, NamedModels>();

/** Decides on the classes of a service and their names. */
export function nameModels(service: Service): NamedModels {
  const models = named.get(service) ?? create(service);
  named.set(service, models);
  return models;
}

function create(service: Service): NamedModels {
  const forms = new Forms(service);
  const namer = new Namer(forms);
  // What is a name of a class already keeps it.
  const inModel = [...service.shapes.keys()];
  const ordered = inOrder(inModel, (name) => `${className(name, 'Model') === name ? 0 : 1} ${name}`);
  const names = new Map(ordered.map((name) => [name, namer.claim(className(name, 'Model'))]));
  for (const [name, file] of names) namer.nameSchema(name, file, names);
  for (const operation of inOrder(service.operations, ({ id }) => id)) nameOperation(operation, namer);
  return {
    service,
    forms,
    classes: namer.classes,
    within: namer.within,
    checks: new Map([...names].map(([name, file]) => [name, `${file}Checks`])),
    directed: directedShapes(service),
    circles: circlesOf(service),
  };
}

/** Names what an operation has besides named schemas. */
function nameOperation({ id, parameters, body, responses }: Operation, namer: Namer): void {
  const start = className(capitalize(id), 'Operation');
  for (const { key, shape } of parameters) namer.nameInline(shape, `${start}${pascalCase(key)}`);
  for (const { shape } of body?.contents ?? []) namer.nameInline(shape, `${start}RequestContent`);
  for (const { status, contents, headers } of responses) {
    const response = `${start}${capitalize(String(status))}Response`;
    for (const { shape } of contents) namer.nameInline(shape, `${response}Content`);
    for (const { name, shape } of headers) namer.nameInline(shape, `${response}${pascalCase(name)}Header`);
  }
}

/** Where a class is named: within a file, after a place in the model. */
interface Place {
  readonly name: string;
  /** The name with that of what it is in, where the name alone is taken. */
  readonly longName: string;
  /** Absent where a file of its own is meant. */
  readonly file: string | undefined;
}

class Namer {
  readonly classes = new Map<Shape, ModelClass>();
  readonly within = new Map<string, ModelClass[]>();
  private readonly files: NameScope = classNames(reservedClassNames);
  private readonly inFiles = new Map<string, NameScope>();
  private readonly visited = new Set<Shape>();
  private readonly named = new Set<string>();

  constructor(private readonly forms: Forms) {}

  claim(name: string): string {
    return this.files.claim(name, `${name}Model`);
  }

  /** Names a schema and what is within it; those that it is made of come first, so that what is theirs is named after them. */
  nameSchema(name: string, file: string, files: ReadonlyMap<string, string>): void {
    if (this.named.has(name)) return;
    this.named.add(name);
    const shape = this.forms.service.shapes.get(name)?.shape;
    if (shape === undefined) return;
    for (const target of madeOf(shape)) this.nameSchema(target, files.get(target) ?? target, files);
    const form = this.forms.of(shape);
    if ('key' in form && !this.classes.has(form.key) && isOwn(shape, form.key)) {
      this.add(form, file, file, shape);
      this.nameParts(form, file, file);
    } else {
      this.nameWithin(shape, () => ({ name: file, longName: file, file: undefined }));
    }
  }

  /** Names a shape of an operation. */
  nameInline(shape: Shape, name: string): void {
    this.nameWithin(shape, () => ({ name, longName: name, file: undefined }));
  }

  /** Most shapes have no class, so that nobody asks for their place. */
  private nameWithin(shape: Shape, placeOf: () => Place): void {
    if (shape.kind === 'reference' || this.visited.has(shape)) return;
    this.visited.add(shape);
    const form = this.forms.of(shape);
    if (form.kind === 'list' || form.kind === 'map') {
      const suffix = form.kind === 'list' ? 'Item' : 'Value';
      const within = () => {
        const { name, longName, file } = placeOf();
        return { name: `${name}${suffix}`, longName: `${longName}${suffix}`, file };
      };
      for (const part of form.kind === 'list' ? form.items : form.values) this.nameWithin(part, within);
      return;
    }
    if (!('key' in form) || this.classes.has(form.key) || !isOwn(shape, form.key)) return;
    const place = placeOf();
    const name = this.claimFor(place);
    const file = place.file ?? name;
    this.add(form, name, file, shape);
    this.nameParts(form, file, name);
  }

  private claimFor({ name, longName, file }: Place): string {
    return file === undefined ? this.files.claim(name) : this.scopeOf(file).claim(name, longName);
  }

  private scopeOf(file: string): NameScope {
    const scope = this.inFiles.get(file) ?? classNames(new Set([...reservedClassNames, file.toLowerCase()]));
    this.inFiles.set(file, scope);
    return scope;
  }

  private add(form: ClassForm, name: string, file: string, { description, title }: Shape): void {
    const said = description ?? title ?? form.key.description;
    const formsClass = form.kind === 'union' ? this.files.claim(`${file === name ? '' : file}${name}Forms`) : '';
    const found = { form, name, file, description: said, formsClass };
    this.classes.set(form.key, found);
    if (name === file) return;
    const others = this.within.get(file);
    if (others === undefined) this.within.set(file, [found]);
    else others.push(found);
  }

  private nameParts(form: ClassForm, file: string, owner: string): void {
    const place = (name: string): Place => ({ name, longName: `${owner}${name}`, file });
    if (form.kind === 'record') {
      const { members, additional, patterns = [] } = form.structure;
      for (const { name, shape } of members) this.nameWithin(shape, () => place(className(name, 'Member')));
      for (const shape of [...patterns.map((each) => each.shape), additional])
        this.nameWithin(shape, () => place('Value'));
    }
    if (form.kind === 'union') {
      const { members, discriminator } = form.union;
      const values = new Map([...(discriminator?.mapping ?? [])].map(([value, index]) => [index, value]));
      for (const [index, shape] of members.entries()) {
        this.nameWithin(shape, () => {
          const said = className(values.get(index) ?? shape.title ?? '', '');
          return place(said === '' ? `Form${index + 1}` : said);
        });
      }
    }
    if (form.kind === 'wrapper') {
      const held = form.of.kind === 'list' ? form.of.items : form.of.kind === 'map' ? form.of.values : [];
      for (const shape of held) this.nameWithin(shape, () => place('Item'));
    }
  }
}

/** Whether a class is that of a shape, and not of a schema that it refers to. */
function isOwn(shape: Shape, key: Shape): boolean {
  switch (shape.kind) {
    case 'closed':
      return isOwn(shape.core, key);
    case 'union':
    case 'intersection':
      return shape === key || shape.members.some((member) => isOwn(member, key));
    default:
      return shape === key;
  }
}

/** The named schemas that a value of a shape is of, too. */
function madeOf(shape: Shape): string[] {
  switch (shape.kind) {
    case 'reference':
      return [shape.target];
    case 'union':
    case 'intersection':
      return shape.members.flatMap(madeOf);
    case 'closed':
      return madeOf(shape.core);
    default:
      return [];
  }
}
