import { type CodeSymbol, typeSymbol, valueSymbol } from '../../../emit/symbol';
import { packageModule, standardModule } from '../source';

const typing = standardModule('typing');

export const annotated = valueSymbol('Annotated', typing);
export const literalType = valueSymbol('Literal', typing);
export const typeAlias = valueSymbol('TypeAlias', typing);
export const typedDict = valueSymbol('TypedDict', typing);
export const notRequired = valueSymbol('NotRequired', typing);
export const dataclass = valueSymbol('dataclass', standardModule('dataclasses'));
export const iterable = valueSymbol('Iterable', standardModule('collections.abc'));
export const asyncIterable = valueSymbol('AsyncIterable', standardModule('collections.abc'));
export const iterator = typeSymbol('Iterator', standardModule('collections.abc'));
export const asyncIterator = typeSymbol('AsyncIterator', standardModule('collections.abc'));
export const sequence = typeSymbol('Sequence', standardModule('collections.abc'));

export const typeAliasType = valueSymbol('TypeAliasType', packageModule('typing_extensions'));
export const field = valueSymbol('Field', packageModule('pydantic'));

export const apiResponse = valueSymbol('ApiResponse', 'response');
export const apiResponseWithHeaders = valueSymbol('ApiResponseWithHeaders', 'response');

/** A name of a module in `_support`, imported for type checkers alone. */
export function supportType(module: string, name: string): CodeSymbol {
  return typeSymbol(name, `_support/${module}`);
}
