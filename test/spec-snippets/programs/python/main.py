import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from aws_cdk import App, Stack
from hello import hello
from pets import pets


def synthesize(create: Callable[[App], Stack]) -> dict[str, Any]:
    try:
        app = App(analytics_reporting=False)
        stack = create(app)
        return {"template": app.synth().get_stack_by_name(stack.stack_name).template}
    except Exception as error:
        return {"error": f"{type(error).__name__}: {error}"}


cases = {create.__name__: synthesize(create) for create in [*hello, *pets]}
Path(sys.argv[1]).write_text(json.dumps(cases))
