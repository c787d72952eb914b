"""What differs between what a template says and what a service kept."""

import json


def differences(wanted, kept, path=""):
    """Every difference, as a line. What was kept may say more than was wanted, and lists in any order."""
    if isinstance(wanted, str) and wanted[:1] in "{[":
        wanted = _parsed(wanted)
    if isinstance(kept, str) and not isinstance(wanted, str):
        kept = _parsed(kept)
    if isinstance(wanted, dict) and isinstance(kept, dict):
        for key, value in wanted.items():
            below = f"{path}.{key}" if path else key
            if key not in kept:
                yield f"{below}: {_short(value)} was not kept"
            else:
                yield from differences(value, kept[key], below)
    elif isinstance(wanted, list) and isinstance(kept, list):
        yield from _unordered(wanted, kept, path)
    elif _scalar(wanted) != _scalar(kept):
        yield f"{path}: {_short(wanted)} is kept as {_short(kept)}"


def _unordered(wanted, kept, path):
    left = list(kept)
    for value in wanted:
        match = next((each for each in left if not any(differences(value, each))), left)
        if match is left:
            yield f"{path}: {_short(value)} is not among {_short(kept)}"
        else:
            left.remove(match)
    if left and len(wanted) != len(kept):
        yield f"{path}: {_short(left)} is kept beside it"


def _parsed(value):
    try:
        return json.loads(value)
    except ValueError:
        return value


def _scalar(value):
    if isinstance(value, bool):
        return str(value).lower()
    try:
        return float(value)
    except (TypeError, ValueError):
        return value


def _short(value):
    shown = json.dumps(value, default=str)
    return shown if len(shown) < 160 else shown[:157] + "..."
