import { typeSymbol, valueSymbol } from '../../../emit/symbol';
import { packageModule, standardModule } from '../source';

/** Where the constructs are. */
export const constructsModule = 'type_safe_api_project.constructs';

const constructs = packageModule(constructsModule);

export const typeSafeRestApi = valueSymbol('TypeSafeRestApi', constructs);
export const typeSafeApiIntegration = typeSymbol('TypeSafeApiIntegration', constructs);
export const newIntegration = valueSymbol('TypeSafeApiIntegration', constructs);
export const integration = typeSymbol('Integration', constructs);
export const handlerFunction = valueSymbol('HandlerFunction', constructs);

export const construct = typeSymbol('Construct', packageModule('constructs'));

export const path = valueSymbol('Path', standardModule('pathlib'));
export const classVariable = typeSymbol('ClassVar', standardModule('typing'));
export const handlerOrigin = valueSymbol('HandlerOrigin', '_functions');
export const dataclass = valueSymbol('dataclass', standardModule('dataclasses'));
export const generic = valueSymbol('Generic', standardModule('typing'));
export const typeVariable = valueSymbol('TypeVar', standardModule('typing'));

export const operationConfig = valueSymbol('OperationConfig', 'operation_config');
export const byOperationId = valueSymbol('by_operation_id', 'operation_config');
export const namesOperations = valueSymbol('names_operations', '_operations');
export const jsonValue = typeSymbol('JsonValue', '_json');
export const mockIntegration = valueSymbol('mock_integration', '_mocks');
export const mapping = typeSymbol('Mapping', standardModule('collections.abc'));
