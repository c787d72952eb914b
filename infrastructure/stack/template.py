"""A translated template with its parameters: what its references, conditions and functions come to."""

import re

REGION = "eu-west-1"
ACCOUNT = "123456789012"
NO_VALUE = object()
PLACEHOLDER = re.compile(r"\$\{([^}]+)}")


class TemplateError(Exception):
    """The template, or what it was given, is not as CloudFormation would take it."""


def text(value):
    """A scalar as CloudFormation writes it in text."""
    if isinstance(value, (dict, list)):
        raise TemplateError(f"a text is expected here, not {value}")
    return str(value).lower() if isinstance(value, bool) else str(value)


class Template:
    """One stack's template. Whoever creates the resources says what references to them come to."""

    def __init__(self, document, name, parameters):
        self.document = document
        self.name = name
        self.pseudo = {
            "AWS::Region": REGION,
            "AWS::AccountId": ACCOUNT,
            "AWS::Partition": "aws",
            "AWS::URLSuffix": "amazonaws.com",
            "AWS::StackName": name,
            "AWS::StackId": f"arn:aws:cloudformation:{REGION}:{ACCOUNT}:stack/{name}/0",
            "AWS::NoValue": NO_VALUE,
        }
        declared = document.get("Parameters", {})
        for unknown in parameters.keys() - declared.keys():
            raise TemplateError(f"{name} has no parameter {unknown}")
        self.parameters = {key: self._parameter(key, found, parameters) for key, found in declared.items()}

    def _parameter(self, key, declared, given):
        if key not in given and "Default" not in declared:
            raise TemplateError(f"{self.name} is not given its parameter {key}")
        value = text(given.get(key, declared.get("Default")))
        several = declared["Type"] == "CommaDelimitedList"
        for each in value.split(",") if several else [value]:
            if not re.fullmatch(declared.get("AllowedPattern", "(?s).*"), each):
                raise TemplateError(f"{self.name} is given {key} as {each}: {declared['AllowedPattern']} is allowed")
            if each not in map(text, declared.get("AllowedValues", [each])):
                raise TemplateError(f"{self.name} is given {key} as {each}: {declared['AllowedValues']} are allowed")
        return value.split(",") if several else value

    def resources(self):
        """The resources whose condition holds."""
        return {
            key: resource
            for key, resource in self.document["Resources"].items()
            if "Condition" not in resource or self.condition(resource["Condition"])
        }

    def condition(self, condition):
        """Whether a condition holds: the name of one, or one written out."""
        if isinstance(condition, str):
            return self.condition(self.document["Conditions"][condition])
        ((name, argument),) = condition.items()
        match name:
            case "Condition":
                return self.condition(argument)
            case "Fn::Equals":
                first, second = self.resolve(argument)
                return text(first) == text(second)
            case "Fn::Not":
                return not self.condition(argument[0])
            case "Fn::And":
                return all(map(self.condition, argument))
            case "Fn::Or":
                return any(map(self.condition, argument))
        raise TemplateError(f"teach {name} to template.Template.condition")

    def reference(self, name):
        """What a Ref gives, of a parameter; of a resource, whoever creates them knows."""
        if name in self.parameters:
            return self.parameters[name]
        if name in self.pseudo:
            return self.pseudo[name]
        if name not in self.document["Resources"]:
            raise TemplateError(f"{self.name} refers to {name}, which is none of its parameters or resources")
        return self.resource(name).ref

    def attribute(self, name, attribute):
        found = self.resource(name).attributes
        if attribute not in found:
            raise TemplateError(f"teach {attribute} to the kind of {name}: it knows {', '.join(found) or 'none'}")
        return found[attribute]

    def resource(self, name):
        raise NotImplementedError

    def resolve(self, value):
        """The value with every function in it, however deep, replaced by its result."""
        if isinstance(value, dict):
            if len(value) == 1:
                ((name, argument),) = value.items()
                if name == "Ref" or name.startswith("Fn::"):
                    return self._call(name, argument)
            resolved = {key: self.resolve(each) for key, each in value.items()}
            return {key: each for key, each in resolved.items() if each is not NO_VALUE}
        if isinstance(value, list):
            return [each for each in map(self.resolve, value) if each is not NO_VALUE]
        return value

    def _call(self, name, argument):
        match name:
            case "Ref":
                return self.reference(argument)
            case "Fn::GetAtt":
                owner, attribute = argument if isinstance(argument, list) else argument.split(".", 1)
                return self.attribute(owner, attribute)
            case "Fn::Sub":
                return self._substitute(argument)
            case "Fn::If":
                return self.resolve(argument[1 if self.condition(argument[0]) else 2])
            case "Fn::Join":
                return argument[0].join(map(text, self.resolve(argument[1])))
            case "Fn::Split":
                return text(self.resolve(argument[1])).split(argument[0])
            case "Fn::Select":
                return self.resolve(argument[1])[int(self.resolve(argument[0]))]
            case "Fn::FindInMap":
                mapping, first, second = self.resolve(argument)
                return self.document["Mappings"][mapping][first][second]
        raise TemplateError(f"teach {name} to template.Template")

    def _substitute(self, argument):
        pattern, variables = argument if isinstance(argument, list) else (argument, {})

        def value(found):
            name = found[1]
            if name.startswith("!"):
                return "${" + name[1:] + "}"
            if name in variables:
                return text(self.resolve(variables[name]))
            if "." in name:
                return text(self.attribute(*name.split(".", 1)))
            return text(self.reference(name))

        return PLACEHOLDER.sub(value, pattern)
