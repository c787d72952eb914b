"""bin/restore: brings the data of a moment back as a table of its own, or readies one that is there, for a stack."""

import argparse
import sys
import time
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

from botocore.exceptions import ClientError

from account import UNKNOWN, Account
from settings import Settings, declared_parameters

PATIENCE = 10


def main(arguments):
    parser = argparse.ArgumentParser(prog="bin/restore", add_help=False, allow_abbrev=False)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--to")
    what.add_argument("--adopt")
    what.add_argument("--moments", action="store_true")
    parser.add_argument("--table")
    wanted, rest = parser.parse_known_args(arguments)
    settings = Settings(rest)
    if not settings.region:
        raise SystemExit("bin/restore: say the region, with --region or in deploy.toml")
    account = Account(settings.profile, settings.region)
    print(f"Account {account.number}, {settings.region}, as {account.caller}")
    zone = ZoneInfo(settings.value("TimeZone", declared_parameters()))
    if wanted.adopt:
        table = wanted.adopt
    else:
        source = wanted.table or table_of(account, settings.stack)
        earliest, latest = moments(account, source)
        print(f"{source} can be restored to any second from {shown(earliest, zone)} to {shown(latest, zone)}.")
        if wanted.moments:
            return 0
        table = restore(account, settings.stack, source, moment(wanted.to, zone, earliest, latest), zone)
    ready(account, table)
    print(
        f"\n{table} is ready. For the stack {settings.stack} to use it, or another stack, put into its parameters in"
        f'\n{settings.file}\n\n  RestoredTable = "{table}"\n\nand run bin/deploy. Leave the line there for as long as the '
        "table is used. infrastructure/DEPLOY.md,\n\"Bringing data back\", says what to look at before and after."
    )
    return 0


def table_of(account, name):
    """The table that the stack uses."""
    stack = account.stack(name)
    if stack in (None, UNKNOWN) or "TableName" not in stack["outputs"]:
        raise SystemExit(f"bin/restore: there is no stack {name} that says its table; say it with --table")
    return stack["outputs"]["TableName"]


def moments(account, table):
    """Between which moments the table can be restored."""
    backups = account.client("dynamodb").describe_continuous_backups(TableName=table)["ContinuousBackupsDescription"]
    recovery = backups["PointInTimeRecoveryDescription"]
    if recovery["PointInTimeRecoveryStatus"] != "ENABLED":
        raise SystemExit(f"bin/restore: {table} has no point-in-time recovery, so there is nothing to restore it from")
    return recovery["EarliestRestorableDateTime"], recovery["LatestRestorableDateTime"]


def moment(text, zone, earliest, latest):
    """A moment as somebody types it, by the network's clock where it says nothing else."""
    if text == "latest":
        return latest
    try:
        said = datetime.fromisoformat(text)
    except ValueError as error:
        raise SystemExit(f"bin/restore: {text} is no moment; say it as 2026-11-28T09:15, or say latest") from error
    said = said if said.tzinfo else said.replace(tzinfo=zone)
    if not earliest <= said <= latest:
        raise SystemExit(f"bin/restore: {shown(said, zone)} lies outside of that")
    return said


def shown(when, zone):
    return f"{when.astimezone(zone):%Y-%m-%d %H:%M:%S} ({zone.key})"


def restore(account, stack, source, to, zone):
    """Makes a table of its own with the data of the moment, and waits for it; the one that is there stays as it is."""
    table = f"{stack}-restored-{to.astimezone(timezone.utc):%Y%m%d-%H%M%S}"
    print(f"Restoring {source} as it was at {shown(to, zone)}, as {table} ...", flush=True)
    account.client("dynamodb").restore_table_to_point_in_time(
        SourceTableName=source, TargetTableName=table, RestoreDateTime=to
    )
    return table


def ready(account, table):
    """Sets what table.yaml sets and a restore leaves out (AWS: "Restore a table in DynamoDB").

    Each can be done again: a restore that was interrupted is taken up with --adopt.
    """
    dynamodb = account.client("dynamodb")
    described = active(dynamodb, table)
    changes = {}
    if not described.get("StreamSpecification", {}).get("StreamEnabled"):
        changes["StreamSpecification"] = {"StreamEnabled": True, "StreamViewType": "KEYS_ONLY"}
    elif described["StreamSpecification"]["StreamViewType"] != "KEYS_ONLY":
        raise SystemExit(f"bin/restore: {table} has a stream that copies data; end it, then come again")
    if not described.get("DeletionProtectionEnabled"):
        changes["DeletionProtectionEnabled"] = True
    # One at a time: DynamoDB takes no other change of a table before the last is done.
    for name, value in changes.items():
        dynamodb.update_table(TableName=table, **{name: value})
        active(dynamodb, table)
    expiry = dynamodb.describe_time_to_live(TableName=table)["TimeToLiveDescription"]
    if expiry["TimeToLiveStatus"] not in ("ENABLED", "ENABLING"):
        dynamodb.update_time_to_live(
            TableName=table, TimeToLiveSpecification={"Enabled": True, "AttributeName": "expires"}
        )
    backups = dynamodb.describe_continuous_backups(TableName=table)["ContinuousBackupsDescription"]
    if backups.get("PointInTimeRecoveryDescription", {}).get("PointInTimeRecoveryStatus") != "ENABLED":
        dynamodb.update_continuous_backups(
            TableName=table, PointInTimeRecoverySpecification={"PointInTimeRecoveryEnabled": True}
        )
    print(f"{table}: stream of keys, time to live, point-in-time recovery and deletion protection are on.")


def active(dynamodb, table):
    """Waits until the table and its indexes take requests; how long a restore takes hangs on its size."""
    while True:
        described = dynamodb.describe_table(TableName=table)["Table"]
        indexes = described.get("GlobalSecondaryIndexes", [])
        if all(one.get("TableStatus", one.get("IndexStatus")) == "ACTIVE" for one in [described, *indexes]):
            return described
        print(".", end="", flush=True)
        time.sleep(PATIENCE)


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except ClientError as refused:
        raise SystemExit(f"bin/restore: {refused}") from refused
