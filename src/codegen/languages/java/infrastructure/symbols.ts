import { javaConstructs } from '../../../../shared/java-packages';
import type { CodeSymbol } from '../../../emit/symbol';
import { javaType } from '../source';

const inConstructs = (name: string): CodeSymbol => javaType(name, javaConstructs.package);
const inUtil = (name: string): CodeSymbol => javaType(name, 'java.util');

/** The constructs that generated ones are made of. */
export const constructs = {
  typeSafeRestApi: inConstructs('TypeSafeRestApi'),
  typeSafeRestApiProps: inConstructs('TypeSafeRestApiProps'),
  typeSafeApiIntegration: inConstructs('TypeSafeApiIntegration'),
  integration: inConstructs('Integration'),
  handlerFunction: inConstructs('HandlerFunction'),
  handlerFunctionProps: inConstructs('HandlerFunctionProps'),
};

export const construct = javaType('Construct', 'software.constructs');
/** Every class that is called Builder implements it, so its name is taken wherever it is used. */
export const jsiiBuilder = 'software.amazon.jsii.Builder';

export const list = inUtil('List');
export const map = inUtil('Map');
export const linkedHashMap = inUtil('LinkedHashMap');
export const stream = javaType('Stream', 'java.util.stream');
export const consumer = javaType('Consumer', 'java.util.function');
