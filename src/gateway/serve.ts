import type { Server } from 'node:http';
import path from 'node:path';
import { UsageError } from '../shared/diagnostics';
import type { LocalApi, LocalApp, LocalFunction } from './assembly/local-app';
import { readAssembly } from './assembly/read-assembly';
import { AuthorizerResults } from './authorizers/results';
import { FolderBuckets } from './buckets/folder-buckets';
import { readDocument } from './document/read-document';
import { documentationPage } from './documentation-page';
import { type Handling, handle, payloadLimit } from './handle';
import type { GatewayReply, GatewayRequest } from './http/request';
import { createRouter } from './http/router';
import { listen, portOf } from './http/server';
import { readIdentities } from './identities/read-identities';
import type { Backends } from './integrations/integration';
import { Functions } from './lambda/functions';
import { MessageFiles } from './messages/message-files';
import { type ApiSummary, summarize } from './summary';
import { BodyValidators } from './validation/body-validators';

/** How to serve an app on this machine. */
export interface ServeOptions {
  /** The folder of the cloud assembly, `cdk.out`. */
  readonly assembly: string;
  /** The port of the first API; the next free one is taken when it is in use, and 0 takes any. 3000 unless given. */
  readonly port?: number;
  /** The address to listen on. Only this machine unless given. */
  readonly host?: string;
  /**
   * The folder of the API, in which live bundles, documentation, state and `identities.json` are found; that of the process unless
   * given.
   */
  readonly root?: string;
  readonly listener?: GatewayListener;
}

/** Hears what happens while it is served. */
export interface GatewayListener {
  exchange?(request: GatewayRequest, reply: GatewayReply, milliseconds: number): void;
  output?(lambda: LocalFunction, line: string): void;
}

/** An app that is being served. */
export interface LocalGateway {
  /** The APIs as they are now, with their addresses. */
  apis(): readonly ApiSummary[];
  /** Reads the assembly again and swaps the routes; requests under way end as they began. */
  reload(): void;
  /** Restarts the functions with these bundles, or all of them. */
  reloadFunctions(bundles?: readonly string[]): void;
  /** Reads `identities.json` again. @throws UsageError when it is at fault; who was known before still is. */
  reloadIdentities(): void;
  /** Stops serving and ends every process of a function. */
  close(): Promise<void>;
}

/**
 * Serves every REST API of a cloud assembly, and answers as the deployed ones would.
 * @throws UsageError when the assembly or `identities.json` is at fault.
 */
export async function serve(options: ServeOptions): Promise<LocalGateway> {
  const { host = '127.0.0.1', port = 3000, root = process.cwd(), listener = {} } = options;
  const state = path.join(root, '.type-safe-api');
  const functions = new Functions(root, state, (lambda, line) => listener.output?.(lambda, line));
  const buckets = new FolderBuckets(root, path.join(state, 'buckets'));
  const messages = new MessageFiles(root, path.join(state, 'messages'));
  const authorizerResults = new AuthorizerResults();
  const servers: Server[] = [];
  let handlings: readonly Handling[] = [];
  let identities = readIdentities(root);

  const load = (): void => {
    const app = readApp(options.assembly);
    functions.replace(app.functions);
    authorizerResults.clear();
    const backends = { app, functions, buckets, messages, authorizerResults, identities };
    handlings = app.apis.map((api) => toHandling(api, backends));
  };
  const answer = async (index: number, request: GatewayRequest): Promise<GatewayReply> => {
    const started = performance.now();
    const handling = handlings[index];
    const page = handling === undefined ? undefined : documentationPage(request, handling, root);
    const reply = page ?? (handling === undefined ? removed : await handle(request, handling));
    if (page === undefined) listener.exchange?.(request, reply, performance.now() - started);
    return reply;
  };
  const open = async (): Promise<void> => {
    while (servers.length < handlings.length) {
      const index = servers.length;
      const previous = servers[index - 1];
      const wanted = previous === undefined || port === 0 ? port : portOf(previous) + 1;
      servers.push(await listen(wanted, host, payloadLimit, (request) => answer(index, request)));
    }
  };

  load();
  await open();
  return {
    apis: () => handlings.map((handling, index) => summarize(handling, addressOf(servers[index]))),
    reload: () => {
      load();
      void open();
    },
    reloadIdentities: () => {
      identities = readIdentities(root);
      handlings = handlings.map((handling) => ({ ...handling, backends: { ...handling.backends, identities } }));
    },
    reloadFunctions: (bundles) => {
      authorizerResults.clear();
      functions.reload(bundles);
    },
    close: async () => {
      functions.close();
      await Promise.all(servers.map(closeServer));
    },
  };
}

const removed: GatewayReply = {
  status: 404,
  headers: [['Content-Type', 'application/json']],
  body: Buffer.from('{"message":"this API is no longer part of the app"}'),
  note: 'this API is no longer part of the app',
};

function readApp(assembly: string): LocalApp {
  const app = readAssembly(assembly);
  if (app.apis.length > 0) return app;
  throw new UsageError(`${assembly} holds no REST API; instantiate the generated 'Api' construct in the app`);
}

function toHandling(api: LocalApi, backends: Backends): Handling {
  const gateway = readDocument(api.document, api.stageVariables);
  return {
    api: { ...api, gateway },
    route: createRouter(gateway.routes),
    validators: new BodyValidators(gateway.schemas),
    backends,
  };
}

function addressOf(server: Server | undefined): string | undefined {
  return server === undefined ? undefined : `http://localhost:${portOf(server)}`;
}

async function closeServer(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
