import json
import os
import sys
import time
from pathlib import Path

counter = {"calls": 0}


def event(event, context):
    counter["calls"] += 1
    body = {
        "method": event["httpMethod"],
        "path": event["path"],
        "body": event["body"],
        "name": context.function_name,
        "arn": context.invoked_function_arn,
        "left": context.get_remaining_time_in_millis(),
        "table": os.environ["TABLE"],
        "calls": counter["calls"],
        "root": os.environ["LAMBDA_TASK_ROOT"],
        "first": sys.path[0],
        "client": sys.modules["runtime_client"].__class__.__name__,
    }
    return {"statusCode": 200, "body": json.dumps(body)}


def fails(event, context):
    raise ValueError("no such pet: Ü")


def prints(event, context):
    print("one")
    print("two", file=sys.stderr)
    return {"statusCode": 204}


def sleeps(event, context):
    time.sleep(30)


def text(event, context):
    return {"statusCode": 200, "body": Path(__file__).with_name("text.txt").read_text()}
