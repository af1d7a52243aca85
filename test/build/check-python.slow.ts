import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkPython } from '../../src/build/check-python';
import { generate } from '../../src/codegen/generate';
import { readSample } from '../../src/project/sample-code';
import { describePython, python } from '../support/toolchains';

const environment = {
  requirements: 'requirements.txt',
  constraints: 'constraints.txt',
  files: [],
  checked: ['app', 'generated/infrastructure/python/pets_python_infra'],
};
const sample = readSample('app-python/app.py', { name: 'pets' });

describePython('the types of an app', () => {
  let directory: string;

  beforeAll(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'check-python-'));
    const { bin } = await python();
    symlinkSync(path.resolve(bin('python'), '../..'), path.join(directory, '.venv'));
    const packages = {
      runtime: [],
      handlers: ['typescript'],
      infrastructure: ['python'],
      documentation: [],
      library: [],
    };
    const model = path.resolve(__dirname, '../../assets/workspace/model/src/main.yaml');
    generate({ ...packages, name: 'pets', model, output: directory, cwd: directory, key: '' } as Parameters<
      typeof generate
    >[0]);
    mkdirSync(path.join(directory, 'app'));
  });
  afterAll(() => rmSync(directory, { recursive: true, force: true }));

  const check = (text: string): Promise<void> => {
    writeFileSync(path.join(directory, 'app/app.py'), text);
    return checkPython(environment, directory);
  };

  test('are right in the sample', async () => {
    await check(sample);
  });

  test.each([
    ['an operation is missing', /^ +get_pet=.*\n/m, '', 'Missing named argument "get_pet" for "OperationConfig"'],
    ['an operation is none of the model', 'get_pet=', 'get_pets=', 'Unexpected keyword argument "get_pets"'],
    [
      'a value is of another type',
      'default_authorizer=Authorizers.none()',
      'default_authorizer=3',
      '"default_authorizer"',
    ],
    ['a value of the CDK is of another type', 'allow_origins=["*"]', 'allow_origins=3', '"allow_origins"'],
  ])('are wrong when %s', async (_, part, other, message) => {
    await expect(check(sample.replace(part, other))).rejects.toThrow(message);
  });

  test('are those of the modules of the CDK that the app names', async () => {
    const bucket = 'Bucket(self, "Bucket", bucket_name=3).bucket_nam';
    const text = sample
      .replace('from constructs', 'from aws_cdk.aws_s3 import Bucket\nfrom constructs')
      .replace('        Api(\n', `        ${bucket}\n        Api(\n`);
    const failure = check(text);
    await expect(failure).rejects.toThrow('Argument "bucket_name" to "Bucket" has incompatible type "int"');
    await expect(failure).rejects.toThrow('"Bucket" has no attribute "bucket_nam"');
  });

  test('are checked as the settings of the user say', async () => {
    writeFileSync(path.join(directory, 'mypy.ini'), '[mypy]\nignore_errors = true\nfollow_imports = skip\n');
    await check('1 + ""\n');
    rmSync(path.join(directory, 'mypy.ini'));
    await expect(check('1 + ""\n')).rejects.toThrow(
      /^the types of app and generated\/infrastructure\/python\/pets_python_infra are not right:\napp\/app\.py:1: error: /,
    );
  });
});
