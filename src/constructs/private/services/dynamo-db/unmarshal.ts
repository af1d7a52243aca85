/**
 * A template of Velocity that writes the item in `$item0` as plain JSON. Templates of API Gateway have no recursion that its documentation
 * knows of, so there is a loop in a loop for each level of maps and lists; what is deeper becomes null. Numbers are written as DynamoDB
 * writes them, digit by digit; sets become arrays, binary values base64.
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValue.html
 */
export function unmarshalItem(levels: number): string {
  const name = '$name';
  return `{#foreach(${name} in $item0.keySet())"${escaped(name)}":#set($value0 = $item0.get(${name}))${value(0, levels)}${comma}}`;
}

const comma = '#if($foreach.hasNext),#{end}#{end}';

function value(depth: number, levels: number): string {
  const current = `$value${depth}`;
  const is = (type: string) => `${current}.containsKey('${type}')`;
  return [
    `#if(${is('S')})"${escaped(`${current}.S`)}"`,
    `#elseif(${is('N')})${current}.N`,
    `#elseif(${is('BOOL')})${current}.BOOL`,
    `#elseif(${is('M')} || ${is('L')})${depth < levels ? nested(depth, levels) : 'null'}`,
    `#elseif(${is('B')})"${current}.B"`,
    `#elseif(${is('SS')})${array(`${current}.SS`, `"${escaped('$each')}"`)}`,
    `#elseif(${is('NS')})${array(`${current}.NS`, '$each')}`,
    `#elseif(${is('BS')})${array(`${current}.BS`, '"$each"')}`,
    '#{else}null#{end}',
  ].join('');
}

/** The entries of a map or of a list, in one loop. */
function nested(depth: number, levels: number): string {
  const [entry, entries, isMap] = [`$entry${depth}`, `$entries${depth}`, `$isMap${depth}`];
  const [current, inner] = [`$value${depth}`, `$value${depth + 1}`];
  return [
    `#set(${isMap} = ${current}.containsKey('M'))`,
    `#if(${isMap})#set(${entries} = ${current}.M.keySet()){#{else}#set(${entries} = ${current}.L)[#{end}`,
    `#foreach(${entry} in ${entries})`,
    `#if(${isMap})"${escaped(entry)}":#set(${inner} = ${current}.M.get(${entry}))#{else}#set(${inner} = ${entry})#{end}`,
    value(depth + 1, levels),
    comma,
    `#if(${isMap})}#{else}]#{end}`,
  ].join('');
}

function array(entries: string, each: string): string {
  return `[#foreach($each in ${entries})${each}${comma}]`;
}

function escaped(reference: string): string {
  return `$util.escapeJavaScript(${reference}).replaceAll("\\\\'", "'")`;
}
