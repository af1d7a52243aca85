from typing import Any

from aws_cdk import App, Stack
from aws_cdk.aws_cognito import UserPool
from aws_cdk.aws_lambda import Code, Function, Runtime
from hello_python_infra import Api, Authorizers, Integrations, OperationConfig, TypeSafeApiIntegration


class EveryOperation(Stack):
    def __init__(self, scope: App) -> None:
        super().__init__(scope, "EveryOperation")
        cognito_authorizer = Authorizers.cognito(authorizer_id="users", user_pools=[UserPool(self, "Users")])
        your_lambda_function = Function(
            self,
            "Function",
            runtime=Runtime.NODEJS_22_X,
            handler="index.handler",
            code=Code.from_inline("exports.handler = async () => ({ statusCode: 200 })"),
        )
        snippet("every-operation", your_lambda_function)


class MissingOperation(Stack):
    def __init__(self, scope: App) -> None:
        super().__init__(scope, "MissingOperation")
        # What code without types can do.
        untyped: Any = OperationConfig
        Api(self, "Api", integrations=untyped())


hello = [EveryOperation, MissingOperation]
