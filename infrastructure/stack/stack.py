"""A stack as CloudFormation would make it: each resource after those that it refers to, by its service's own API."""

import hashlib
from dataclasses import dataclass, field

from cloud import Refused
from compare import differences
from kinds import KINDS
from template import Template, TemplateError
from translate import parse

NESTED = "AWS::CloudFormation::Stack"


@dataclass
class Made:
    """A resource that was created."""

    type: str
    ref: str
    attributes: dict
    properties: dict
    nested: "Stack | None" = field(default=None)


class Stack(Template):
    def __init__(self, cloud, document, name, parameters, taken):
        super().__init__(document, name, parameters)
        self.cloud = cloud
        self.made = {}
        self._taken = taken
        self._begun = []

    def create(self):
        """Creates everything, and works the outputs out. The first thing that is refused ends it."""
        for key in self.resources():
            self.resource(key)
        return {
            key: self.resolve(output["Value"])
            for key, output in self.document.get("Outputs", {}).items()
            if "Condition" not in output or self.condition(output["Condition"])
        }

    def resource(self, name):
        """What was made of the resource; made now, if it is the first time that somebody asks."""
        if name not in self.made:
            if name in self._begun:
                raise TemplateError(f"{self.name}: {' -> '.join([*self._begun, name])} go in a circle")
            if name not in self.resources():
                raise TemplateError(f"{self.name} refers to {name}, which is none of its parameters or resources")
            self._begun.append(name)
            self.made[name] = self._make(name, self.document["Resources"][name])
            self._begun.pop()
        return self.made[name]

    def _make(self, name, resource):
        before = resource.get("DependsOn", [])
        for other in [before] if isinstance(before, str) else before:
            if other in self.resources():
                self.resource(other)
        properties = self.resolve(resource.get("Properties", {}))
        physical = self._physical(name)
        if resource["Type"] == NESTED:
            return self._nest(physical, properties)
        kind = KINDS.get(resource["Type"])
        if kind is None:
            raise TemplateError(f"teach {resource['Type']} to infrastructure/stack/kinds: {self.name} has {name}")
        try:
            ref, attributes = kind.create(self.cloud, physical, properties)
        except Refused as refused:
            raise Refused(f"{self.name}, {name}: {refused}") from refused
        self._take(name, (resource["Type"], properties.get(kind.within), ref))
        return Made(resource["Type"], ref, attributes, properties)

    def _take(self, name, identity):
        """Some services let a second of the same name replace the first in silence; CloudFormation refuses it."""
        owner = self._taken.setdefault(identity, f"{self.name}, {name}")
        if owner != f"{self.name}, {name}":
            raise Refused(f"{self.name}, {name}: {identity[-1]} is taken by {owner}")

    def _nest(self, physical, properties):
        parameters = {key: ",".join(value) if isinstance(value, list) else value
                      for key, value in properties.get("Parameters", {}).items()}
        bucket, key = properties["TemplateURL"].split("/", 3)[-1].split("/", 1)
        body = self.cloud("s3", "get_object", Bucket=bucket, Key=key)["Body"].read().decode()
        stack = Stack(self.cloud, parse(body), physical, parameters, self._taken)
        outputs = stack.create()
        return Made(NESTED, stack.pseudo["AWS::StackId"],
                    {f"Outputs.{key}": value for key, value in outputs.items()}, properties, stack)

    def _physical(self, name):
        """As CloudFormation names what has no name of its own: by the stack and the resource, and unlike any other."""
        unlike = hashlib.sha256(f"{self.name}/{name}".encode()).hexdigest()[:12].upper()
        return f"{self.name[:24]}-{name[:24]}-{unlike}"

    def differences(self):
        """Where what the services have now is not what the template says; a line each."""
        for name, made in self.made.items():
            if made.nested:
                yield from made.nested.differences()
                continue
            kind = KINDS[made.type]
            kept = kind.read(self.cloud, made.ref, made.properties)
            for key, value in kind.wanted(self.cloud, made.properties).items():
                if key in kind.forgets:
                    continue
                for difference in differences({key: value}, kept):
                    yield f"{self.name}, {name}: {difference}"

    def everything(self):
        """All that was made, nested stacks' own included."""
        for made in self.made.values():
            yield made
            if made.nested:
                yield from made.nested.everything()
