"""What is deployed, where, and with which parameters: deploy.toml and the command line, held against template.yaml."""

import argparse
import difflib
import re
from pathlib import Path

import tomlkit
from samcli.cli.types import CfnParameterOverridesType
from samcli.yamlhelper import yaml_parse

OWN = "deploy.toml"
SAMPLE = "infrastructure/deploy.sample.toml"
# SES never verifies them: mails would come from nowhere, and nobody could sign in.
NOBODYS = re.compile(r"@(.*\.)?example\.(org|com|net)$|\.(example|test|invalid)$")
# Those of AWS's regions that lie in the Union; London and Zürich don't.
IN_THE_UNION = {"eu-west-1", "eu-west-3", "eu-central-1", "eu-north-1", "eu-south-1", "eu-south-2", "eusc-de-east-1"}


class Settings:
    """What bin/deploy was told, by its file and its arguments; the arguments count more."""

    def __init__(self, arguments):
        known, self.rest = _parser().parse_known_args(arguments)
        self.environment = known.config_env
        self.file = Path(known.config_file)
        self.named_file = self.file != Path(OWN)
        own = _section(self.file, self.environment)
        self.stack = known.stack_name or own.get("stack_name") or "leerkring"
        self.region = known.region or own.get("region")
        self.profile = known.profile or own.get("profile")
        self.bucket = "--s3-bucket" in self.rest or "s3_bucket" in own
        self.image = known.image
        self.repository = bool({"--image-repository", "--image-repositories"} & set(self.rest)) or "image_repository" in own
        self.tagged = "--tags" in self.rest or "tags" in own
        self.executes = not known.no_execute_changeset
        self.asks = known.confirm_changeset
        self.outside = known.outside_the_union
        self.status = known.status
        try:
            self.parameters = {
                **_overrides(own.get("parameter_overrides")),
                **_overrides([_whole(word) for words in known.parameter_overrides for word in words]),
            }
        except Exception as error:  # SAM's own parser says what is wrong with it
            raise SystemExit(f"bin/deploy: the parameters can't be read: {error}") from error

    def wrong_parameters(self, declared):
        """What CloudFormation or SES would refuse later, or pass over: a sentence each."""
        wrong = []
        for name, value in self.parameters.items():
            if name not in declared:
                near = difflib.get_close_matches(name, declared, 1)
                wrong.append(f"{name} is no parameter of template.yaml" + (f": is it {near[0]}?" if near else ""))
            else:
                wrong += [f"{name} {fault}, and not {value!r}" for fault in _faults(declared[name], value)]
        for name, declaration in declared.items():
            if "Default" not in declaration and not self.parameters.get(name):
                wrong = [fault for fault in wrong if not fault.startswith(f"{name} ")]
                wrong.append(f"{name} is missing: {declaration['Description']}")
        return wrong

    def value(self, name, declared):
        """A parameter's value, its default where nothing else is said; nothing where the template has no such one."""
        return self.parameters.get(name, str(declared.get(name, {}).get("Default", "")))


def declared_parameters():
    """The parameters of template.yaml, by name."""
    return yaml_parse(Path("template.yaml").read_text(encoding="utf-8"))["Parameters"]


def _parser():
    parser = argparse.ArgumentParser(prog="bin/deploy", add_help=False, allow_abbrev=False)
    parser.add_argument("--config-env", default="default")
    parser.add_argument("--config-file", default=OWN)
    for option in ("--stack-name", "--region", "--profile"):
        parser.add_argument(option)
    parser.add_argument("--parameter-overrides", nargs="+", action="append", default=[])
    parser.add_argument("--no-execute-changeset", action="store_true")
    parser.add_argument("--confirm-changeset", action=argparse.BooleanOptionalAction, default=True)
    parser.add_argument("--outside-the-union", action="store_true")
    parser.add_argument("--status", action="store_true")
    parser.add_argument("--image", action="store_true")
    return parser


def _section(file, environment):
    """What a file in SAM's form says for `sam deploy`; what it says for all commands, below that."""
    if not file.exists():
        return {}
    try:
        document = tomlkit.parse(file.read_text(encoding="utf-8")).unwrap()
    except tomlkit.exceptions.ParseError as error:
        raise SystemExit(f"bin/deploy: {file} is no TOML: {error}") from error
    if environment not in document:
        environments = ", ".join(name for name in document if name != "version")
        raise SystemExit(f"bin/deploy: {file} has no [{environment}.deploy.parameters]; it has {environments or 'none'}")
    commands = document[environment]
    return {
        **commands.get("global", {}).get("parameters", {}),
        **commands.get("deploy", {}).get("parameters", {}),
    }


def _overrides(values):
    return CfnParameterOverridesType().convert(values or "", None, None)


def _whole(word):
    """A word of the command line that says one parameter, all of it: SAM would drop what follows a blank in silence."""
    name, _, value = word.partition("=")
    several = re.search(r"\s[A-Za-z0-9]+=", value) or word.startswith(("ParameterKey=", "file://"))
    return word if several or value[:1] in ("'", '"') else {name: value}


def _faults(declaration, value):
    """What is wrong with a value, as CloudFormation judges it: of a list it judges each element."""
    listed = declaration["Type"] == "CommaDelimitedList"
    explained = declaration.get("ConstraintDescription")
    for part in value.split(",") if listed else [value]:
        if "AllowedPattern" in declaration and not re.fullmatch(declaration["AllowedPattern"], part):
            return [explained or f"must match {declaration['AllowedPattern']}"]
        if NOBODYS.search(part):
            return ["must be yours: SES never verifies the domains that are kept for examples"]
    if "AllowedValues" in declaration and value not in map(str, declaration["AllowedValues"]):
        return [explained or f"must be one of {', '.join(map(str, declaration['AllowedValues']))}"]
    if len(value) < int(declaration.get("MinLength", 0)):
        return ["must not be empty"]
    if declaration["Type"] == "Number":
        try:
            number = float(value)
        except ValueError:
            return ["must be a number"]
        if number < float(declaration.get("MinValue", number)):
            return [f"must be {declaration['MinValue']} or more"]
        if number > float(declaration.get("MaxValue", number)):
            return [f"must be {declaration['MaxValue']} or less"]
    return []
