import { valueSymbol } from '../../../../emit/symbol';
import { packageModule, standardModule } from '../../source';

const typing = standardModule('typing');

export const annotated = valueSymbol('Annotated', typing);
export const typeAlias = valueSymbol('TypeAlias', typing);
export const literalType = valueSymbol('Literal', typing);
export const typeAliasType = valueSymbol('TypeAliasType', packageModule('typing_extensions'));
export const field = valueSymbol('Field', packageModule('pydantic'));
