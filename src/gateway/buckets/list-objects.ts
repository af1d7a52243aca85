import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { lastOf, type Pair } from '../http/request';
import type { BackendReply } from '../mapping/expressions';
import { keyOf } from './objects';
import { escapeXml, etagOf, isFolder } from './xml';

/** Lists a bucket: by prefix, all on one page. @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html */
export function listObjects(folder: string, bucket: string, query: readonly Pair[]): BackendReply {
  const prefix = lastOf(query, 'prefix') ?? '';
  const files = isFolder(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [];
  const entries = files
    .filter((file) => statSync(path.join(folder, file)).isFile())
    .map((file) => ({ key: keyOf(file), file: path.join(folder, file) }))
    .filter(({ key }) => key.startsWith(prefix))
    .sort((a, b) => (a.key < b.key ? -1 : 1));
  const contents = entries.map(({ key, file }) => {
    const body = readFileSync(file);
    const modified = statSync(file).mtime.toISOString();
    const tag = escapeXml(etagOf(body));
    return `<Contents><Key>${escapeXml(key)}</Key><LastModified>${modified}</LastModified><ETag>${tag}</ETag><Size>${body.length}</Size><StorageClass>STANDARD</StorageClass></Contents>`;
  });
  const head = `<Name>${escapeXml(bucket)}</Name><Prefix>${escapeXml(prefix)}</Prefix><KeyCount>${entries.length}</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>`;
  const body = `<?xml version="1.0" encoding="UTF-8"?>\n<ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${head}${contents.join('')}</ListBucketResult>`;
  return { status: 200, headers: [['Content-Type', 'application/xml']], body: Buffer.from(body) };
}
