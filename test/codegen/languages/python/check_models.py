"""Checks values by generated models, makes typed values of those that are right, and plain ones again.

Takes a file with cases, and prints what was found as JSON.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from typing import Any


def main(cases: list[dict[str, Any]]) -> list[list[dict[str, object]]]:
    return [_outcomes(case) for case in cases]


def _outcomes(case: dict[str, Any]) -> list[dict[str, object]]:
    support = f"{case['package']}._support"
    violations_of = import_module(f"{support}.checks").violations_of
    model = import_module(f"{support}.model")
    module = import_module(f"{case['package']}.{case['module']}")
    check, annotation = getattr(module, case["check"]), getattr(module, case["type"])
    outcomes: list[dict[str, object]] = []
    for value in case["values"]:
        report = [
            [each.pointer, each.constraint, each.message] for each in violations_of(check, value)
        ]
        outcome: dict[str, object] = {"report": report}
        if not report:
            outcome["value"] = model.to_json(model.read_value(annotation, value))
        outcomes.append(outcome)
    return outcomes


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        json.dump(main(json.load(file)), sys.stdout)
