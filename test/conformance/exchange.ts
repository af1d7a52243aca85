import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Json } from '../../src/shared/json';

/** A body on the wire or in a program: at most one of these. None is no body. */
export interface Body {
  readonly json?: Json;
  readonly text?: string;
  /** Bytes, in base64. */
  readonly base64?: string;
}

export interface WireRequest extends Body {
  readonly method: string;
  /** Path and query as they stand in a request line. */
  readonly target: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Parts of a form, in order. */
  readonly multipart?: readonly { readonly name: string; readonly text?: string; readonly base64?: string }[];
}

export interface WireResponse extends Body {
  readonly status: number;
  /** Those that must be there; others may be. */
  readonly headers?: Readonly<Record<string, string>>;
  /** What a client gets of a stream, one after the other. */
  readonly items?: readonly Json[];
}

/** What a program sees of a request; values under `base64` stand for bytes. */
export interface Received {
  readonly requestParameters: Readonly<Record<string, Json>>;
  readonly body?: Json;
  readonly bodyBase64?: string;
}

/** What a handler returns. */
export interface Returned {
  readonly statusCode: number;
  /** Of a stream, the list of its items. */
  readonly body?: Json;
  readonly base64?: string;
  /** Of the model's types, where it describes them. */
  readonly headers?: Readonly<Record<string, Json>>;
}

/**
 * One call of one operation, as every implementation must carry it out. Without `received` the request must not reach the handler;
 * `received: null` leaves open what it sees.
 */
export interface Exchange {
  readonly name: string;
  readonly operation: string;
  /** What a client is given; without it, only servers take part. */
  readonly input?: Readonly<Record<string, Json>> & { readonly bodyBase64?: string };
  readonly request: WireRequest;
  readonly received?: Received | null;
  readonly returns?: Returned;
  readonly response: WireResponse;
  /** The pointers that a refusal by the handler names. */
  readonly errors?: readonly string[];
}

export interface ExchangeFile {
  /** In test/specs. */
  readonly spec: string;
  readonly exchanges: readonly Exchange[];
}

/** The name of a spec, by its file: `streaming` of `streaming.yaml`. */
export function specName(file: string): string {
  return path.parse(file).name;
}

const folder = path.join(__dirname, 'exchanges');

/** Every file of exchanges, by name. */
export function exchangeFiles(): ExchangeFile[] {
  return readdirSync(folder)
    .sort()
    .map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as ExchangeFile);
}
