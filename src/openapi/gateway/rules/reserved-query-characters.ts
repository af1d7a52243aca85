import { define } from '../../../shared/diagnostics';
import type { Rule } from './rule';

const diagnostics = {
  pipes: define<{ name: string }>(
    'gateway-query',
    'info',
    ({ name }) =>
      `API Gateway refuses a plain '|' in a query, so callers must send the separator of '${name}' as '%7C', as generated clients do`,
  ),
  reserved: define<{ name: string }>(
    'gateway-query',
    'info',
    ({ name }) =>
      `API Gateway refuses plain '|', '{' and '}' in a query and splits it at ';', so callers must encode these in '${name}' although it has 'allowReserved'`,
  ),
};

/** @see https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-known-issues.html */
export const reservedQueryCharacters: Rule = {
  feature: '`style: pipeDelimited`, `allowReserved`',
  gateway: 'refuses plain `|`, `{` and `}` in a query, and splits it at `;`',
  answer: 'generated clients encode them',
  checkedBy: 'nobody',
  diagnostics,
  parameter: ({ pointer, value }, source) => {
    const name = String(value.name);
    if (value.in !== 'query') return undefined;
    if (value.style === 'pipeDelimited')
      source.report((place) => diagnostics.pipes(place, { name }), `${pointer}/style`);
    if (value.allowReserved === true) {
      source.report((place) => diagnostics.reserved(place, { name }), `${pointer}/allowReserved`);
    }
    return undefined;
  },
};
