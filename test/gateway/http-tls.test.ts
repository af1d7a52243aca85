import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readIntegration } from '../../src/gateway/document/read-integration';
import { callServer } from '../../src/gateway/integrations/http-call';

test('a certificate of any authority will do where the integration says so', () => {
  const read = (tlsConfig: { insecureSkipVerification?: boolean }) =>
    readIntegration({ type: 'http_proxy', uri: 'https://example.com', tlsConfig }, {}).acceptsAnyAuthority;
  expect([read({}), read({ insecureSkipVerification: true })]).toEqual([false, true]);
});

/** Skipped, and said aloud, where openssl is missing; with CI=true it fails instead. */
function describeTls(name: string, tests: () => void): void {
  const isThere = process.env.CI === 'true' || spawnSync('openssl', ['version']).status === 0;
  if (!isThere) process.stderr.write(`SKIPPED ${name}: openssl is missing\n`);
  const { skip } = describe;
  (isThere ? describe : skip)(name, tests);
}

describeTls('a server with a certificate of its own', () => {
  let directory: string;
  let server: Server;
  let url: string;

  beforeAll(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'gateway-tls-'));
    const [key, cert] = ['key.pem', 'cert.pem'].map((name) => path.join(directory, name)) as [string, string];
    const request = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '1', '-subj', '/CN=localhost'];
    spawnSync('openssl', [...request, '-keyout', key, '-out', cert]);
    server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (_, response) => response.end('safe'));
    server.listen(0, 'localhost');
    await once(server, 'listening');
    url = `https://localhost:${(server.address() as AddressInfo).port}/x`;
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
    rmSync(directory, { recursive: true });
  });

  const call = (acceptsAnyAuthority: boolean) =>
    callServer({
      ...{ url, method: 'GET', headers: [], body: Buffer.alloc(0), timeoutMilliseconds: 5_000 },
      acceptsAnyAuthority,
    });

  test('is not trusted', async () => {
    await expect(call(false)).rejects.toMatchObject({
      type: 'INTEGRATION_FAILURE',
      details: { note: expect.stringMatching(/^https:\/\/localhost:\d+ cannot be reached: .*certificate/) },
    });
  });

  test('is trusted where one says so', async () => {
    expect((await call(true)).body.toString()).toBe('safe');
  });
});
