"""Reads pairs of modules as JSON and says which are not the same but for their comments and documentation."""

import ast
import json
import sys


def code_of(text: str) -> str:
    tree = ast.parse(text)
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if not isinstance(body, list):
            continue
        # The documentation of a module, a class or a function, and that of the attribute before it.
        kept = [each for each in body if not is_text(each)]
        node.body = kept or [ast.Pass()]
    return ast.dump(tree)


def is_text(statement: ast.stmt) -> bool:
    value = statement.value if isinstance(statement, ast.Expr) else None
    return isinstance(value, ast.Constant) and isinstance(value.value, str)


for path, plain, hostile in json.load(sys.stdin):
    if code_of(plain) != code_of(hostile):
        print(path)
