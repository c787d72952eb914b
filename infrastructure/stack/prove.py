"""Creates the stacks of template.yaml on moto, an emulator of AWS's services: packaged by the SAM CLI, translated by AWS's
own translator, each resource created by its service's own API and read back. Nothing leaves the machine.

    prove.py DIRECTORY   the files between go there; exits with 1 when anything is refused, or not as the template says
"""

import logging
import os
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true"

from moto.server import ThreadedMotoServer  # noqa: E402

from cloud import Cloud, Refused  # noqa: E402
from handing import forbidden  # noqa: E402
from source import lost  # noqa: E402
from stack import Stack  # noqa: E402
from template import REGION, TemplateError  # noqa: E402
from translate import read, translate  # noqa: E402

SOURCE = "template.yaml"
PACKAGES = "leerkring-packages"

# A value for every parameter that has no default, an empty one, or one that leaves something out; {} is the stack's name.
SAMPLES = {
    "Sender": "network@{}.example.net",
    "Organisers": "an.organiser@{}.example.net,another@{}.example.net",
    "Contact": "contact@{}.example.net",
    "Phone": "+32 2 123 45 67",
    "PrivacyContact": "dpo@{}.example.net",
    "SenderIdentity": "{}.example.net",
    "Operator": "operator@{}.example.net",
    "Domain": "{}.example.net",
    "Certificate": "arn:aws:acm:us-east-1:123456789012:certificate/{}",
    "WebAcl": "arn:aws:wafv2:us-east-1:123456789012:global/webacl/{}/1",
    "Rollout": "Canary10Percent5Minutes",
    "Tracing": "Active",
    "Budget": "25",
    # A table that bin/restore made; without one, every stack has its own.
    "RestoredTable": "",
    "RestoredStream": "",
}

# Beside what is needed, nothing; everything; and everything once more, beside the others in the same account.
STACKS = {"leerkring": False, "leerkring-staging": True, "leerkring-second": True}


def parameters(source, name, everything):
    given = {}
    for key, declared in source["Parameters"].items():
        default = declared.get("Default")
        if default is None or everything and (default == "" or key in SAMPLES):
            if key not in SAMPLES:
                raise TemplateError(f"teach a value for the parameter {key} to infrastructure/stack/prove.py")
            given[key] = SAMPLES[key].replace("{}", name)
    return given


def package(endpoint, directory):
    """What `sam package` makes: the zips and the nested templates lie in a bucket."""
    packaged = directory / "packaged.yaml"
    done = subprocess.run(
        [Path(sys.executable).with_name("sam"), "package", "--template-file", SOURCE, "--s3-bucket", PACKAGES,
         "--output-template-file", packaged, "--region", REGION, "--no-progressbar"],
        capture_output=True, text=True,
        env={**os.environ, "AWS_ENDPOINT_URL": endpoint, "AWS_ACCESS_KEY_ID": "test", "AWS_SECRET_ACCESS_KEY": "test",
             "SAM_CLI_TELEMETRY": "0"})
    if done.returncode:
        raise Refused(f"sam package: {done.stderr}")
    return packaged


def prove(cloud, packaged):
    """What is wrong, a line each."""
    taken = {}
    for name, everything in STACKS.items():
        begun, calls = time.monotonic(), cloud.calls
        given = parameters(read(SOURCE), name, everything)
        stack = Stack(cloud, translate(read(packaged), given), name, given, taken)
        stack.create()
        wrong = [*stack.differences(), *lost(read(SOURCE), stack), *forbidden(stack)]
        yield from wrong
        made = Counter(each.type for each in stack.everything())
        print(f"moto: {name}, {len(given)} parameters given: {made.total()} resources of {len(made)} types, "
              f"{cloud.calls - calls} calls, {len(wrong)} differences, {time.monotonic() - begun:.0f} s", flush=True)


def main(directory):
    faults = []

    def fail(why):
        faults.append(why)
        print(f"moto: {why}", file=sys.stderr, flush=True)

    directory = Path(directory)
    directory.mkdir(parents=True, exist_ok=True)
    # What moto has to say of itself: each request, and where it fell over.
    logging.basicConfig(filename=directory / "moto.log", filemode="w", level=logging.INFO, force=True)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        endpoint = f"http://localhost:{server.get_host_and_port()[1]}"
        cloud = Cloud(endpoint)
        cloud("s3", "create_bucket", Bucket=PACKAGES, CreateBucketConfiguration={"LocationConstraint": REGION})
        for wrong in prove(cloud, package(endpoint, directory)):
            fail(wrong)
    except (Refused, TemplateError) as refused:
        fail(refused)
    finally:
        server.stop()
    print(f"moto: has none of these, their calls were held against AWS's model of the API: {', '.join(sorted(cloud.unheard))}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
