"""Whether whoever hands an event over in the stack may do so: the services ask nobody on moto, so it is asked here.

Read back from the services: policies of queues, permissions of functions, policies of roles. Conditions other than on where
the event comes from are not understood, and allow nothing.
"""

import json
import re
from fnmatch import fnmatchcase

from cloud import Refused
from template import ACCOUNT, REGION

SEND = "sqs:SendMessage"
INVOKE = "lambda:InvokeFunction"
API = "apigateway.amazonaws.com"
EVENTS = "events.amazonaws.com"


def forbidden(stack):
    """What would be refused in a deployed stack; a line each."""
    for made in stack.everything():
        check = CHECKS.get(made.type)
        if check:
            for line in check(stack.cloud, made.ref, made.attributes):
                yield f"{stack.name}, {made.ref}: {line}"


def _api(cloud, ref, attributes):
    leads = {each["IntegrationId"]: each["IntegrationUri"]
             for each in cloud("apigatewayv2", "get_integrations", ApiId=ref)["Items"]}
    for route in cloud("apigatewayv2", "get_routes", ApiId=ref)["Items"]:
        alias = leads[route["Target"].removeprefix("integrations/")].split("/functions/")[1].removesuffix("/invocations")
        path = re.sub(r"\{[^}]+}", "something", route["RouteKey"].split(" ")[1])
        source = f"arn:aws:execute-api:{REGION}:{ACCOUNT}:{ref}/$default/POST{path}"
        if not _invoked(cloud, alias, API, source):
            yield f"the route {path} may not call {alias}"


def _rule(cloud, ref, attributes):
    for target in cloud("events", "list_targets_by_rule", Rule=ref)["Targets"]:
        if ":function:" in target["Arn"] and not _invoked(cloud, target["Arn"], EVENTS, attributes["Arn"]):
            yield f"it may not call {target['Arn']}"
        queue = target.get("DeadLetterConfig", {}).get("Arn")
        if queue and not _allowed(_queue_policy(cloud, queue), SEND, queue, EVENTS, attributes["Arn"]):
            yield f"it may not put what it can't hand over into {queue}"


def _schedule(cloud, ref, attributes):
    target = cloud("scheduler", "get_schedule", Name=ref)["Target"]
    role = target["RoleArn"]
    yield from _role(cloud, role, INVOKE, target["Arn"])
    queue = target.get("DeadLetterConfig", {}).get("Arn")
    if queue:
        yield from _role(cloud, role, SEND, queue)


def _mapping(cloud, ref, attributes):
    mapping = cloud("lambda", "get_event_source_mapping", UUID=ref)
    role = _role_of(cloud, mapping["FunctionArn"])
    yield from _failures(cloud, role, mapping)
    stream = "dynamodb:GetRecords"
    if ":dynamodb:" in mapping["EventSourceArn"]:
        yield from _role(cloud, role, stream, mapping["EventSourceArn"])


def _function(cloud, ref, attributes):
    aliases = cloud("lambda", "list_aliases", FunctionName=ref)["Aliases"]
    for alias in aliases:
        try:
            found = cloud("lambda", "get_function_event_invoke_config", FunctionName=ref, Qualifier=alias["Name"])
        except Refused:
            # It is called by nobody who would not wait for it.
            continue
        yield from _failures(cloud, _role_of(cloud, attributes["Arn"]), found)


CHECKS = {
    "AWS::ApiGatewayV2::Api": _api,
    "AWS::Events::Rule": _rule,
    "AWS::Scheduler::Schedule": _schedule,
    "AWS::Lambda::EventSourceMapping": _mapping,
    "AWS::Lambda::Function": _function,
}


def _failures(cloud, role, configured):
    queue = configured.get("DestinationConfig", {}).get("OnFailure", {}).get("Destination")
    if queue:
        yield from _role(cloud, role, SEND, queue)


def _invoked(cloud, alias, service, source):
    try:
        policy = json.loads(cloud("lambda", "get_policy", FunctionName=alias)["Policy"])
    except Refused:
        return False
    # moto keeps the permission with the function, and forgets for which of its aliases it is.
    return _allowed(policy, INVOKE, alias.rsplit(":", 1)[0], service, source)


def _queue_policy(cloud, arn):
    url = cloud("sqs", "get_queue_url", QueueName=arn.split(":")[-1])["QueueUrl"]
    attributes = cloud("sqs", "get_queue_attributes", QueueUrl=url, AttributeNames=["Policy"])
    return json.loads(attributes.get("Attributes", {}).get("Policy", '{"Statement": []}'))


def _role_of(cloud, function):
    return cloud("lambda", "get_function", FunctionName=function)["Configuration"]["Role"]


def _role(cloud, arn, action, resource):
    name = arn.split("/")[-1]
    inline = cloud("iam", "list_role_policies", RoleName=name)["PolicyNames"]
    policies = [cloud("iam", "get_role_policy", RoleName=name, PolicyName=each)["PolicyDocument"] for each in inline]
    for attached in cloud("iam", "list_attached_role_policies", RoleName=name)["AttachedPolicies"]:
        where = {"PolicyArn": attached["PolicyArn"]}
        version = cloud("iam", "get_policy", **where)["Policy"]["DefaultVersionId"]
        policies.append(cloud("iam", "get_policy_version", VersionId=version, **where)["PolicyVersion"]["Document"])
    if not any(_allowed(policy, action, resource) for policy in policies):
        yield f"{name} may not {action} on {resource}"


def _allowed(policy, action, resource, service=None, source=None):
    return any(
        statement["Effect"] == "Allow"
        and _any(statement["Action"], action)
        and _any(statement["Resource"], resource)
        and (service is None or _any(statement.get("Principal", {}).get("Service", []), service))
        and _from(statement.get("Condition", {}), source)
        for statement in _list(policy["Statement"]))


def _from(conditions, source):
    return all(
        operator.startswith("Arn") and key.lower() == "aws:sourcearn" and source and _any(values, source)
        for operator, keys in conditions.items() for key, values in keys.items())


def _any(patterns, value):
    return any(fnmatchcase(value, pattern) for pattern in _list(patterns))


def _list(value):
    return value if isinstance(value, list) else [value]
