// Compiled in `types` of a generated runtime, next to its index: what has to compile does, and what must not does not.
import {
  type Client,
  type DeletePetErrors,
  deletePetHandler,
  type GetPetErrors,
  type GetPetHandlerFunction,
  type GetPetRawResponse,
  type GetTotalErrors,
  getPet,
  getPetHandler,
  getPetRaw,
  getTotalHandler,
  getTotalRaw,
  handlerRouter,
  INTERCEPTORS,
  Response,
  sendPhotos,
  sendPhotosHandler,
} from './index.js';
import { invoke } from './testing.js';

declare const client: Client;
declare const blob: Blob;
declare const bytes: Uint8Array;

// Handlers

export const good = getPetHandler(...INTERCEPTORS, async ({ input }) => {
  const limit: number | undefined = input.requestParameters.limit;
  // @ts-expect-error parameters have the types of the model
  const wrong: number = input.requestParameters.petId;
  // @ts-expect-error there is no such parameter
  input.requestParameters.petID;
  if (limit === wrong) return Response.notFound({ reason: 'gone' as const });
  return limit === 0 ? Response.of(418, 'a teapot') : Response.success({ name: 'Rex', age: 3 });
});

export const plain: GetPetHandlerFunction = async () => Response.success({ name: 'Rex' });
export const ofPlain = getPetHandler(plain);

// @ts-expect-error the body of this status is another
export const wrongBody = getPetHandler(async () => Response.notFound({ name: 'Rex' }));

// @ts-expect-error a member that is required is missing
export const missing = getPetHandler(async () => Response.success({ age: 3 }));

// @ts-expect-error a member has another type
export const wrongMember = getPetHandler(async () => Response.success({ name: 3 }));

// @ts-expect-error the value is none of the enumeration
export const wrongValue = getPetHandler(async () => Response.notFound({ reason: 'lost' as const }));

export const inRange = deletePetHandler(async () => Response.conflict({ reason: 'never' as const }));

// @ts-expect-error the status is none of the model
export const wrongStatus = deletePetHandler(async () => Response.success({ name: 'Rex' }));

// @ts-expect-error the handler is one of another operation
export const otherPlain = deletePetHandler(plain);

// @ts-expect-error the last is the handler: there has to be one
export const none = getPetHandler();

const remove = deletePetHandler(async () => Response.noContent());
const store = sendPhotosHandler(async ({ input }) => {
  const photo: Uint8Array = input.body.photo;
  const others: Uint8Array[] | undefined = input.body.others;
  return photo.length === others?.length ? Response.noContent() : Response.noContent();
});

export const total = getTotalHandler(async () => {
  if (Math.random() > 0.9) return Response.of(404, undefined);
  if (Math.random() > 0.8) return Response.of(404, undefined, { 'Retry-After': 5 });
  return Response.success(undefined, { 'X-Total': 12, 'Cache-Control': 'no-store' });
});

// @ts-expect-error a header that is required is missing
export const withoutTotal = getTotalHandler(async () => Response.success(undefined));

// @ts-expect-error a header has another type
export const wrongTotal = getTotalHandler(async () => Response.success(undefined, { 'X-Total': 'many' }));

const others = { getTotal: total, deletePet: remove };

export const routed = handlerRouter({ handlers: { ...others, getPet: good, sendPhotos: store } });

// @ts-expect-error an operation has no handler
export const partlyRouted = handlerRouter({ handlers: { ...others, getPet: good } });

// @ts-expect-error the wrapper is one of another operation
export const wronglyRouted = handlerRouter({ handlers: { ...others, getPet: remove, sendPhotos: store } });

export const invoked = invoke.getPet(good, { petId: 'rex' });

// @ts-expect-error the handler is one of another operation
export const wronglyInvoked = invoke.getPet(remove, { petId: 'rex' });

// Clients

export async function call(): Promise<string> {
  const pet = await getPet(client, { petId: 'rex' });
  // @ts-expect-error a parameter that is required is missing
  await getPet(client, { limit: 1 });
  // @ts-expect-error a parameter has another type
  await getPet(client, { petId: 'rex', limit: '1' });
  // @ts-expect-error the model has no such member
  pet.colour;
  return pet.name;
}

export async function narrow(): Promise<string> {
  const raw: GetPetRawResponse = await getPetRaw(client, { petId: 'rex' });
  if (raw.status === 200) return raw.body.name;
  // @ts-expect-error the body is no longer a pet
  raw.body.name;
  return raw.status === 404 ? raw.body.reason : raw.body;
}

export async function count(): Promise<number> {
  const raw = await getTotalRaw(client);
  if (raw.status === 200) return raw.headerValues['X-Total'];
  // @ts-expect-error the header is one of another status
  raw.headerValues['X-Total'];
  return raw.headerValues['Retry-After'] ?? 0;
}

export function waitAfter(error: GetTotalErrors): number {
  // @ts-expect-error: this is a header of the success
  error.headerValues['X-Total'];
  return error.headerValues['Retry-After'] ?? 0;
}

export function explain(error: GetPetErrors): string {
  // @ts-expect-error a success is not an error
  if (error.status === 200) return '';
  return error.status === 404 ? error.body.reason : error.body;
}

export function reasonOf({ status, body }: DeletePetErrors): string {
  // @ts-expect-error the status is not in the range
  return status === 500 ? '' : body.reason;
}

export const sent = [
  sendPhotos(client, { body: { album: 'a', photo: bytes } }),
  sendPhotos(client, { body: { album: 'a', photo: blob, others: [bytes, blob] } }),
];

// @ts-expect-error a text is not a file
export const noFile = sendPhotos(client, { body: { album: 'a', photo: 'photo' } });

// @ts-expect-error a file is not a text
export const noText = sendPhotos(client, { body: { album: blob, photo: blob } });
