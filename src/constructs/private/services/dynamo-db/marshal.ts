/**
 * A template of Velocity that writes a part of a JSON body as an attribute value of DynamoDB, by the types that it has there. Templates of
 * API Gateway have no recursion that its documentation knows of, so there is a loop in a loop for each level; what is deeper becomes a
 * value that DynamoDB refuses.
 * @param path the JSONPath of the part
 * @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-mapping-template-reference.html
 */
export function marshal(path: string, levels: number): string {
  return `#set($path0 = '${path}')${level(0, levels)}`;
}

function level(depth: number, levels: number): string {
  const [path, json] = [`$path${depth}`, `$json${depth}`];
  return [
    `#set(${json} = $input.json(${path}))`,
    `#if(${json}.startsWith('"')){"S":${json}}`,
    `#elseif(${json} == 'true' || ${json} == 'false'){"BOOL":${json}}`,
    `#elseif(${json} == 'null'){"NULL":true}`,
    `#elseif(${json}.startsWith('{') || ${json}.startsWith('['))`,
    depth < levels ? nested(depth, levels) : '{"NULL":false}',
    `#{else}{"N":"${json}"}#{end}`,
  ].join('');
}

/** The entries of a map or of a list, in one loop. */
function nested(depth: number, levels: number): string {
  const [path, json, entry, entries, isMap] = ['path', 'json', 'entry', 'entries', 'isMap'].map(
    (name) => `$${name}${depth}`,
  );
  const inner = `$path${depth + 1}`;
  const member = `#set(${inner} = "\${path${depth}}['${entry}']")"$util.escapeJavaScript(${entry}).replaceAll("\\\\'", "'")":`;
  return [
    `#set(${isMap} = ${json}.startsWith('{'))#set(${entries} = $input.path(${path}))`,
    `#if(${isMap})#set(${entries} = ${entries}.keySet()){"M":{#{else}{"L":[#{end}`,
    `#foreach(${entry} in ${entries})`,
    `#if(${isMap})${member}#{else}#set(${inner} = "\${path${depth}}[$foreach.index]")#{end}`,
    level(depth + 1, levels),
    '#if($foreach.hasNext),#{end}#{end}',
    `#if(${isMap})}}#{else}]}#{end}`,
  ].join('');
}
