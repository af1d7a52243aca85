import path from 'node:path';
import type { FolderBuckets } from '../buckets/folder-buckets';
import type { IntegrationSpec } from '../document/route';
import { headerOf } from '../http/request';
import { mapRequest } from '../mapping/map-request';
import { mapResponse } from '../mapping/map-response';
import type { Backends, Integration } from './integration';

const pattern = /^arn:[^:]+:apigateway:[^:]+:s3:path\/(.*)$/;

/**
 * S3 in path style, over a folder.
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/integrating-api-with-aws-services-s3.html
 */
export const s3: Integration = {
  matches: ({ type, uri }) => type === 'aws' && pattern.test(uri),
  summarize: ({ integration }, backends) => ({ kind: 's3', details: [folderOf(integration, backends)] }),
  invoke: async (exchange, { buckets }) => {
    const { integration } = exchange.route;
    const request = mapRequest(exchange);
    const [bucket = '', ...rest] = templateOf(integration).split('/');
    const fill = (text: string) => text.replace(/\{(.+?)\+?\}/g, (_, name: string) => request.path.get(name) ?? '');
    const contentType = headerOf(request.headers, 'content-type');
    const reply = buckets.handle({
      method: integration.httpMethod,
      bucket: fill(bucket),
      key: fill(rest.join('/')),
      query: request.query,
      body: request.body,
      ...(contentType === undefined ? {} : { contentType }),
    });
    return mapResponse(exchange, reply, String(reply.status));
  },
};

function templateOf({ uri }: IntegrationSpec): string {
  return pattern.exec(uri)?.[1] ?? '';
}

function folderOf(integration: IntegrationSpec, { buckets }: { readonly buckets: FolderBuckets } & Backends): string {
  const [bucket = ''] = templateOf(integration).split('/');
  const relative = path.relative(buckets.base, path.join(buckets.directory, bucket)).split(path.sep).join('/');
  return `./${relative}`;
}
