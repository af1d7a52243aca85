import type { Exchange } from '../../src/gateway/http/exchange';
import { parseQuery } from '../../src/gateway/http/request';
import { followPath } from '../../src/gateway/templates/json-path';
import { render } from '../../src/gateway/templates/render';
import { Template } from '../../src/gateway/templates/template';
import { createExchange } from './support/exchange';

const exchange: Exchange = createExchange({
  path: '/pets/a%20b',
  pathParameters: { petId: 'a%20b' },
  headers: [['X-Who', 'Ada']],
  query: [
    ['scope', 'internal'],
    ['petId', 'from query'],
  ],
  stageVariables: { tier: 'gold' },
});
const body = JSON.stringify({
  name: "Rex's",
  tags: ['x', 'y'],
  owner: { name: 'Ada', age: null },
  big: 1.5,
  none: null,
});

test.each<[what: string, template: string, want: string]>([
  ['text as it is', '{"price":"$5 #1 50% a@b"}', '{"price":"$5 #1 50% a@b"}'],
  ['dollars and hashes by variable', "#set($D='$')#set($H='#')${D}5 ${H}if ${H}${H} ${D}{x}", '$5 #if ## ${x}'],
  ['the whole body', '$input.body', body],
  ['JSON of a path', "$input.json('$.tags')", '["x","y"]'],
  ['JSON of the whole', "$input.json('$')", body],
  ['JSON of nothing', "$input.json('$.nope')", '""'],
  ['a value of a path', "$input.path('$.owner.name')", 'Ada'],
  ['nothing for a value that is not there', "<$input.path('$.nope')>", '<>'],
  ['nothing for null', "<$input.path('$.none')>", '<>'],
  ['an element', "$input.path('$.tags[1]')", 'y'],
  ['a path parameter before a query one, decoded', "$input.params('petId')", 'a b'],
  ['a query parameter', "$input.params('scope')", 'internal'],
  ['a header in any case', "$input.params('x-who')", 'Ada'],
  ['a parameter that is not there', "<$input.params('nope')>", '<>'],
  ['all parameters', '$input.params().querystring.scope', 'internal'],
  ['the context', '$context.httpMethod $context.stage $context.identity.sourceIp', 'GET prod 127.0.0.1'],
  ['a context value that is not there', '<$context.nope>', '<>'],
  ['a stage variable', '$stageVariables.tier', 'gold'],
  ['escaped JavaScript', "$util.escapeJavaScript($input.path('$.name'))", "Rex\\'s"],
  ['URL encoding', "$util.urlEncode('a b/ü')$util.urlDecode('a+b%2F')", 'a+b%2F%C3%BCa b/'],
  ['base 64', "$util.base64Encode('hi') $util.base64Decode('aGk=')", 'aGk= hi'],
  ['parsed JSON', '#set($o = $util.parseJson(\'{"a":[1,2]}\'))$o.a[1]', '2'],
  ['a condition', '#if($input.params("scope") == "internal")200#{else}500#end', '200'],
  ['a loop', "#foreach($tag in $input.path('$.tags'))$tag#if($foreach.hasNext),#end#end", 'x,y'],
  ['a loop over keys', "#set($o = $input.path('$.owner'))#foreach($k in $o.keySet())$k;#end", 'name;age;'],
  [
    'methods of strings',
    '#set($s = "a-b")$s.length() $s.contains("-") $s.replace("-", "+") $s.split("-").size()',
    '3 true a+b 2',
  ],
  ['comments', 'a## nothing\nb', 'ab'],
  ['text and zero are true', "#set($e = '')#set($z = 0)#if($e)a#end#if($z)b#end#if($e && $z)c#end#if(!$e)d#end", 'abc'],
  ['null and false are not', '#set($f = false)#if($f)a#end#if($nope)b#end#if(!$nope)c#end#if($nope || $f)d#end', 'c'],
  ['nor are literals', '#if(0)a#end#if(1)b#end#if("a")c#end#if(true)d#end#if(!0)e#end', 'de'],
  ['lists are true', "#if($input.path('$.tags'))a#end#set($l = [])#if($l)b#end", 'ab'],
  ['alternatives', "#if($nope)a#elseif($input.params('scope'))b#{else}c#end", 'b'],
  ['parentheses', "#set($e = '')#if(!($e) || ($e && 1 == 1))a#end", 'a'],
  ['a logical value', "#set($e = '')#set($r = $e && $nope)$r", 'false'],
  ['whole numbers', '#set($a = 5 / 2)$a #set($a = -5 / 2)$a #set($a = 7 % 3)$a #set($a = 5.0 / 2)', '2 -2 1 '],
  ['nothing divided by zero', '#set($a = 5 / 0)<$a>', '<>'],
  ['a variable that was never set', '<$nope>', '<>'],
])('a template prints %s', (_, template, want) => {
  expect(render(new Template(template), exchange, body).text).toBe(want);
});

test('a template overrides parts of request and response', () => {
  const rendered = render(
    new Template(
      "#set($context.requestOverride.path.key = 'k')#set($context.requestOverride.header.h = '1')#set($context.responseOverride.status = 404)#set($context.responseOverride.header.X = 'y')",
    ),
    exchange,
    '',
  );
  expect(rendered.requestOverride.path).toEqual(new Map([['key', 'k']]));
  expect(rendered.requestOverride.header).toEqual(new Map([['h', '1']]));
  expect(rendered.responseOverride).toEqual({ status: 404, header: new Map([['X', 'y']]) });
});

test.each<[path: string, want: unknown]>([
  ['$', { a: { 'b c': [{ d: 1 }, { d: 2 }] } }],
  ["$.a['b c'][0].d", 1],
  ["$['a']['b c'][*].d", [1, 2]],
  ['$.a.x', undefined],
])('the path %s', (path, want) => {
  expect(followPath({ a: { 'b c': [{ d: 1 }, { d: 2 }] } }, path)).toEqual(want);
});

test.each<[query: string, want: readonly (readonly [string, string])[]]>([
  [
    'a=1&a=2',
    [
      ['a', '1'],
      ['a', '2'],
    ],
  ],
  ['a', [['a', '']]],
  ['a=', [['a', '']]],
  ['a=b%20c+d%2B', [['a', 'b c d+']]],
  [
    'a=1;b=2',
    [
      ['a', '1'],
      ['b', '2'],
    ],
  ],
  ['a=%zz', [['a', '%zz']]],
  ['a=1=2&&', [['a', '1=2']]],
])('the query %s', (query, want) => {
  expect(parseQuery(query)).toEqual(want);
});

test('a body that is not there', () => {
  expect(render(new Template("$input.body $input.json('$') $input.path('$.a')"), exchange, '').text).toBe('{} {} ');
});
