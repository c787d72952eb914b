"""What visitors reach: the HTTP API, and CloudFront in front of it."""

import json

from template import REGION, TemplateError, text

from . import Kind, kind, without

ANY = "x-amazon-apigateway-any-method"


@kind("AWS::ApiGatewayV2::Api")
class Api(Kind):
    """An HTTP API by its OpenAPI document."""

    def create(self, cloud, name, properties):
        unknown = properties.keys() - {"Body", "FailOnWarnings", "DisableExecuteApiEndpoint"}
        if unknown:
            raise TemplateError(f"teach {', '.join(unknown)} to kinds.site.Api")
        # moto has no ImportApi; importing anew into an empty one comes to the same.
        made = cloud("apigatewayv2", "create_api", Name=name, ProtocolType="HTTP")
        cloud("apigatewayv2", "reimport_api", ApiId=made["ApiId"], Body=json.dumps(properties["Body"]),
              FailOnWarnings=properties.get("FailOnWarnings", False))
        if "DisableExecuteApiEndpoint" in properties:
            cloud("apigatewayv2", "update_api", ApiId=made["ApiId"],
                  DisableExecuteApiEndpoint=properties["DisableExecuteApiEndpoint"])
        return made["ApiId"], {"ApiId": made["ApiId"],
                               "ApiEndpoint": f"https://{made['ApiId']}.execute-api.{REGION}.amazonaws.com"}

    def read(self, cloud, ref, properties):
        api = cloud("apigatewayv2", "get_api", ApiId=ref)
        kept = {integration["IntegrationId"]: integration
                for integration in cloud("apigatewayv2", "get_integrations", ApiId=ref)["Items"]}
        paths = {}
        for route in cloud("apigatewayv2", "get_routes", ApiId=ref)["Items"]:
            method, path = route["RouteKey"].split(" ")
            integration = kept[route["Target"].removeprefix("integrations/")]
            paths.setdefault(path, {})[method.lower()] = {
                "isDefaultRoute": path == "/$default",
                "x-amazon-apigateway-integration": {
                    "httpMethod": integration["IntegrationMethod"],
                    "type": integration["IntegrationType"].lower(),
                    "uri": integration["IntegrationUri"],
                    "payloadFormatVersion": integration["PayloadFormatVersion"],
                }}
        wanted = properties["Body"]
        if paths.keys() != wanted["paths"].keys():
            raise TemplateError(f"the API has the routes {sorted(paths)}")
        for path, methods in wanted["paths"].items():
            for method, route in methods.items():
                # What an OpenAPI document says of a route beside where it leads; moto reads none of it.
                silent = without(route, "x-amazon-apigateway-integration", "isDefaultRoute")
                paths[path].get(method, {}).update(silent)
        return {"Body": {**without(wanted, "paths", "info"), "paths": paths,
                         "info": {"title": api["Name"], "version": api["Version"]}},
                "FailOnWarnings": properties.get("FailOnWarnings"),
                "DisableExecuteApiEndpoint": api.get("DisableExecuteApiEndpoint", False)}


@kind("AWS::ApiGatewayV2::Stage")
class Stage(Kind):
    within = "ApiId"

    def create(self, cloud, name, properties):
        cloud("apigatewayv2", "create_stage", **properties)
        return properties["StageName"], {}

    def read(self, cloud, ref, properties):
        where = {key: properties[key] for key in ("ApiId", "StageName")}
        return {**cloud("apigatewayv2", "get_stage", **where), **where}


# What CloudFormation calls otherwise than the API.
RENAMED = {"IPV6Enabled": "IsIPV6Enabled", "OriginCustomHeaders": "CustomHeaders"}

# What the API insists on where CloudFormation knows what is meant.
DEFAULTS = {"CustomOriginConfig": {"HTTPPort": 80, "HTTPSPort": 443}}


def shaped(shape, value, path=""):
    """A template's value in the form of CloudFront's API: its lists say how long they are, its names are spelt apart."""
    if shape.type_name == "structure":
        members = shape.members
        if isinstance(value, list):
            return {"Quantity": len(value), "Items": [shaped(members["Items"].member, each, path) for each in value]}
        spelt = {member.lower(): member for member in members}
        value = {**DEFAULTS.get(shape.name, {}), **value}
        if "AllowedMethods" in value and isinstance(value["AllowedMethods"], list):
            cached = value.pop("CachedMethods", ["GET", "HEAD"])
            value["AllowedMethods"] = {"Items": value["AllowedMethods"], "Quantity": len(value["AllowedMethods"]),
                                       "CachedMethods": cached}
        result = {}
        for name, each in value.items():
            member = spelt.get(RENAMED.get(name, name).lower())
            if member is None:
                raise TemplateError(f"teach {path}.{name} to kinds.site.RENAMED")
            result[member] = shaped(members[member], each, f"{path}.{name}")
        return result
    if shape.type_name == "list":
        return [shaped(shape.member, each, path) for each in value]
    if shape.type_name in ("integer", "long"):
        return int(value)
    if shape.type_name == "boolean":
        return value in (True, "true")
    return text(value)


class OfCloudFront(Kind):
    """A resource with one property, its configuration."""

    config, operation, answer, required = "", "", "", {}

    def shaped(self, cloud, properties, name):
        shape = cloud.client("cloudfront").meta.service_model.shape_for(self.config)
        config = shaped(shape, properties[self.config])
        return {**{key: value or name for key, value in self.required.items() if key not in config}, **config}

    def create(self, cloud, name, properties):
        made = cloud("cloudfront", f"create_{self.operation}", **{self.config: self.shaped(cloud, properties, name)})
        found = made.get(self.answer, {"Id": name})
        return found["Id"], {"Id": found["Id"], "DomainName": found.get("DomainName", "")}


@kind("AWS::CloudFront::Distribution")
class Distribution(OfCloudFront):
    config, operation, answer = "DistributionConfig", "distribution", "Distribution"
    required = {"CallerReference": "", "Comment": ""}

    def wanted(self, cloud, properties):
        config = without(self.shaped(cloud, properties, ""), "CallerReference")
        for origin in config["Origins"]["Items"]:
            # By which right CloudFront reads a bucket, moto forgets.
            origin.pop("OriginAccessControlId", None)
            origin.pop("S3OriginConfig", None)
        return {self.config: config}

    def read(self, cloud, ref, properties):
        return {"DistributionConfig": cloud("cloudfront", "get_distribution_config", Id=ref)["DistributionConfig"]}


@kind("AWS::CloudFront::OriginAccessControl")
class OriginAccessControl(OfCloudFront):
    config, operation, answer = "OriginAccessControlConfig", "origin_access_control", "OriginAccessControl"

    def read(self, cloud, ref, properties):
        return cloud("cloudfront", "get_origin_access_control", Id=ref)["OriginAccessControl"]


class Unheard(OfCloudFront):
    """moto has none of these; the call is checked."""

    def read(self, cloud, ref, properties):
        return properties


@kind("AWS::CloudFront::CachePolicy")
class CachePolicy(Unheard):
    config, operation, answer = "CachePolicyConfig", "cache_policy", "CachePolicy"


@kind("AWS::CloudFront::OriginRequestPolicy")
class OriginRequestPolicy(Unheard):
    config, operation, answer = "OriginRequestPolicyConfig", "origin_request_policy", "OriginRequestPolicy"


@kind("AWS::CloudFront::ResponseHeadersPolicy")
class ResponseHeadersPolicy(Unheard):
    config, operation, answer = "ResponseHeadersPolicyConfig", "response_headers_policy", "ResponseHeadersPolicy"
