"""Holds answers against the schemas of an OpenAPI document, every key of them: validate.py FILE, where FILE has
{"document": …, "answers": [{"method", "path", "status", "answer"}, …]}. Says what does not fit, and ends with 1 then."""
import json
import sys

from jsonschema import Draft202012Validator


def closed(schema, document):
    """The schema with references written out and alternatives joined, and no key that it does not name."""
    if "$ref" in schema:
        target = document
        for part in schema["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        return closed(target, document)
    if "allOf" in schema:
        parts = [closed(part, document) for part in schema["allOf"]]
        properties = {name: value for part in parts for name, value in part["properties"].items()}
        return {"type": "object", "properties": properties, "additionalProperties": False,
                "required": sorted({name for part in parts for name in part["required"]})}
    schema = dict(schema)
    if "properties" in schema:
        schema["properties"] = {name: closed(value, document) for name, value in schema["properties"].items()}
        schema["additionalProperties"] = False
    elif isinstance(schema.get("additionalProperties"), dict):
        schema["additionalProperties"] = closed(schema["additionalProperties"], document)
    if "items" in schema:
        schema["items"] = closed(schema["items"], document)
    return schema


def main(file):
    with open(file, encoding="utf-8") as text:
        given = json.load(text)
    document, wrong = given["document"], []
    for answer in given["answers"]:
        operation = document["paths"][answer["path"]][answer["method"]]
        response = operation["responses"].get(answer["status"])
        name = f"{answer['method']} {answer['path']} ({answer['status']})"
        if response is None:
            wrong.append(f"{name}: the status is not named")
            continue
        if "$ref" in response:
            response = document["components"]["responses"]["Error"]
        schema = closed(response["content"]["application/json"]["schema"], document)
        for error in Draft202012Validator(schema).iter_errors(answer["answer"]):
            wrong.append(f"{name}: {error.json_path}: {error.message[:200]}")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
