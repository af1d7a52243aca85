"""Prints as JSON, for every public class of a module, its members: a method with its parameters, a property, a member of an enum."""

import ast
import json
import sys
import zipfile


def members(node: ast.ClassDef) -> list[str]:
    found = []
    for item in node.body:
        if isinstance(item, ast.FunctionDef) and (item.name == "__init__" or not item.name.startswith("_")):
            if any(isinstance(each, ast.Name) and each.id == "property" or
                   isinstance(each, ast.Attribute) and each.attr == "property" for each in item.decorator_list):
                found.append(item.name)
            else:
                parameters = [each.arg for each in item.args.args[1:]]
                if item.args.vararg is not None:
                    parameters.append(item.args.vararg.arg)
                keywords = sorted(each.arg for each in item.args.kwonlyargs)
                found.append(f"{item.name}({', '.join(parameters + keywords)})")
        elif isinstance(item, ast.Assign) and isinstance(item.targets[0], ast.Name) and item.targets[0].id.isupper():
            found.append(item.targets[0].id)
    return sorted(found)


wheel, module = sys.argv[1:]
with zipfile.ZipFile(wheel) as archive:
    tree = ast.parse(archive.read(module))
classes = [node for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")]
print(json.dumps({node.name: members(node) for node in classes}))
