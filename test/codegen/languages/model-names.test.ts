import { findLanguage } from '../../../src/codegen/languages/registry';
import type { NamedShape, Service } from '../../../src/codegen/model/service';
import { emitInput } from '../../support/emit-input';

/** Schemas whose names are one in code, each with a member of its own. */
const schemas: readonly NamedShape[] = ['pet', 'Pet', 'pet-', 'Owner'].map((name) => ({
  name,
  shape: {
    kind: 'structure',
    members: [{ name: `of ${name}`, shape: { kind: 'string' }, required: true }],
    additional: { kind: 'any' },
  },
  pointer: `/components/schemas/${name}`,
}));

function modelsIn(language: 'typescript' | 'python' | 'java', shapes: readonly NamedShape[]): Map<string, string> {
  const service: Service = {
    title: 'Pets',
    version: '1',
    operations: [],
    shapes: new Map(shapes.map((shape) => [shape.name, shape])),
  };
  const files = [...(findLanguage(language)?.runtime?.(emitInput(service)) ?? [])];
  const models = files.filter(({ path }) => /\/models(?:\/|\.d\.ts$)/.test(path));
  // Declarations that share a file stand in the order of the model.
  return new Map(
    models.map(({ path, text }) => [path, path.endsWith('.d.ts') ? text.trimEnd().split('\n\n').sort().join() : text]),
  );
}

test.each(['typescript', 'python', 'java'] as const)(
  'in %s, names do not depend on the order of schemas',
  (language) => {
    const models = modelsIn(language, schemas);
    expect(models.size).toBeGreaterThanOrEqual(schemas.length);
    expect(modelsIn(language, [...schemas].reverse())).toEqual(models);
    // What has the name of a class keeps it, whoever else would be called so.
    expect(
      [...models.values()].filter((text) => /(?:class|record|interface) Pet\b[^}]*of Pet\b/.test(text)),
    ).toHaveLength(1);
  },
);
