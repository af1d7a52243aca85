from hello_python_infra import OperationConfig, TypeSafeApiIntegration

config: OperationConfig[TypeSafeApiIntegration] = OperationConfig()
