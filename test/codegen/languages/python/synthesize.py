"""Synthesizes an app for each of some generated packages, with a mock for every operation.

Its arguments are a folder for the cloud assemblies and the names of the packages.
"""

import importlib
import sys
from pathlib import Path

import aws_cdk as cdk


def synthesize(module: str, folder: Path) -> None:
    package = importlib.import_module(module)
    app = cdk.App(analytics_reporting=False, outdir=str(folder / module))
    stack = cdk.Stack(app, "Stack")
    package.Api(stack, "Api", integrations=package.MockIntegrations.mock_all())
    app.synth()


if __name__ == "__main__":
    directory, *modules = sys.argv[1:]
    for each in modules:
        synthesize(each, Path(directory))
