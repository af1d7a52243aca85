/** A method that Java values have and JavaScript values lack, in the form velocityjs takes them. */
export interface MethodHandler {
  readonly uid: string;
  match(call: { property: string; context: unknown }): boolean;
  resolve(call: { context: unknown; params: readonly unknown[] }): unknown;
}

type Method = (self: never, ...params: readonly never[]) => unknown;

const ofStrings: Readonly<Record<string, Method>> = {
  length: (self: string) => self.length,
  isEmpty: (self: string) => self === '',
  contains: (self: string, part: string) => self.includes(part),
  equals: (self: string, other: unknown) => self === other,
  equalsIgnoreCase: (self: string, other: string) => self.toLowerCase() === other.toLowerCase(),
  matches: (self: string, pattern: string) => new RegExp(`^(?:${pattern})$`).test(self),
  replace: (self: string, from: string, to: string) => self.replaceAll(from, to),
  replaceAll: (self: string, from: string, to: string) => self.replace(new RegExp(from, 'g'), to),
  replaceFirst: (self: string, from: string, to: string) => self.replace(new RegExp(from), to),
  split: (self: string, pattern: string) => self.split(new RegExp(pattern)),
};

const ofLists: Readonly<Record<string, Method>> = {
  size: (self: readonly unknown[]) => self.length,
  isEmpty: (self: readonly unknown[]) => self.length === 0,
  contains: (self: readonly unknown[], item: unknown) => self.includes(item),
};

const ofMaps: Readonly<Record<string, Method>> = {
  isEmpty: (self: object) => Object.keys(self).length === 0,
  containsKey: (self: object, key: string) => Object.hasOwn(self, key),
  values: (self: object) => Object.values(self),
};

/** The methods of `String`, `List` and `Map` that templates call. */
export const javaMethods: readonly MethodHandler[] = [
  ...handlers('string', ofStrings, (self) => typeof self === 'string'),
  ...handlers('list', ofLists, (self) => Array.isArray(self)),
  ...handlers('map', ofMaps, (self) => typeof self === 'object' && self !== null && !Array.isArray(self)),
];

function handlers(
  type: string,
  methods: Readonly<Record<string, Method>>,
  isSelf: (self: unknown) => boolean,
): MethodHandler[] {
  return Object.entries(methods).map(([name, method]) => ({
    uid: `${type}.${name}`,
    match: ({ property, context }) => property === name && isSelf(context) && !isMember(context, name),
    resolve: ({ context, params }) =>
      (method as (self: unknown, ...rest: readonly unknown[]) => unknown)(context, ...params),
  }));
}

/** A map's own entry of that name is meant, not the method. */
function isMember(self: unknown, name: string): boolean {
  return typeof self === 'object' && self !== null && !Array.isArray(self) && Object.hasOwn(self, name);
}
