import path from 'node:path';
import type { LocalFunction } from '../gateway/assembly/local-app';
import type { GatewayReply, GatewayRequest } from '../gateway/http/request';
import type { ApiSummary } from '../gateway/summary';

/** Tells the developer what happens. */
export interface Reporter {
  /** The APIs answer now, or have other operations than before. */
  ready(apis: readonly ApiSummary[]): void;
  exchange(request: GatewayRequest, reply: GatewayReply, milliseconds: number): void;
  /** A line that a function printed. */
  output(lambda: LocalFunction, line: string): void;
  /** A change was taken over. */
  changed(files: readonly string[], what: string): void;
  /** Something takes a while. */
  busy(what: string): void;
  /** Something of the developer's is at fault; what was served before still is. */
  failed(message: string): void;
}

/** The name of a function that its developer knows it by: that of its file. */
export function nameOf({ name, origin }: LocalFunction): string {
  return origin?.source === undefined ? name : path.parse(origin.source).name;
}
