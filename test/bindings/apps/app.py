"""The app that is written in three languages; its arguments are the gateway document and the folder for the assembly."""

import sys
from typing import Any

from aws_cdk import App, Stack
from type_safe_api_project.constructs import (
    ApiGatewayIntegration,
    Authorizers,
    Integration,
    Integrations,
    TypeSafeApiIntegration,
    TypeSafeRestApi,
)


class HttpBin(Integration):
    """An integration of the app's own."""

    def render(self, *, method: str, path: str, **_: Any) -> ApiGatewayIntegration:
        return ApiGatewayIntegration(type="HTTP_PROXY", http_method=method.upper(), uri=f"https://example.com{path}")


def main(spec_path: str, outdir: str) -> None:
    app = App(outdir=outdir)
    stack = Stack(app, "Stack")
    TypeSafeRestApi(
        stack,
        "Api",
        spec_path=spec_path,
        rest_api_name="smoke",
        default_authorizer=Authorizers.iam(),
        integrations={
            "sayHello": TypeSafeApiIntegration(
                integration=Integrations.mock(
                    status_code=200,
                    body='{"message":"Hello"}',
                    headers={"x-mock": "yes"},
                ),
                authorizer=Authorizers.none(),
            ),
            "forward": TypeSafeApiIntegration(integration=HttpBin()),
        },
    )
    app.synth()


main(*sys.argv[1:])
