import sys

from aws_cdk import App, Stack
from aws_cdk.aws_lambda import Code, Function, Runtime
from aws_cdk.aws_s3 import Bucket
from type_safe_api_project.constructs import (
    ApiGatewayIntegrationResponse,
    ErrorIntegrationResponses,
    Integrations,
    TypeSafeApiIntegration,
    TypeSafeRestApi,
)

SPEC, DIRECTORY, HANDLER = sys.argv[1:]
KEY = "my-pets/{petId}/details.json"

app = App(outdir=DIRECTORY, analytics_reporting=False, context={"aws:cdk:enable-path-metadata": True})
stack = Stack(app, "Shop")
bucket = Bucket(stack, "Pets")
say_hello = Function(
    stack, "SayHello", runtime=Runtime.NODEJS_22_X, handler="index.handler", code=Code.from_inline(HANDLER)
)
not_found = {"404": ApiGatewayIntegrationResponse(status_code="404")}
TypeSafeRestApi(
    stack,
    "Api",
    spec_path=SPEC,
    integrations={
        "sayHello": TypeSafeApiIntegration(integration=Integrations.lambda_(say_hello)),
        "listPets": TypeSafeApiIntegration(integration=Integrations.mock(status_code=200, body="[]")),
        "putPet": TypeSafeApiIntegration(integration=Integrations.s3(bucket=bucket, path=KEY)),
        "getPet": TypeSafeApiIntegration(
            integration=Integrations.s3(
                bucket=bucket,
                path=KEY,
                error_integration_response=ErrorIntegrationResponses.custom(responses=not_found),
            )
        ),
        "deletePet": TypeSafeApiIntegration(
            integration=Integrations.s3(bucket=bucket, method="delete", path=KEY, success_response_status_code=204)
        ),
    },
)
app.synth()
