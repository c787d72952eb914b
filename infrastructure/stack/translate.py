"""What AWS's own translator makes of template.yaml: plain CloudFormation, without an account and without a network.

    translate.py TEMPLATE RESULT   writes the result as JSON; what the translator refuses it says, and fails
"""

import json
import logging
import os
import sys

from samtranslator.internal.managed_policies import get_bundled_managed_policy_map
from samtranslator.model.exceptions import InvalidDocumentException
from samtranslator.translator.transform import transform
from samtranslator.yaml_helper import yaml_parse

PARTITION = "aws"
REGION = "eu-west-1"

# Where a package would lie. Only what `sam package` wrote names real places; the translator refuses anything else.
PACKAGES = "packages"
PLACES = {
    ("AWS::Serverless::Function", "CodeUri"): "s3://" + PACKAGES + "/{}",
    ("AWS::Serverless::Application", "Location"): "https://" + PACKAGES + ".s3." + REGION + ".amazonaws.com/{}",
}


class ManagedPolicies:
    """The names and ARNs of AWS's own policies, from the file that comes with the translator."""

    def load(self):
        return get_bundled_managed_policy_map(PARTITION)


def parse(text):
    return yaml_parse(text)


def read(path):
    with open(path, encoding="utf-8") as file:
        return parse(file.read())


def translate(template, parameters):
    """The template as CloudFormation would see it. Raises InvalidDocumentException with everything that is wrong."""
    os.environ.setdefault("AWS_DEFAULT_REGION", REGION)
    # It warns of switches of AWS's own.
    logging.getLogger("samtranslator").setLevel(logging.ERROR)
    for resource in template["Resources"].values():
        for (kind, name), place in PLACES.items():
            value = resource.get("Properties", {}).get(name, "")
            if resource["Type"] == kind and isinstance(value, str) and "://" not in value:
                resource["Properties"][name] = place.format(value)
    return transform(template, parameters, ManagedPolicies())


def main(source, result):
    try:
        translated = translate(read(source), {})
    except InvalidDocumentException as refused:
        for cause in refused.causes:
            print(f"{source}: {cause.message}", file=sys.stderr)
        return 1
    with open(result, "w", encoding="utf-8") as file:
        json.dump(translated, file, indent=1)
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
