import { type GatewayRequest, type Pair, parseQuery } from '../../src/gateway/http/request';
import { readSignature, type Signature } from '../../src/gateway/signatures/read-signature';
import { checkSignature, computeSignature } from '../../src/gateway/signatures/verify-signature';

const secret = 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY';
const timestamp = '20150830T123600Z';
const noon = Date.UTC(2015, 7, 30, 12, 36);

function request(method: string, target: string, headers: readonly Pair[] = [], body = ''): GatewayRequest {
  const [path = '', query = ''] = target.split('?');
  const rest = { id: 'r', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', receivedAt: new Date() };
  return { ...rest, method, path, target, headers, query: parseQuery(query), body: Buffer.from(body) };
}
const scope = { date: '20150830', region: 'us-east-1', service: 'service', timestamp, inQuery: false };
const host: Pair = ['Host', 'example.amazonaws.com'];
const dated: Pair = ['X-Amz-Date', timestamp];

describe('signatures of the test suite that AWS publishes', () => {
  test.each<[name: string, request: GatewayRequest, signedHeaders: readonly string[], signature: string]>([
    [
      'get-vanilla',
      request('GET', '/', [host, dated]),
      ['host', 'x-amz-date'],
      '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
    ],
    [
      'get-vanilla-query-order-key-case',
      request('GET', '/?Param2=value2&Param1=value1', [host, dated]),
      ['host', 'x-amz-date'],
      'b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500',
    ],
    [
      'get-relative-relative',
      request('GET', '/example1/example2/../..', [host, dated]),
      ['host', 'x-amz-date'],
      '5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
    ],
    [
      'post-x-www-form-urlencoded',
      request('POST', '/', [['Content-Type', 'application/x-www-form-urlencoded'], host, dated], 'Param1=value1'),
      ['content-type', 'host', 'x-amz-date'],
      'ff11897932ad3f4e8b18135d722051e5ac45fc38421b1da7b9d196a0fe09473a',
    ],
  ])('%s', (_, given, signedHeaders, signature) => {
    expect(computeSignature(given, { ...scope, signedHeaders }, secret)).toBe(signature);
  });

  test('of the guide on signing', () => {
    const contentType: Pair = ['Content-Type', 'application/x-www-form-urlencoded; charset=utf-8'];
    const given = request('GET', '/?Action=ListUsers&Version=2010-05-08', [
      contentType,
      ['Host', 'iam.amazonaws.com'],
      dated,
    ]);
    const signature = { ...scope, service: 'iam', signedHeaders: ['content-type', 'host', 'x-amz-date'] };
    expect(computeSignature(given, signature, secret)).toBe(
      '5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
    );
  });
});

const credential = (service = 'execute-api') => `AKIDEXAMPLE/20150830/us-east-1/${service}/aws4_request`;
function signed(service = 'execute-api', headers: readonly Pair[] = [host, dated]): GatewayRequest {
  const given = request('GET', '/pets/a%20b?x=1', headers);
  const value = computeSignature(given, { ...scope, service, signedHeaders: ['host', 'x-amz-date'] }, secret);
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential(service)}, SignedHeaders=host;x-amz-date, Signature=${value}`;
  return { ...given, headers: [...headers, ['Authorization', authorization]] };
}
const found = (given: GatewayRequest): Signature => {
  const signature = readSignature(given);
  if (signature === undefined || 'malformed' in signature) throw new Error(signature?.malformed ?? 'not signed');
  return signature;
};
const check = (given: GatewayRequest, now = noon, key = secret) => checkSignature(given, found(given), key, now);

test('a signature in the header', () => {
  const given = signed();
  expect(found(given)).toMatchObject({
    accessKeyId: 'AKIDEXAMPLE',
    region: 'us-east-1',
    service: 'execute-api',
    timestamp,
  });
  expect(check(given)).toBeUndefined();
});

test('a signature in the query, as long as it says', () => {
  const parameters: readonly Pair[] = [
    ['x', '1'],
    ['X-Amz-Algorithm', 'AWS4-HMAC-SHA256'],
    ['X-Amz-Credential', credential()],
    ['X-Amz-Date', timestamp],
    ['X-Amz-Expires', '60'],
    ['X-Amz-SignedHeaders', 'host'],
  ];
  const unsigned = { ...request('GET', '/pets', [host]), query: parameters };
  const value = computeSignature(
    unsigned,
    { ...scope, service: 'execute-api', signedHeaders: ['host'], inQuery: true },
    secret,
  );
  const given = { ...unsigned, query: [...parameters, ['X-Amz-Signature', value] as const] };
  expect(check(given, noon + 59_000)).toBeUndefined();
  expect(check(given, noon + 61_000)).toMatch(
    /^Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z/,
  );
});

test.each<[what: string, problem: string | undefined, expected: RegExp]>([
  ['another secret', check(signed(), noon, 'other'), /^The request signature we calculated does not match/],
  ['another path', check({ ...signed(), path: '/cats' }), /^The request signature we calculated does not match/],
  [
    'another body',
    check({ ...signed(), body: Buffer.from('x') }),
    /^The request signature we calculated does not match/,
  ],
  [
    'too late',
    check(signed(), noon + 301_000),
    /^Signature expired: 20150830T123600Z is now earlier than 20150830T123601Z/,
  ],
  ['too early', check(signed(), noon - 301_000), /^Signature not yet current: 20150830T123600Z is still later than/],
  ['another service', check(signed('s3')), /^Credential should be scoped to correct service: 'execute-api'/],
  [
    'another day',
    check(signed('execute-api', [host, ['X-Amz-Date', '20150831T000000Z']])),
    /^Date in Credential scope does not match YYYYMMDD/,
  ],
])('what is wrong with a signature: %s', (_, problem, expected) => expect(problem).toMatch(expected));

test.each<[what: string, headers: readonly Pair[], query: string, expected: RegExp]>([
  ['another scheme', [['Authorization', 'Bearer abc']], '', /^Unsupported AWS 'algorithm': 'Bearer'/],
  [
    'parts are missing',
    [['Authorization', 'AWS4-HMAC-SHA256 Credential=a']],
    '',
    /'Signature' parameter\. .*'SignedHeaders'.*'X-Amz-Date'/,
  ],
  [
    'a credential without a scope',
    [dated, ['Authorization', 'AWS4-HMAC-SHA256 Credential=a, SignedHeaders=host, Signature=1']],
    '',
    /^Credential must have exactly 5/,
  ],
  ['a query without the rest', [], '?X-Amz-Algorithm=AWS4-HMAC-SHA256', /must include 'X-Amz-Credential'/],
  ['a query with another algorithm', [], '?X-Amz-Algorithm=x', /^Unsupported AWS 'algorithm': 'x'/],
])('no signature: %s', (_, headers, query, expected) => {
  expect(readSignature(request('GET', `/${query}`, headers))).toEqual({ malformed: expect.stringMatching(expected) });
});

test('a request without any is not signed', () => expect(readSignature(request('GET', '/'))).toBeUndefined());

test('the date may be that of HTTP', () => {
  const authorization = `AWS4-HMAC-SHA256 Credential=${credential()},SignedHeaders=date,Signature=1`;
  const headers: readonly Pair[] = [
    ['Authorization', authorization],
    ['Date', 'Sun, 30 Aug 2015 12:36:00 GMT'],
  ];
  expect(found(request('GET', '/', headers)).timestamp).toBe(timestamp);
});
