import { toolPackage } from '../../../../shared/packages';
import { typeSymbol, valueSymbol } from '../../../emit/symbol';
import { packageModule } from '../source';

/** Where the constructs are; importing the root of the package would load projen too. */
export const constructsModule = packageModule(`${toolPackage}/lib/constructs`);

export const typeSafeRestApi = valueSymbol('TypeSafeRestApi', constructsModule);
export const typeSafeRestApiProps = typeSymbol('TypeSafeRestApiProps', constructsModule);
export const typeSafeApiIntegration = typeSymbol('TypeSafeApiIntegration', constructsModule);
export const integration = typeSymbol('Integration', constructsModule);
export const handlerFunction = valueSymbol('HandlerFunction', constructsModule);
export const handlerFunctionProps = typeSymbol('HandlerFunctionProps', constructsModule);

export const construct = typeSymbol('Construct', packageModule('constructs'));
export const resolvePath = valueSymbol('resolve', packageModule('node:path'));

export const operationConfig = typeSymbol('OperationConfig', 'operation-config');
export const mockIntegration = valueSymbol('mockIntegration', 'mocks');
export const mockAll = valueSymbol('mockAll', 'mocks');
