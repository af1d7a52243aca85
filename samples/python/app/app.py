"""The CDK app: which integration answers which operation."""

from aws_cdk import App, Stack
from aws_cdk.aws_apigateway import CorsOptions
from constructs import Construct
from pets_python_infra import (
    Api,
    Authorizers,
    Integrations,
    MockIntegrations,
    OperationConfig,
    SayHelloFunction,
    TypeSafeApiIntegration,
)


class ApiStack(Stack):
    def __init__(self, scope: Construct, construct_id: str) -> None:
        super().__init__(scope, construct_id)

        Api(
            self,
            "Api",
            # Everyone may call this API. Before it is deployed with more than a greeting: Authorizers.iam(), for example.
            default_authorizer=Authorizers.none(),
            cors_options=CorsOptions(allow_origins=["*"]),
            # One integration for each operation of the model: leave one out, and mypy says so.
            integrations=OperationConfig(
                say_hello=TypeSafeApiIntegration(
                    integration=Integrations.lambda_(SayHelloFunction(self, "SayHello")),
                ),
                # Until there is something better, API Gateway answers with the examples of the model.
                list_pets=TypeSafeApiIntegration(integration=MockIntegrations.list_pets_200()),
                get_pet=TypeSafeApiIntegration(integration=MockIntegrations.get_pet_200()),
            ),
        )


app = App()
ApiStack(app, "Pets")
app.synth()
