"""Imports API documents with moto's implementation of API Gateway. Arguments: JSON files with documents.

Prints, by the name of the file: `error`, or the methods that are there afterwards, each with its integration, as API Gateway describes them.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

os.environ.update(AWS_ACCESS_KEY_ID="none", AWS_SECRET_ACCESS_KEY="none", AWS_DEFAULT_REGION="us-east-1")

import boto3  # noqa: E402
from botocore.exceptions import ClientError  # noqa: E402
from moto import mock_aws  # noqa: E402


def import_document(text: bytes) -> dict[str, Any]:
    # Greedy variables are API Gateway's own: for OpenAPI, the variable of `{proxy+}` has no parameter.
    document = json.loads(text.replace(b"+}", b"}"))
    for item in document["paths"].values():
        for operation in item.values():
            integration = operation["x-amazon-apigateway-integration"]
            if integration["type"] == "MOCK":
                # moto fails without them, where API Gateway has no use for them.
                integration.update(uri="", httpMethod="POST")
    client = boto3.client("apigateway")
    api = client.create_rest_api(name="api")["id"]
    try:
        client.put_rest_api(restApiId=api, mode="overwrite", failOnWarnings=True, body=json.dumps(document).encode())
    except ClientError as error:
        return {"error": str(error)}
    resources = client.get_resources(restApiId=api, limit=500)["items"]
    return {
        "methods": {
            f"{method} {resource['path']}": describe(client, restApiId=api, resourceId=resource["id"], httpMethod=method)
            for resource in resources
            for method in resource.get("resourceMethods", {})
        }
    }


def describe(client: Any, **method: str) -> dict[str, Any]:
    found = client.get_method(**method)
    integration = found.get("methodIntegration", {})
    responses = integration.get("integrationResponses", {})
    return {
        "type": integration.get("type"),
        "uri": integration.get("uri"),
        "statuses": sorted(found.get("methodResponses", {})),
        "answers": sorted({response["statusCode"] for response in responses.values()}),
    }


with mock_aws():
    print(json.dumps({Path(file).stem: import_document(Path(file).read_bytes()) for file in sys.argv[1:]}))
