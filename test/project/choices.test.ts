import { javascript, typescript } from 'projen';
import { Language, ModelLanguage } from '../../src/project/language';
import type { TypeSafeApiProjectOptions } from '../../src/project/options';
import { DocumentationFormat, Library } from '../../src/project/outputs';
import { TypeSafeApiProject } from '../../src/project/type-safe-api-project';
import { emptyFolder, removeFolders, synthesize } from './synthesize';

afterEach(removeFolders);

const { PYTHON, JAVA } = Language;

test.each<[Partial<TypeSafeApiProjectOptions>, string]>([
  [
    { modelLanguage: ModelLanguage.SMITHY },
    "'model.language' names 'smithy', which this version cannot generate; available: openapi",
  ],
  [{ model: { language: ModelLanguage.TYPESPEC } }, "'model.language' names 'typespec'"],
  [{ infrastructureLanguage: JAVA, javaPackage: 'com.acme.new' }, "'com.acme.new' is no name of a Java package"],
  [
    { documentation: { formats: [DocumentationFormat.MARKDOWN] } },
    "'documentation.formats' names 'markdown', which this version cannot generate; available: html",
  ],
  [
    { library: { libraries: [Library.TYPESCRIPT_REACT_QUERY_HOOKS] } },
    "'library.libraries' names 'typescript-react-query-hooks', which this version cannot generate; leave it out",
  ],
  [
    { infrastructure: { mockDataOptions: { locale: 'xx' } } },
    "'infrastructure.mockDataOptions.locale' is 'xx', which there are no names for; available: en, de, es, fr",
  ],
  [
    { infrastructure: { mockDataOptions: { maxArrayLength: 2.5 } } },
    "'infrastructure.mockDataOptions.maxArrayLength' must be a whole number from 0 to 100",
  ],
  [
    { infrastructure: { mockDataOptions: { seed: -1 } } },
    "'infrastructure.mockDataOptions.seed' must be a whole number",
  ],
  [{ packageManager: javascript.NodePackageManager.BUN }, "'packageManager' is 'bun', which is not supported"],
  [
    { handlers: { languages: [PYTHON], options: { python: { pythonVersion: '3.9' } } } },
    "'handlers.options.python.pythonVersion' is '3.9', which AWS Lambda has not; available: 3.11, 3.12, 3.13, 3.14",
  ],
  [
    { handlers: { languages: [PYTHON], options: { python: { architecture: 'arm' } } } },
    "'handlers.options.python.architecture' is 'arm', which AWS Lambda has not; available: x86_64, arm64",
  ],
])('%p is refused with what there is', (options, message) => {
  expect(() => new TypeSafeApiProject({ name: 'pets', outdir: emptyFolder(), ...options })).toThrow(message);
});

test('a folder of its own is asked for below a parent', () => {
  const parent = new typescript.TypeScriptProject({
    name: 'shop',
    defaultReleaseBranch: 'main',
    outdir: emptyFolder(),
  });
  expect(() => new TypeSafeApiProject({ name: 'pets', parent })).toThrow(
    "'outdir' must be a folder of its own below the parent",
  );
  expect(() => new TypeSafeApiProject({ name: 'pets', parent, outdir: '.' })).toThrow("such as 'packages/api'");
});

test('how mocks are made is left for the command line', () => {
  const mockDataOptions = { locale: 'de', maxArrayLength: 1, disable: false };
  const project = new TypeSafeApiProject({ name: 'pets', outdir: emptyFolder(), infrastructure: { mockDataOptions } });
  expect(synthesize(project).json('.projen/type-safe-api.json')).toMatchObject({ mockData: mockDataOptions });
});
