import * as path from 'node:path';
import { python } from '../../../../src/codegen/languages/python';
import { nameRuntime } from '../../../../src/codegen/languages/python/runtime/operation-names';
import type { Service } from '../../../../src/codegen/model/service';
import { emitInput } from '../../../support/emit-input';
import { read } from '../../../support/model-files';
import { readSpec } from '../../../support/read-spec';

const files = emitPets();

function emitPets(): ReadonlyMap<string, string> {
  const spec = readSpec(path.join(__dirname, '../../../support/pets.yaml'));
  if (spec === undefined) throw new Error('pets.yaml has errors');
  const emitted = python.runtime?.(emitInput(spec.service)) ?? [];
  return new Map([...emitted].map((file) => [file.path, file.text]));
}

test.each<[string, { file: string; want: string }]>([
  [
    'a dataclass of the parameters',
    {
      file: 'operations/say_hello.py',
      want: `
@dataclass(frozen=True, kw_only=True, slots=True)
class SayHelloRequestParameters:
    """The parameters of \`GET /hello\`."""

    name: str
`,
    },
  ],
  [
    'the responses of the model',
    {
      file: 'operations/say_hello.py',
      want: `
SayHello200OperationResponse: TypeAlias = ApiResponse[Literal[200], Greeting]
"""A greeting"""
`,
    },
  ],
  [
    'ranges and headers',
    {
      file: 'operations/create_pet.py',
      want: `
CreatePet4XXOperationResponse: TypeAlias = ApiResponse[Status4XX, Error]
`,
    },
  ],
  [
    'headers by the names of the wire',
    {
      file: 'operations/list_pets.py',
      want: `
ListPets200ResponseHeaders = TypedDict(
    "ListPets200ResponseHeaders",
    {"X-Total": NotRequired[int]},
)
`,
    },
  ],
  [
    'what handlers and clients share',
    {
      file: 'operations/get_pet.py',
      want: `
GET_PET: Operation[Literal["getPet"]] = Operation(
    id="getPet",
    method="GET",
    path="/pets/{petId}",
    parameters=[parameter("petId", "path", attribute="pet_id")],
    check_parameters=structure({"petId": STRING}, required=("petId",)),
    parameters_type=GetPetRequestParameters,
    responses={200: [JsonContent(PET_CHECK, Pet)], 404: [JsonContent(ERROR_CHECK, Error)]},
)
`,
    },
  ],
  [
    'a wrapper of handlers',
    {
      file: 'handlers/create_pet.py',
      want: `
create_pet_handler: HandlerWrapper[
    CreatePetRequest,
    CreatePetOperationResponses,
    Literal["createPet"],
] = HandlerWrapper(CREATE_PET)
"""Makes a Lambda function of a handler of \`createPet\`.
`,
    },
  ],
  [
    'a method for each operation, which loads what it needs',
    {
      file: 'client/default_api.py',
      want: `
    def get_pet(self, *, pet_id: str, options: RequestOptions | None = None) -> Pet:
        """\`GET /pets/{petId}\`"""
        from ..operations.get_pet import GET_PET

        result: Pet = self._call(GET_PET, {"pet_id": pet_id}, options)
        return result
`,
    },
  ],
  [
    'the same for programs that do not block',
    {
      file: 'client/async_default_api.py',
      want: `
    async def delete_pet(self, *, pet_id: str, options: RequestOptions | None = None) -> None:
`,
    },
  ],
  [
    'a keyword of the router for each operation',
    {
      file: 'handler_router.py',
      want: `
def handler_router(
    *,
    say_hello: ApiHandler[Literal["sayHello"]],
`,
    },
  ],
])('has %s', (_, { file, want }) => {
  expect(files.get(`pets_python_runtime/${file}`)).toContain(want);
});

test('handlers name neither the client nor httpx', () => {
  for (const [file, text] of files) {
    if (!file.includes('/client/'))
      expect([file, /^\s*(?:import|from) (?:httpx|\.+client)/m.test(text)]).toEqual([file, false]);
  }
});

test('names that are taken get an underscore, or are others', () => {
  const parameters = [
    'self',
    'body',
    'options',
    'X-Request-Id',
    'x_request_id',
    '1st',
    '日本',
    'list',
    'result',
    '%',
  ].map((name) => ({ in: 'query', name, schema: { type: 'string' } }));
  const [named] = nameRuntime(serviceOf({ class: parameters }));
  expect([...(named?.names.attributes.values() ?? [])]).toEqual([
    'self_',
    'body_query',
    'options_',
    'x_request_id',
    'x_request_id_',
    'p_1st',
    '日本',
    'list_',
    'result',
    'p_',
  ]);
  expect(named?.names).toMatchObject({ member: 'class_', handler: 'class_handler', type: 'Class', result: 'result_' });
});

test('operations have names of their own among what clients, routers and tests have', () => {
  const named = nameRuntime(serviceOf({ close: [], interceptors: [], list: [], getPet: [], getPetRaw: [] }));
  expect(named.map(({ names }) => [names.member, names.client, names.raw])).toEqual([
    ['close', 'close_', 'close_raw'],
    ['interceptors_', 'interceptors', 'interceptors_raw'],
    ['list_', 'list_', 'list_raw'],
    ['get_pet', 'get_pet', 'get_pet_raw_response'],
    ['get_pet_raw', 'get_pet_raw', 'get_pet_raw_raw'],
  ]);
});

test('methods over pages give way to operations', () => {
  const service = readSpec('pagination.yaml')?.service as Service;
  const named = nameRuntime(service).map(({ operation, names }) => [operation.id, names.client, names.pages]);
  expect(named).toContainEqual(['listPets', 'list_pets', 'list_pets_pages2']);
  expect(named).toContainEqual(['listPetsPages', 'list_pets_pages', 'list_pets_pages_pages']);
});

function serviceOf(operations: Readonly<Record<string, readonly object[]>>): Service {
  const paths = Object.fromEntries(
    Object.entries(operations).map(([operationId, parameters], index) => [
      `/p${index}`,
      { get: { operationId, parameters, responses: { '200': { description: 'OK' } } } },
    ]),
  );
  return read({ openapi: '3.1.0', info: { title: 'T', version: '1' }, paths }).service;
}
