import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import * as path from 'node:path';
import { describeJava, describePython, java, python } from '../support/toolchains';
import { type AssemblyType, constructsOfPackage } from './assemblies';
import { javaMembers, type Members, pythonMembers } from './expected-members';

const bindings = path.resolve(__dirname, '../../bindings');

// What no binding has: the comparisons have to see that it is missing.
const changed = constructsOfPackage.map(
  (type): AssemblyType =>
    type.name === 'S3IntegrationProps'
      ? { ...type, properties: [...(type.properties ?? []), { name: 'newProp', type: { primitive: 'string' } }] }
      : { ...type, methods: [...(type.methods ?? []), { name: 'newMethod' }] },
);

describePython('the constructs in Python', () => {
  let actual: Members = {};

  beforeAll(async () => {
    const { bin } = await python();
    const folder = path.join(bindings, 'python');
    const wheel = path.join(folder, readdirSync(folder).find((file) => file.endsWith('.whl')) ?? '');
    const script = path.join(__dirname, 'members.py');
    const module = 'type_safe_api_project/constructs/__init__.py';
    actual = JSON.parse(execFileSync(bin('python'), [script, wheel, module], { encoding: 'utf8' }));
  });

  test('have the classes, methods, parameters and props of the assembly', () => {
    expect(actual).toEqual(pythonMembers(constructsOfPackage));
  });

  test('are compared one by one', () => {
    expect(differences(actual, pythonMembers(changed))).toContain('Integrations');
  });
});

describeJava('the constructs in Java', () => {
  let actual: Members = {};

  beforeAll(async () => {
    actual = readClasses((await java()).classpath.split(path.delimiter)[0] ?? '');
  });

  test('have the classes, methods and props of the assembly', () => {
    expect(actual).toEqual(javaMembers(constructsOfPackage));
  });

  test('are compared one by one', () => {
    expect(differences(actual, javaMembers(changed))).toContain('S3IntegrationProps');
  });
});

const differences = (one: Members, other: Members) =>
  Object.keys(one).filter((name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]));

/** The members of the classes of a jar and of their builders, as `javap` lists them. */
function readClasses(jar: string): Members {
  const entries = run('jar', ['--list', '--file', jar]).split('\n');
  const classes = entries.filter((entry) => /\/constructs\/\w+(\$Builder)?\.class$/.test(entry));
  const binary = classes.map((entry) => entry.replace('.class', '').replaceAll('/', '.'));
  const members: Record<string, Set<string>> = {};
  let found = new Set<string>();
  let prefix = '';
  for (const line of run('javap', ['-protected', '-cp', jar, ...binary]).split('\n')) {
    const [, name, builder] = /^public .*?\b(?:class|interface) [\w.]*\.(\w+)(\$Builder)?[< ]/.exec(line) ?? [];
    if (name !== undefined) {
      found = members[name] ??= new Set();
      prefix = builder === undefined ? '' : 'Builder.';
    }
    const member = memberIn(line);
    if (member !== undefined) found.add(`${prefix}${member}`);
  }
  return Object.fromEntries(Object.entries(members).map(([name, all]) => [name, [...all].sort()]));
}

/** The name of a method, or of a member of an enum; nothing for constructors, and for what every enum has. */
function memberIn(line: string): string | undefined {
  const [, value] = /^ {2}public static final [\w.]+ (\w+);/.exec(line) ?? [];
  const [, method] = /^ {2}[^(]+ (\w+)\(/.exec(line) ?? [];
  return method === 'values' || method === 'valueOf' ? undefined : (value ?? method);
}

const run = (command: string, args: readonly string[]) =>
  execFileSync(command, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
