"""What stands in the way of a deploy, and what will be missing after it."""

from account import FEW_EXECUTIONS, UNKNOWN

# What CloudFormation calls a stack of which nothing but a change set was made.
NOTHING_YET = "REVIEW_IN_PROGRESS"


def standing(stack):
    """A stack's state in words."""
    if stack is None or stack is not UNKNOWN and stack["status"] == NOTHING_YET:
        return "not there yet, this would be its first deploy"
    if stack is UNKNOWN:
        return "not known"
    return f"{stack['status']}, changed last at {stack['changed']:%Y-%m-%d %H:%M} UTC"


def is_there(stack):
    return stack is not None and stack is not UNKNOWN and stack["status"] != NOTHING_YET


def readiness(account, settings, declared, stack):
    """What keeps the deploy from going on, and what should be done beside it: two lists of sentences."""
    blocked, missing = of_stack(settings.stack, stack, account.left_tables(settings.stack)), []
    kept_tables = [] if is_there(stack) else account.left_tables(settings.stack)
    if kept_tables and not settings.parameters.get("RestoredTable"):
        missing.append(
            f"a table that an earlier stack or try left: {', '.join(kept_tables)}. A new one is made beside it; "
            'infrastructure/DEPLOY.md, "A table that was left", says how to use it again or delete it'
        )
    missing += of_executions(account.executions())
    missing += of_account(account.sending(), settings, declared)
    blocked += of_restored(account, settings)
    more_blocked, more_missing = of_identity(account, settings, stack)
    if is_there(stack):
        missing += kept(settings, declared, stack)
    if account.denied:
        missing.append("your credentials may not look at everything:\n" + "\n".join(account.denied))
    return blocked + more_blocked, missing + more_missing


def of_stack(name, stack, tables):
    """A stack in a state that takes no deploy, and the way out of it."""
    if not is_there(stack):
        return []
    status = stack["status"]
    if status in ("ROLLBACK_COMPLETE", "ROLLBACK_FAILED", "DELETE_FAILED"):
        left = "".join(f"\naws dynamodb update-table --no-deletion-protection-enabled --table-name {table}"
                       f"\naws dynamodb delete-table --table-name {table}" for table in tables)
        return [
            f"the first deploy of {name} failed ({status}), and such a stack takes no other. Delete what is left of it,"
            f" then deploy again:\naws cloudformation delete-stack --stack-name {name}"
            f"\naws cloudformation wait stack-delete-complete --stack-name {name}"
            + (f"\nIts empty table is left behind. If this was indeed the first deploy:{left}" if tables else "")
        ]
    if status == "UPDATE_ROLLBACK_FAILED":
        return [
            f"{name} failed on its way back to what ran before ({status}). Mend what CloudFormation names, then:\n"
            f"aws cloudformation continue-update-rollback --stack-name {name}"
        ]
    if status.endswith("_IN_PROGRESS"):
        return [f"{name} is being changed at this moment ({status}): wait for its end"]
    return []


def of_restored(account, settings):
    """A table that is to be used must be ready; its stream is looked up here, for CloudFormation can't."""
    name = settings.parameters.get("RestoredTable")
    if not name:
        return []
    found = account.look("dynamodb", "describe_table", ("ResourceNotFoundException",), TableName=name)
    if found is None:
        return [f"RestoredTable names {name}, and there is no such table in {account.region}"]
    if found is UNKNOWN:
        return [] if settings.parameters.get("RestoredStream") else [f"{name}: its stream can't be looked up"]
    stream = found["Table"].get("LatestStreamArn")
    if not stream or found["Table"].get("StreamSpecification", {}).get("StreamViewType") != "KEYS_ONLY":
        return [f"{name} has no stream of keys: bin/restore --adopt {name} readies it"]
    settings.parameters["RestoredStream"] = stream
    return []


def of_executions(executions):
    if executions is UNKNOWN or executions >= FEW_EXECUTIONS:
        return []
    return [
        f"the account runs {executions} functions at once, as new ones do; visitors, schedules and streams share them, and "
        "whoever is one too many meets an error. Ask for 1,000: the console, Service Quotas, AWS Lambda, "
        '"Concurrent executions". It costs nothing'
    ]


def of_account(sending, settings, declared):
    """What SES allows the account, and whether the parameters say so."""
    if sending is UNKNOWN:
        return []
    missing = []
    if not sending.get("ProductionAccessEnabled"):
        missing.append(
            "SES is in its sandbox: it writes to verified addresses only. Ask for production access (the SES console, "
            '"Get set up"); people answer, within a day or so'
        )
    if not sending.get("SendingEnabled"):
        missing.append("SES's sending is paused for this account: the SES console says why")
    quota = sending.get("SendQuota", {})
    for parameter, limit, unit in (("SendingRate", "MaxSendRate", "second"), ("SendingQuota", "Max24HourSend", "day")):
        allowed, said = quota.get(limit, -1), float(settings.value(parameter, declared) or 0)
        if 0 <= allowed < said:
            missing.append(f"{parameter} is {said:g}, but SES takes {allowed:g} mails a {unit}: set it to {allowed:g}")
    return missing


def of_identity(account, settings, stack):
    """Whether SES knows the sender, and whether the stack would collide with that."""
    sender = settings.parameters["Sender"]
    domain = sender.split("@")[1]
    given = settings.parameters.get("SenderIdentity")
    identity = account.identity(given or domain)
    if identity is UNKNOWN:
        return [], []
    if given and identity is None:
        return [f"SenderIdentity names {given}, which SES does not know in {account.region}"], []
    if given and given not in (sender, domain) and not domain.endswith("." + given):
        return [f"SenderIdentity names {given}, and {sender} is not of it: SES would refuse every mail"], []
    made_here = is_there(stack) and not stack["parameters"].get("SenderIdentity")
    if identity is not None and not given and not made_here:
        return [
            f"SES has {domain} in this account and region already, and the stack can't make it a second time: "
            f'put SenderIdentity = "{domain}" into the parameters, and it is used as it is'
        ], []
    if identity is not None and not identity.get("VerifiedForSendingStatus"):
        return [], [f"SES has not seen the DNS records of {given or domain} yet: no mail leaves before"]
    return [], []


def kept(settings, declared, stack):
    """A parameter that is no longer said keeps its last value, and does not go back to its default."""
    return [
        f'{name} stays "{value}", as the last deploy said; say it again, or its default '
        f'("{declared[name].get("Default", "")}"), in the parameters'
        for name, value in stack["parameters"].items()
        if name in declared and name not in settings.parameters and value != str(declared[name].get("Default", ""))
    ]
