"""bin/deploy: says for whom and where it works and what is missing, builds, lets SAM deploy, says what came of it."""

import importlib.metadata
import json
import platform
import re
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path

from account import Account
from image import build_images, require_docker
from outcome import told
from readiness import readiness, standing
from settings import IN_THE_UNION, OWN, SAMPLE, Settings, declared_parameters


def main(arguments):
    settings = Settings(arguments)
    if {"--guided", "-g"} & set(settings.rest):
        print(f"bin/deploy: what --guided would ask stands in {settings.file}; {SAMPLE} shows it", file=sys.stderr)
        return 1
    declared = declared_parameters()
    print_own(settings)
    require(settings, declared)
    account = Account(settings.profile, settings.region)
    print(f"  account    {account.number}, as {account.caller}")
    stack = account.stack(settings.stack)
    print(f"  stack      {settings.stack}: {standing(stack)}")
    for name in ("Sender", "Organisers"):
        print(f"  {name.lower():11}{settings.parameters[name]}")
    blocked, missing = readiness(account, settings, declared, stack)
    print_list("Missing, or worth knowing:", missing)
    if blocked:
        print_list("Nothing is built or deployed:", blocked)
        return 1
    if settings.status:
        print("\n".join(told(account, settings, stack)))
        return 0
    if settings.executes and settings.asks and not sys.stdin.isatty():
        print("bin/deploy: nobody is here to look at the changes: say --no-confirm-changeset", file=sys.stderr)
        return 1
    if settings.image:
        require_docker()
    template = build(settings.image)
    began = datetime.now(timezone.utc) - timedelta(minutes=1)
    code = sam(settings, template)
    after = account.stack(settings.stack)
    print()
    print("\n".join(told(account, settings, after, stack, began, code)))
    return code


def print_own(settings):
    """What is known before anybody is asked: the checkout, the tools, the file."""
    commit = words("git", "log", "-1", "--format=%h %s")
    if commit and words("git", "status", "--porcelain"):
        commit += " (and what is not committed)"
    maven = (words("mvn", "--version") or "unknown").split("\n")
    java = next((line.split(",")[0].replace("Java version: ", "") for line in maven if "Java version" in line), "?")
    tools = ["SAM CLI " + importlib.metadata.version("aws-sam-cli"), maven[0].split(" (")[0].replace("Apache ", "")]
    print("Leerkring goes to AWS:")
    print(f"  commit     {commit or 'unknown: this is no git checkout'}")
    print(f"  tools      {', '.join(tools)}, JDK {java}, Python {platform.python_version()}")
    print(f"  settings   {settings.file if settings.file.exists() else 'no ' + str(settings.file)}, {settings.environment}")
    print(f"  region     {settings.region or 'not said'}")
    print(f"  profile    {settings.profile or 'the one of the environment'}", flush=True)


def words(*command):
    """What a program says; nothing where it is not there or fails."""
    try:
        said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        return re.sub(r"\x1b\[[0-9;]*m", "", said).strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def require(settings, declared):
    """Ends here where what was said can't be deployed; asks about a region that may be a mistake."""
    wrong = settings.wrong_parameters(declared)
    if not settings.region:
        wrong.append("region is missing: one of the Union's, such as eu-west-1")
    if wrong:
        if not settings.file.exists():
            wrong.append(f"there is no {settings.file}: copy {SAMPLE} to {OWN}, and fill it in")
        print_list("Nothing is built or deployed:", wrong)
        raise SystemExit(1)
    if settings.region in IN_THE_UNION or settings.outside or settings.status:
        return
    question = f"{settings.region} lies outside the European Union. Names and addresses of people would be kept there."
    if not sys.stdin.isatty():
        raise SystemExit(f"bin/deploy: {question} If that is meant, say --outside-the-union")
    if input(f"{question} Is that meant? [y/N] ").strip().lower() not in ("y", "yes"):
        raise SystemExit("bin/deploy: nothing was built or deployed")


def print_list(title, lines):
    if lines:
        print(f"\n{title}")
        for line in lines:
            print("- " + line.replace("\n", "\n  "))
        sys.stdout.flush()


def build(image):
    """Makes the functions' zips, with this moment in them, and images of them if asked; says which template is theirs.

    Equal sources build equal zips, and SAM would then keep the versions that run, with the values that their parameters
    had when those were published. The moment makes every deploy publish new ones.
    """
    print("\nBuilding the functions ...", flush=True)
    moment = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    # Images learn by tests, which are built for them and not run.
    command = ["mvn", "-q", "-B", "package", "-DskipTests" if image else "-Dmaven.test.skip=true"]
    if subprocess.run([*command, f"-Dproject.build.outputTimestamp={moment}"], check=False).returncode:
        raise SystemExit("bin/deploy: the build failed; Maven says why above. Nothing was deployed")
    return build_images(moment) if image else "template.yaml"


def sam(settings, template):
    """Lets the SAM CLI deploy; what was given to bin/deploy beside its own options goes to it as it stands."""
    print("\nDeploying with the AWS SAM CLI ...", flush=True)
    with tempfile.NamedTemporaryFile("w", suffix=".yaml", encoding="utf-8") as parameters:
        json.dump(settings.parameters, parameters)
        parameters.flush()
        command = [str(Path(sys.executable).with_name("sam")), "deploy", "--template-file", str(template)]
        command += ["--stack-name", settings.stack, "--s3-prefix", settings.stack, "--region", settings.region]
        # CAPABILITY_IAM: each function gets a role. CAPABILITY_AUTO_EXPAND: infrastructure/*.yaml are nested stacks.
        command += ["--capabilities", "CAPABILITY_IAM", "CAPABILITY_AUTO_EXPAND", "--no-fail-on-empty-changeset"]
        command += ["--parameter-overrides", f"file://{parameters.name}"]
        command += ["--confirm-changeset" if settings.asks else "--no-confirm-changeset"]
        command += [] if settings.bucket else ["--resolve-s3"]
        command += ["--resolve-image-repos"] if settings.image and not settings.repository else []
        command += [] if settings.executes else ["--no-execute-changeset"]
        command += [] if settings.tagged else ["--tags", f"application=leerkring stack={settings.stack}"]
        command += [] if sys.stdout.isatty() else ["--no-progressbar"]
        command += ["--profile", settings.profile] if settings.profile else []
        if settings.file.exists():
            command += ["--config-file", str(settings.file.resolve()), "--config-env", settings.environment]
        return subprocess.run(command + settings.rest, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
