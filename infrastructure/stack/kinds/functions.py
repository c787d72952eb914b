"""Lambda: functions, their versions and aliases, who may call them, what calls them."""

import json

from . import Kind, kind, lower, tags, without


@kind("AWS::Lambda::Function")
class Function(Kind):
    # Of these moto keeps nothing; where the code lies it keeps as a hash.
    forgets = ("SnapStart", "LoggingConfig", "Code")

    def create(self, cloud, name, properties):
        made = cloud("lambda", "create_function", FunctionName=properties.get("FunctionName", name),
                     Tags=tags(properties), **without(properties, "FunctionName", "Tags", "ReservedConcurrentExecutions"))
        if "ReservedConcurrentExecutions" in properties:
            cloud("lambda", "put_function_concurrency", FunctionName=made["FunctionName"],
                  ReservedConcurrentExecutions=properties["ReservedConcurrentExecutions"])
        return made["FunctionName"], {"Arn": made["FunctionArn"]}

    def read(self, cloud, ref, properties):
        function = cloud("lambda", "get_function", FunctionName=ref)
        concurrency = function.get("Concurrency", {})
        kept = [{"Key": key, "Value": value} for key, value in function.get("Tags", {}).items()]
        return {**function["Configuration"], **concurrency, "Tags": kept}


@kind("AWS::Lambda::Version")
class Version(Kind):
    def create(self, cloud, name, properties):
        version = cloud("lambda", "publish_version", **properties)
        return version["FunctionArn"], {"Version": version["Version"]}

    def read(self, cloud, ref, properties):
        return {"FunctionName": cloud("lambda", "get_function", FunctionName=ref)["Configuration"]["FunctionName"]}


@kind("AWS::Lambda::Alias")
class Alias(Kind):
    def create(self, cloud, name, properties):
        return cloud("lambda", "create_alias", **properties)["AliasArn"], {}

    def read(self, cloud, ref, properties):
        alias = cloud("lambda", "get_alias", FunctionName=properties["FunctionName"], Name=properties["Name"])
        return {**alias, "FunctionName": alias["AliasArn"].split(":")[6]}


@kind("AWS::Lambda::Permission")
class Permission(Kind):
    def create(self, cloud, name, properties):
        cloud("lambda", "add_permission", StatementId=name, **properties)
        return name, {}

    def read(self, cloud, ref, properties):
        policy = cloud("lambda", "get_policy", FunctionName=properties["FunctionName"])["Policy"]
        return {"FunctionName": properties["FunctionName"], **_allowed(policy, ref)}


def _allowed(policy, statement):
    found = next(each for each in json.loads(policy)["Statement"] if each["Sid"] == statement)
    source = found.get("Condition", {})
    return {
        "Action": found["Action"],
        "Principal": found["Principal"].get("Service", found["Principal"].get("AWS")),
        "SourceArn": source.get("ArnLike", {}).get("AWS:SourceArn"),
        "SourceAccount": source.get("StringEquals", {}).get("AWS:SourceAccount"),
    }


@kind("AWS::Lambda::EventSourceMapping")
class EventSourceMapping(Kind):
    def create(self, cloud, name, properties):
        return cloud("lambda", "create_event_source_mapping", **properties)["UUID"], {}

    def read(self, cloud, ref, properties):
        mapping = cloud("lambda", "get_event_source_mapping", UUID=ref)
        return {**mapping, "FunctionName": alias_of(cloud, mapping["FunctionArn"])}


def alias_of(cloud, arn):
    """The alias of a version: moto keeps what an alias led to when it was told."""
    name, version = arn.split(":")[6:]
    aliases = cloud("lambda", "list_aliases", FunctionName=name)["Aliases"]
    return next((alias["AliasArn"] for alias in aliases if alias["FunctionVersion"] == version), arn)


@kind("AWS::Lambda::EventInvokeConfig")
class EventInvokeConfig(Kind):
    def create(self, cloud, name, properties):
        cloud("lambda", "put_function_event_invoke_config", **properties)
        return name, {}

    def read(self, cloud, ref, properties):
        where = {key: properties[key] for key in ("FunctionName", "Qualifier")}
        return {**cloud("lambda", "get_function_event_invoke_config", **where), **where}


@kind("AWS::CodeDeploy::Application")
class Application(Kind):
    def create(self, cloud, name, properties):
        name = properties.get("ApplicationName", name)
        cloud("codedeploy", "create_application", **lower({**properties, "ApplicationName": name}))
        return name, {}

    def read(self, cloud, ref, properties):
        found = cloud("codedeploy", "get_application", applicationName=ref)["application"]
        return {"ApplicationName": found["applicationName"], "ComputePlatform": found["computePlatform"]}


@kind("AWS::CodeDeploy::DeploymentGroup")
class DeploymentGroup(Kind):
    within = "ApplicationName"
    forgets = ("alarmConfiguration",)

    def create(self, cloud, name, properties):
        name = properties.get("DeploymentGroupName", name)
        cloud("codedeploy", "create_deployment_group", **lower({**properties, "DeploymentGroupName": name}))
        return name, {}

    def wanted(self, cloud, properties):
        return lower(properties)

    def read(self, cloud, ref, properties):
        return cloud("codedeploy", "get_deployment_group", applicationName=properties["ApplicationName"],
                     deploymentGroupName=ref)["deploymentGroupInfo"]
