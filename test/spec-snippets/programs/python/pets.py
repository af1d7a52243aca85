from collections.abc import Mapping

from aws_cdk import App, Stack
from aws_cdk.aws_apigateway import CorsOptions, SpecRestApi
from aws_cdk.aws_cognito import UserPool
from aws_cdk.aws_lambda import Code, Function, Runtime
from aws_cdk.aws_s3 import Bucket
from pets_python_infra import (
    Api,
    ApiGatewayIntegration,
    ApiGatewayIntegrationResponse,
    Authorizers,
    CreatePetFunction,
    ErrorIntegrationResponses,
    Integration,
    Integrations,
    MockIntegrations,
    OperationConfig,
    TypeSafeApiIntegration,
    TypeSafeApiOperationOptions,
)

CODE = Code.from_inline("exports.handler = async () => ({ statusCode: 200 })")


def function_of(scope: Stack, id: str) -> Function:
    return Function(scope, id, runtime=Runtime.NODEJS_22_X, handler="index.handler", code=CODE)


class Lambda(Stack):
    def __init__(self, scope: App) -> None:
        super().__init__(scope, "Lambda")
        integration = Integrations.lambda_(function_of(self, "Function"))
        get_pet = TypeSafeApiIntegration(integration=integration)
        Api(self, "Api", integrations=MockIntegrations.mock_all(get_pet=get_pet))


class S3Default(Stack):
    def __init__(self, scope: App) -> None:
        super().__init__(scope, "S3Default")
        your_s3_bucket = Bucket(self, "Bucket")
        integration = snippet("s3-default")
        get_pet = TypeSafeApiIntegration(integration=integration)
        Api(self, "Api", integrations=MockIntegrations.mock_all(get_pet=get_pet))


class S3Customised(Stack):
    def __init__(self, scope: App) -> None:
        super().__init__(scope, "S3Customised")
        your_s3_bucket = Bucket(self, "Bucket")
        integration = snippet("s3-customised")
        delete_pet = TypeSafeApiIntegration(integration=integration)
        Api(self, "Api", integrations=MockIntegrations.mock_all(delete_pet=delete_pet))


class ErrorsCatchAll(Stack):
    def __init__(self, scope: App) -> None:
        super().__init__(scope, "ErrorsCatchAll")
        responses = ErrorIntegrationResponses.catch_all()
        integration = Integrations.s3(bucket=Bucket(self, "Bucket"), error_integration_response=responses)
        get_pet = TypeSafeApiIntegration(integration=integration)
        Api(self, "Api", integrations=MockIntegrations.mock_all(get_pet=get_pet))


class ErrorsNone(Stack):
    def __init__(self, scope: App) -> None:
        super().__init__(scope, "ErrorsNone")
        responses = ErrorIntegrationResponses.none()
        integration = Integrations.s3(bucket=Bucket(self, "Bucket"), error_integration_response=responses)
        get_pet = TypeSafeApiIntegration(integration=integration)
        Api(self, "Api", integrations=MockIntegrations.mock_all(get_pet=get_pet))


class ErrorsCustom(Stack):
    def __init__(self, scope: App) -> None:
        super().__init__(scope, "ErrorsCustom")
        responses = ErrorIntegrationResponses.custom(
            responses={
                "404": ApiGatewayIntegrationResponse(
                    status_code="404", response_templates={"application/json": '{"message": "No such pet"}'}
                ),
                r"5\d{2}": ApiGatewayIntegrationResponse(
                    status_code="503", response_parameters={"method.response.header.Content-Type": "'text/plain'"}
                ),
            }
        )
        integration = Integrations.s3(bucket=Bucket(self, "Bucket"), error_integration_response=responses)
        get_pet = TypeSafeApiIntegration(integration=integration)
        Api(self, "Api", integrations=MockIntegrations.mock_all(get_pet=get_pet))


class MocksOfTheModel(Stack):
    def __init__(self, scope: App) -> None:
        super().__init__(scope, "MocksOfTheModel")
        delete_pet = TypeSafeApiIntegration(integration=MockIntegrations.delete_pet_204())
        Api(self, "Successes", integrations=MockIntegrations.mock_all())
        Api(
            self,
            "Failures",
            integrations=OperationConfig(
                list_pets=TypeSafeApiIntegration(integration=MockIntegrations.list_pets_default(500)),
                create_pet=TypeSafeApiIntegration(integration=MockIntegrations.create_pet_4xx(409)),
                get_pet=TypeSafeApiIntegration(integration=MockIntegrations.get_pet_404()),
                delete_pet=delete_pet,
            ),
        )
        tom = MockIntegrations.list_pets_200([{"kind": "cat", "name": "Tom"}])
        Api(
            self,
            "Bodies",
            integrations=OperationConfig(
                list_pets=TypeSafeApiIntegration(integration=tom),
                create_pet=TypeSafeApiIntegration(integration=MockIntegrations.create_pet_201({"name": "Tom"})),
                get_pet=TypeSafeApiIntegration(integration=MockIntegrations.get_pet_503({"message": "Out for a walk"})),
                delete_pet=delete_pet,
            ),
        )


class MocksOfOthers(Stack):
    def __init__(self, scope: App) -> None:
        super().__init__(scope, "MocksOfOthers")
        integration = Integrations.mock(status_code=418, body="short and stout", media_type="text/plain")
        get_pet = TypeSafeApiIntegration(integration=integration)
        Api(self, "Api", integrations=MockIntegrations.mock_all(get_pet=get_pet))


class LinkIntegration(Integration):
    def __init__(self, your_lambda_function: Function) -> None:
        super().__init__()
        self.your_lambda_function = your_lambda_function

    def render(self, *, operation_id: str, method: str, path: str, **_: object) -> ApiGatewayIntegration:
        return ApiGatewayIntegration(
            type="HTTP_PROXY",
            connection_type="VPC_LINK",
            connection_id="link-id",
            http_method=method.upper(),
            uri=f"http://pets.internal{path}",
            request_parameters={
                "integration.request.header.x-operation": f"'{operation_id}'",
                "integration.request.path.petId": "method.request.path.petId",
            },
        )

    def grant(self, *, api: SpecRestApi, operation_id: str, method: str, **_: object) -> None:
        self.your_lambda_function.add_environment(operation_id, api.arn_for_execute_api(method.upper()))


class CustomIntegration(Stack):
    def __init__(self, scope: App) -> None:
        super().__init__(scope, "CustomIntegration")
        integration = LinkIntegration(function_of(self, "Function"))
        get_pet = TypeSafeApiIntegration(integration=integration)
        Api(self, "Api", integrations=MockIntegrations.mock_all(get_pet=get_pet))


class SameApp(Stack):
    def __init__(self, scope: App) -> None:
        super().__init__(scope, "SameApp")
        users = Authorizers.cognito(authorizer_id="users", user_pools=[UserPool(self, "Users")])
        guard = function_of(self, "Guard")
        bucket = Bucket(self, "Bucket")
        responses: Mapping[str, ApiGatewayIntegrationResponse] = {
            r"5\d{2}": ApiGatewayIntegrationResponse(status_code="503"),
            "40[34]": ApiGatewayIntegrationResponse(status_code="404"),
            r"4[1-9]\d": ApiGatewayIntegrationResponse(status_code="404"),
        }
        Api(
            self,
            "Api",
            default_authorizer=users,
            cors_options=CorsOptions(
                allow_origins=["https://example.com", "https://example.org"], allow_headers=["x-trace"]
            ),
            integrations=OperationConfig(
                create_pet=TypeSafeApiIntegration(
                    integration=Integrations.lambda_(CreatePetFunction(self, "CreatePet", code=CODE)),
                    authorizer=Authorizers.custom(
                        authorizer_id="guard", function=guard, authorizer_result_ttl_in_seconds=60
                    ),
                ),
                list_pets=TypeSafeApiIntegration(
                    integration=MockIntegrations.list_pets_200(), authorizer=Authorizers.none()
                ),
                get_pet=TypeSafeApiIntegration(
                    integration=Integrations.s3(
                        bucket=bucket, error_integration_response=ErrorIntegrationResponses.custom(responses=responses)
                    ),
                    authorizer=users.with_scopes("pets/read"),
                ),
                delete_pet=TypeSafeApiIntegration(
                    integration=Integrations.s3(
                        bucket=bucket,
                        method="delete",
                        path="my-pets/{petId}/details.json",
                        success_response_status_code=204,
                    ),
                    authorizer=Authorizers.iam(),
                    options=TypeSafeApiOperationOptions(api_key_required=True),
                ),
            ),
        )


pets = [
    Lambda,
    S3Default,
    S3Customised,
    ErrorsCatchAll,
    ErrorsNone,
    ErrorsCustom,
    MocksOfTheModel,
    MocksOfOthers,
    CustomIntegration,
    SameApp,
]
