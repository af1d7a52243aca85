"""The app that is written in three languages; its arguments are the gateway document and the folder for the assembly."""

import sys
from typing import Any

from aws_cdk import App, Stack
from type_safe_api_project.constructs import (
    ApiGatewayIntegration,
    Authorizers,
    Integration,
    IntegrationRenderProps,
    Integrations,
    TypeSafeApiIntegration,
    TypeSafeRestApi,
)


class HttpBin(Integration):
    """An integration of the app's own."""

    def render(self, props: IntegrationRenderProps) -> ApiGatewayIntegration:
        return ApiGatewayIntegration(
            type="HTTP_PROXY",
            http_method=props.method.upper(),
            uri=f"https://example.com{props.path}",
        )


def main(spec_path: str, outdir: str) -> None:
    app = App(outdir=outdir)
    stack = Stack(app, "Stack")
    headers: dict[str, Any] = {"x-mock": "yes"}
    TypeSafeRestApi(
        stack,
        "Api",
        spec_path=spec_path,
        rest_api_name="smoke",
        default_authorizer=Authorizers.iam(),
        integrations={
            "sayHello": TypeSafeApiIntegration(
                integration=Integrations.mock(status_code=200, body='{"message":"Hello"}', headers=headers),
                authorizer=Authorizers.none(),
            ),
            "forward": TypeSafeApiIntegration(integration=HttpBin()),
        },
    )
    app.synth()


main(*sys.argv[1:])
