import * as path from 'node:path';
import { python } from '../../../../src/codegen/languages/python';
import type { LanguageName } from '../../../../src/shared/workspace';
import { emitInput } from '../../../support/emit-input';
import { type ReadSpec, readSpec } from '../../../support/read-spec';

const spec = readPets();

function readPets(): ReadSpec {
  const read = readSpec(path.join(__dirname, '../../../support/pets.yaml'));
  if (read === undefined) throw new Error('pets.yaml has errors');
  return read;
}

type Files = ReadonlyMap<string, string>;

function emit(given: Parameters<typeof emitInput>[1], service = spec.service): Files {
  const files = python.infrastructure?.(emitInput(service, given)) ?? [];
  return new Map([...files].map((file) => [file.path, file.text]));
}

const withHandlers = (handlers: readonly LanguageName[]) => emit({ handlers });

const files = withHandlers(['typescript']);

test.each<[string, { file: string; want: string }]>([
  [
    'a required keyword for each operation',
    {
      file: 'operation_config.py',
      want: `
@names_operations
@dataclass(frozen=True, kw_only=True)
class OperationConfig(Generic[_T_co]):
    """Something for every operation.

    Where one is left out, type checkers and the constructor say which.
    """

    say_hello: _T_co
    """GET /hello: Says hello"""

    list_pets: _T_co
    """GET /pets"""
`,
    },
  ],
  [
    'one value for all operations',
    {
      file: 'operation_config.py',
      want: `
    @staticmethod
    def all(value: _T) -> OperationConfig[_T]:
        """The same for every operation."""
        return OperationConfig(
            say_hello=value,
            list_pets=value,
`,
    },
  ],
  [
    'the ids of the model beside the names of Python',
    {
      file: 'operation_config.py',
      want: `
    return {
        "sayHello": config.say_hello,
        "listPets": config.list_pets,
`,
    },
  ],
  [
    'the API as a construct',
    {
      file: 'api.py',
      want: `
class Api(TypeSafeRestApi):
    """The API of the model on API Gateway.

    Everything about pets.
    """

    def __init__(
        self,
        scope: Construct,
        id: str,
        *,
        integrations: OperationConfig[TypeSafeApiIntegration],
        access_log_options: AccessLogOptions | None = None,
`,
    },
  ],
  [
    'options of the CDK',
    {
      file: 'api.py',
      want: `
        cors_options: aws_apigateway.CorsOptions | None = None,
        default_authorizer: Authorizer | None = None,
`,
    },
  ],
  [
    'the documentation of options',
    {
      file: 'api.py',
      want: `
        :param default_authorizer: Who may call operations that have no authorizer of their own.
`,
    },
  ],
  [
    'the document of the gateway',
    {
      file: 'api.py',
      want: `
        super().__init__(
            scope,
            id,
            spec_path=str(Path(__file__).with_name("assets") / "gateway.json"),
            integrations=by_operation_id(integrations),
            access_log_options=access_log_options,
`,
    },
  ],
  [
    'a mock of JSON',
    {
      file: 'mock_integrations.py',
      want: `
    @staticmethod
    def say_hello_200(body: JsonValue | None = None) -> Integration:
        """GET /hello 200: A greeting"""
        return mock_integration("sayHello", "200", 200, json_body=body)
`,
    },
  ],
  [
    'a mock without a body',
    {
      file: 'mock_integrations.py',
      want: `
    def delete_pet_204() -> Integration:
        """DELETE /pets/{petId} 204: Gone"""
        return mock_integration("deletePet", "204", 204)
`,
    },
  ],
  [
    'a mock of text',
    {
      file: 'mock_integrations.py',
      want: `
    def get_motd_200(body: str | None = None) -> Integration:
        """GET /motd 200: The message of the day"""
        return mock_integration("getMotd", "200", 200, text_body=body)
`,
    },
  ],
  [
    'a mock of a range, whose status is chosen',
    {
      file: 'mock_integrations.py',
      want: `
    def create_pet_4xx(status_code: int, body: JsonValue | None = None) -> Integration:
        """POST /pets 4XX: The request is not valid"""
        return mock_integration("createPet", "4XX", status_code, json_body=body)
`,
    },
  ],
  [
    'a mock of everything',
    {
      file: 'mock_integrations.py',
      want: `
        return OperationConfig(
            say_hello=say_hello
            or TypeSafeApiIntegration(integration=MockIntegrations.say_hello_200()),
`,
    },
  ],
  [
    'a function for each handler',
    {
      file: 'functions.py',
      want: `
class SayHelloFunction(_Function):
    """Runs handlers/typescript/src/say-hello.ts.

    GET /hello: Says hello
    """

    _origin = HandlerOrigin(
        operation="sayHello",
        language="typescript",
        source="handlers/typescript/src/say-hello.ts",
        bundle="handlers/typescript/dist/lambda/say-hello",
    )
`,
    },
  ],
])('has %s', (_, { file, want }) => {
  expect(files.get(`pets_python_infra/${file}`)).toContain(want);
});

test('is a package that is typed and has its assets', () => {
  expect([...files.keys()]).toEqual([
    'pyproject.toml',
    'pets_python_infra/__init__.py',
    'pets_python_infra/api.py',
    'pets_python_infra/operation_config.py',
    'pets_python_infra/mock_integrations.py',
    'pets_python_infra/functions.py',
    'pets_python_infra/_json.py',
    'pets_python_infra/_mocks.py',
    'pets_python_infra/_operations.py',
    'pets_python_infra/_functions.py',
    'pets_python_infra/py.typed',
    'pets_python_infra/assets/gateway.json',
    'pets_python_infra/assets/mocks.json',
  ]);
});

test('only pyproject.toml is the user’s', () => {
  const owners = [...(python.infrastructure?.(emitInput(spec.service)) ?? [])].filter(({ owner }) => owner === 'user');
  expect(owners.map((file) => file.path)).toEqual(['pyproject.toml']);
});

test('operations without a handler have no function', () => {
  expect(files.get('pets_python_infra/functions.py')).not.toContain('GetPetFunction');
});

test('without handlers there are no functions', () => {
  const without = withHandlers([]);
  expect([...without.keys()].filter((file) => file.includes('functions'))).toEqual([]);
  expect(without.get('pets_python_infra/__init__.py')).not.toContain('functions');
});

test('a function of an operation goes before a construct of the same name', () => {
  const operations = spec.service.operations.map((each) =>
    each.id === 'sayHello' ? { ...each, id: 'handler' } : each,
  );
  const own = emit({ handlers: ['typescript'] }, { ...spec.service, operations });
  const functions = own.get('pets_python_infra/functions.py');
  expect(functions).toContain('from type_safe_api_project.constructs import HandlerFunction as HandlerFunction2\n');
  expect(functions).toContain('\nclass HandlerFunction(_Function):\n');
  const [constructs, ...others] = own.get('pets_python_infra/__init__.py')?.split('\n)\n') ?? [];
  expect(constructs).not.toContain('    HandlerFunction,');
  expect(others.join()).toContain('import CreatePetFunction, HandlerFunction\n');
});

test('what API Gateway cannot serve needs no integration', () => {
  const gatewayDocument = { paths: { '/hello': { get: { operationId: 'sayHello' } } } };
  const config = emit({ gatewayDocument }).get('pets_python_infra/operation_config.py');
  expect(config).toContain('say_hello: _T_co');
  expect(config).not.toContain('list_pets');
});

test('every source says that it is generated', () => {
  for (const [file, text] of files) {
    if (file.endsWith('.py')) expect(text).toMatch(/^# Generated from the API model\..*\n"""/);
  }
});

test('without data of mocks, whoever mocks a response gives its body', () => {
  const without = emit({ mockData: { disable: true } });
  const mocks = without.get('pets_python_infra/mock_integrations.py');
  expect(mocks).toContain('def say_hello_200(body: JsonValue) -> Integration:');
  expect(mocks).toContain('def delete_pet_204() -> Integration:');
  expect(mocks).not.toMatch(/mock_all|is not given/);
  expect(without.get('pets_python_infra/assets/mocks.json')).not.toContain('body');
});
