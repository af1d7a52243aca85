import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { GatewayRequest, Pair } from '../http/request';
import type { Signature } from './read-signature';

/** Milliseconds by which the clock of a client may differ, and in which a signature has to arrive. */
const tolerance = 5 * 60 * 1000;

/**
 * What is wrong with the signature of a request, in the words of AWS; nothing when it is right.
 * @param secret The secret access key.
 * @param now Milliseconds since 1970.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/signature-v4-troubleshooting.html
 */
export function checkSignature(
  request: GatewayRequest,
  signature: Signature,
  secret: string,
  now: number,
): string | undefined {
  const { service, date, timestamp } = signature;
  if (service !== 'execute-api')
    return `Credential should be scoped to correct service: 'execute-api'. not '${service}'`;
  if (!timestamp.startsWith(date)) {
    return `Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '${date}' != '${timestamp.slice(0, 8)}', from '${timestamp}'.`;
  }
  const late = checkTime(signature, now);
  if (late !== undefined) return late;
  const wanted = Buffer.from(computeSignature(request, signature, secret));
  const given = Buffer.from(signature.value.toLowerCase());
  if (wanted.length === given.length && timingSafeEqual(wanted, given)) return undefined;
  return 'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.';
}

function checkTime({ timestamp, validSeconds }: Signature, now: number): string | undefined {
  const made = Date.parse(timestamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (Number.isNaN(made)) return `Date must be in ISO-8601 'basic format'. Got '${timestamp}'.`;
  const basic = (moment: number) => new Date(moment).toISOString().replace(/[-:]|\.\d+/g, '');
  const [earliest, latest] = [now - (validSeconds === undefined ? tolerance : validSeconds * 1000), now + tolerance];
  if (made < earliest) return `Signature expired: ${timestamp} is now earlier than ${basic(earliest)}`;
  return made > latest ? `Signature not yet current: ${timestamp} is still later than ${basic(latest)}` : undefined;
}

/**
 * The signature that a request should have, in hexadecimal.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export function computeSignature(
  request: GatewayRequest,
  signature: Omit<Signature, 'value' | 'accessKeyId'>,
  secret: string,
): string {
  const { date, region, service, signedHeaders, timestamp, inQuery } = signature;
  const query = inQuery ? request.query.filter(([name]) => name !== 'X-Amz-Signature') : request.query;
  const canonical = [
    request.method,
    canonicalPath(request.path),
    canonicalQuery(query),
    ...signedHeaders.map((name) => `${name}:${headerValue(request, name)}`),
    '',
    signedHeaders.join(';'),
    sha256(request.body),
  ].join('\n');
  const scope = [date, region, service, 'aws4_request'];
  const text = ['AWS4-HMAC-SHA256', timestamp, scope.join('/'), sha256(canonical)].join('\n');
  const key = scope.reduce<string | Buffer>((from, part) => hmac(from, part), `AWS4${secret}`);
  return hmac(key, text).toString('hex');
}

/** A path is encoded once more than on the wire, as everywhere but in S3, and without steps that lead nowhere. */
function canonicalPath(path: string): string {
  const segments: string[] = [];
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(encode(segment));
  }
  return `/${segments.join('/')}${path.endsWith('/') && segments.length > 0 ? '/' : ''}`;
}

function canonicalQuery(query: readonly Pair[]): string {
  return query
    .map(([name, value]) => [encode(name), encode(value)] as const)
    .sort(([name, value], [other, otherValue]) => compare(name, other) || compare(value, otherValue))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

function headerValue({ headers }: GatewayRequest, name: string): string {
  const values = headers.filter(([header]) => header.toLowerCase() === name).map(([, value]) => value);
  return values.map((value) => value.trim().replace(/\s+/g, ' ')).join(',');
}

function encode(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function sha256(data: string | Buffer): string {
  return createHash('sha256').update(data).digest('hex');
}

function hmac(key: string | Buffer, data: string): Buffer {
  return createHmac('sha256', key).update(data).digest();
}
