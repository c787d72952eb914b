"""What the author of template.yaml wrote, held against what stands in the services: translator and packaging included.

Here is also what moto forgets: SnapStart and where a function logs. It is looked for in the translated template.
"""

from compare import differences
from kinds import KINDS
from kinds.functions import alias_of

FUNCTION = "AWS::Serverless::Function"
LIVE = "live"


def lost(source, stack):
    """Whatever of the source is not there, or not so; a line each."""
    globals_ = source.get("Globals", {}).get("Function", {})
    there = Services(stack)
    for name, resource in source["Resources"].items():
        if resource["Type"] == FUNCTION and name in stack.made:
            for line in _function(name, _merged(globals_, resource["Properties"]), stack, there):
                yield f"{stack.name}, {name} of the source: {line}"


def _merged(globals_, own):
    """As SAM merges: what a function says itself goes before, and names of variables add up."""
    if isinstance(globals_, dict) and isinstance(own, dict):
        return {key: _merged(globals_[key], own[key]) if key in globals_ and key in own else own.get(key, globals_.get(key))
                for key in {**globals_, **own}}
    return own


def _function(name, properties, stack, there):
    made = stack.made[name]
    kept = KINDS[made.type].read(stack.cloud, made.ref, made.properties)
    for key in ("Handler", "Runtime", "MemorySize", "Timeout", "Architectures", "Environment"):
        yield from differences({key: stack.resolve(properties[key])}, kept)
    for key in ("SnapStart", "LoggingConfig"):
        if key in properties:
            yield from differences({key: stack.resolve(properties[key])}, made.properties)
    alias = f"{made.attributes['Arn']}:{LIVE}"
    for key, event in properties.get("Events", {}).items():
        if there.missing(event["Type"], stack.resolve(event.get("Properties", {})), alias):
            yield f"its event {key} does not lead to {alias}"
    if "EventInvokeConfig" in properties:
        wanted = stack.resolve(properties["EventInvokeConfig"])
        for destination in wanted.get("DestinationConfig", {}).values():
            destination.pop("Type", None)
        yield from differences(wanted, stack.cloud(
            "lambda", "get_function_event_invoke_config", FunctionName=made.ref, Qualifier=LIVE))


class Services:
    """What leads to functions, as the services list it."""

    def __init__(self, stack):
        cloud = stack.cloud
        self.routes, self.mappings, self.rules = {}, [], []
        for api in (made.ref for made in stack.everything() if made.type == "AWS::ApiGatewayV2::Api"):
            leads = {each["IntegrationId"]: each["IntegrationUri"]
                     for each in cloud("apigatewayv2", "get_integrations", ApiId=api)["Items"]}
            for route in cloud("apigatewayv2", "get_routes", ApiId=api)["Items"]:
                path = route["RouteKey"].split(" ")[1]
                self.routes[path.removeprefix("/") if path == "/$default" else path] = leads[
                    route["Target"].removeprefix("integrations/")]
        self.mappings = [{**each, "FunctionArn": alias_of(cloud, each["FunctionArn"])} for each in
                         cloud("lambda", "list_event_source_mappings")["EventSourceMappings"]]
        self.schedules = [cloud("scheduler", "get_schedule", Name=made.ref) for made in stack.everything()
                          if made.type == "AWS::Scheduler::Schedule"]
        for rule in (made.ref for made in stack.everything() if made.type == "AWS::Events::Rule"):
            self.rules.append({**cloud("events", "describe_rule", Name=rule),
                               "targets": cloud("events", "list_targets_by_rule", Rule=rule)["Targets"]})

    def missing(self, kind, wanted, alias):
        match kind:
            case "HttpApi":
                return f"/{alias}/" not in self.routes.get(wanted.get("Path", "$default"), "")
            case "ScheduleV2":
                return not any(each["Target"]["Arn"] == alias
                               and each["ScheduleExpression"] == wanted["ScheduleExpression"]
                               for each in self.schedules)
            case "DynamoDB":
                return not any(each["FunctionArn"] == alias and each["EventSourceArn"] == wanted["Stream"]
                               and each["FilterCriteria"] == wanted["FilterCriteria"] for each in self.mappings)
            case "EventBridgeRule":
                return not any(target["Arn"] == alias and not any(differences(wanted["Pattern"], rule["EventPattern"]))
                               for rule in self.rules for target in rule["targets"])
        raise ValueError(f"teach events of the type {kind} to infrastructure/stack/source.py")
