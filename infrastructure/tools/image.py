"""bin/deploy --image: the functions as container images, of template.yaml as it stands; nothing of it is written twice."""

import json
import platform
import shutil
import subprocess
from pathlib import Path

from samcli.yamlhelper import yaml_parse

FOLDER = Path("target/image")

# What a function has as a zip alone (AWS: "AWS::Serverless::Function").
OF_ZIPS = ("CodeUri", "Handler", "Runtime", "SnapStart")


def require_docker():
    """Ends here where no images can be built."""
    if shutil.which("docker") is None or subprocess.run(["docker", "info"], capture_output=True, check=False).returncode:
        raise SystemExit("bin/deploy: --image builds container images, and no Docker answers here. Nothing was deployed")


def build_images(moment):
    """Builds an image for each room, and says where the template is that deploys them."""
    tag = moment.replace(":", "").replace("-", "").lower()
    subprocess.run(["infrastructure/image/context"], check=True)
    template = yaml_parse(Path("template.yaml").read_text(encoding="utf-8"))
    for room in rooms(template):
        print(f"\nBuilding the image of {room} ...", flush=True)
        command = ["docker", "build", "--build-arg", f"ROOM={room}", "--tag", name(room, tag), str(FOLDER)]
        if subprocess.run(command, check=False).returncode:
            raise SystemExit("bin/deploy: an image was not built; Docker says why above. Nothing was deployed")
    return written(template, tag)


def written(template, tag):
    """Where the derived template is."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    file = FOLDER / "template.json"
    file.write_text(json.dumps(derived(template, tag), indent=1), encoding="utf-8")
    return file


def functions(template):
    return {
        logical_id: resource["Properties"]
        for logical_id, resource in template["Resources"].items()
        if resource["Type"] == "AWS::Serverless::Function"
    }


def rooms(template):
    return sorted({Path(properties["CodeUri"]).stem for properties in functions(template).values()})


def name(room, tag):
    return f"leerkring-{room}:{tag}"


def derived(template, tag):
    """The same stack with images: whatever a function does, may and is woken by stays as it is."""
    common = template["Globals"]["Function"]
    handler = common["Handler"]
    for logical_id, properties in functions(template).items():
        room = Path(properties["CodeUri"]).stem
        command = [logical_id, properties.get("Handler", handler)]
        for property_of_zips in OF_ZIPS:
            properties.pop(property_of_zips, None)
        properties.update(PackageType="Image", ImageUri=name(room, tag), ImageConfig={"Command": command})
    for property_of_zips in OF_ZIPS:
        common.pop(property_of_zips, None)
    # What is learnt here fits the processors of this kind.
    common["Architectures"] = ["arm64" if platform.machine() in ("aarch64", "arm64") else "x86_64"]
    for resource in template["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Application":
            resource["Properties"]["Location"] = str(Path(resource["Properties"]["Location"]).resolve())
    return template


if __name__ == "__main__":
    # Nothing is built: for whoever wants to see it, and for bin/test.
    print(written(yaml_parse(Path("template.yaml").read_text(encoding="utf-8")), "none"))
