import path from 'node:path';
import type { LocalFunction } from '../assembly/local-app';
import { GatewayFault, internalFault } from '../gateway-fault';
import type { GatewayReply } from '../http/request';
import { type Functions, FunctionUnavailable, type WholeOutcome } from '../lambda/functions';
import { toProxyEvent } from '../lambda/proxy-event';
import { fromProxyResult } from '../lambda/proxy-result';
import { fromProxyStream, wholeFault } from '../lambda/proxy-stream';
import { functionNameOf } from './function-uri';
import type { Backends, Integration, Summary } from './integration';
import { notImplemented } from './unsupported';

/** A Lambda function that gets the whole request and decides the whole response. */
export const lambdaProxy: Integration = {
  matches: ({ type, uri }) => type === 'aws_proxy' && functionNameOf(uri) !== undefined,
  summarize: ({ integration }, backends) => summarizeFunction(functionNameOf(integration.uri), backends),
  invoke: async (exchange, { functions }) => {
    const name = functionNameOf(exchange.route.integration.uri) ?? '';
    const event = JSON.stringify(toProxyEvent(exchange));
    const { timeoutMilliseconds, responseTransferMode } = exchange.route.integration;
    if (responseTransferMode === 'STREAM') return streamWithin(timeoutMilliseconds, functions, name, event);
    const outcome = await callWithin(timeoutMilliseconds, functions, name, event);
    if ('status' in outcome) return outcome;
    if (outcome.kind === 'timeout') throw internalFault(timeoutNote(functions.find(name)), 502);
    const cold = outcome.coldMilliseconds;
    if (outcome.kind === 'error') throw internalFault(`${outcome.error.type}: ${outcome.error.message}`, 502);
    const reply = fromProxyResult(outcome.payload, exchange);
    return cold === undefined ? reply : { ...reply, coldMilliseconds: cold };
  },
};

/** The columns of an operation with a function. */
export function summarizeFunction(name: string | undefined, { functions }: Backends): Summary {
  const lambda = name === undefined ? undefined : functions.find(name);
  if (lambda === undefined) {
    return { kind: 'lambda', details: [], unavailable: `the function '${name}' is not part of the app` };
  }
  const reason = functions.whyNot(lambda);
  const { language, source } = lambda.origin ?? {};
  const isGenerated = language !== undefined && source !== undefined;
  const details = isGenerated ? [language, path.parse(source).name, source] : [lambda.runtime, lambda.name];
  return { kind: 'lambda', details, ...(reason === undefined ? {} : { unavailable: reason }) };
}

/** Calls a function, waiting no longer than the integration does. */
export function callWithin(
  milliseconds: number,
  functions: Functions,
  name: string,
  payload: string,
): Promise<WholeOutcome | GatewayReply> {
  return within(milliseconds, () => functions.invoke(name, payload));
}

/** Calls a function and passes on what it streams, until the integration waits no longer: what comes later is cut off at once. */
function streamWithin(
  milliseconds: number,
  functions: Functions,
  name: string,
  payload: string,
): Promise<GatewayReply> {
  return within(milliseconds, async () => {
    // It comes behind the timer of the integration, which is set already: that one says what the client is told.
    const expiry = AbortSignal.timeout(milliseconds);
    const outcome = await functions.invokeStreaming(name, payload);
    if (outcome.kind === 'timeout') throw internalFault(timeoutNote(functions.find(name)), 502);
    if (outcome.kind === 'error') throw internalFault(`${outcome.error.type}: ${outcome.error.message}`, 502);
    if (outcome.kind === 'response') throw wholeFault();
    const { stream, coldMilliseconds } = outcome;
    const cut = () => stream.cancel();
    if (expiry.aborted) cut();
    expiry.addEventListener('abort', cut);
    void stream.released.then(() => expiry.removeEventListener('abort', cut));
    const reply = await fromProxyStream(stream);
    return coldMilliseconds === undefined ? reply : { ...reply, coldMilliseconds };
  });
}

async function within<Value>(milliseconds: number, call: () => Promise<Value>): Promise<Value | GatewayReply> {
  let timer: NodeJS.Timeout | undefined;
  const expired = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new GatewayFault('INTEGRATION_TIMEOUT')), milliseconds);
  });
  try {
    return await Promise.race([call(), expired]);
  } catch (error) {
    if (error instanceof FunctionUnavailable) return notImplemented(error.message);
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** In the words of Lambda. */
export function timeoutNote(lambda: LocalFunction | undefined): string {
  return `Task timed out after ${(lambda?.timeoutSeconds ?? 0).toFixed(2)} seconds`;
}
