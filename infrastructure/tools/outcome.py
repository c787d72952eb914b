"""What came of a deploy, and what is left to do: only what is true."""

from account import UNKNOWN
from front import fronted
from readiness import NOTHING_YET, is_there, standing


def told(account, settings, after, before=None, began=None, code=0):
    """The last lines of bin/deploy; with only the stack as it is, those of bin/deploy --status."""
    if after is UNKNOWN:
        return ["What became of it is not known: your credentials may not look at the stack."]
    if code:
        return failed(account, settings, before, after)
    if not settings.executes and not settings.status:
        return [f"Nothing was changed. The changes stand in CloudFormation, at the stack {settings.stack}, as a change set."]
    if not is_there(after):
        return [f"{settings.stack} is not there." if began is None else "Nothing was deployed: the changes were declined."]
    if began is not None and before is not UNKNOWN and before is not None and before["changed"] == after["changed"]:
        change_set = account.last_change_set(settings.stack, began)
        if change_set is not None and change_set["ExecutionStatus"] == "AVAILABLE":
            return [f"Nothing was changed: the changes were declined. {settings.stack} runs as before."]
        return [f"Nothing was changed: there was nothing to change. {settings.stack} runs as before."]
    lines = []
    if began is not None:
        first = before is None or before is not UNKNOWN and before["status"] == NOTHING_YET
        lines.append(f"{settings.stack} is deployed" + (", for the first time." if first else "."))
        if not after["protected"] and account.protect(settings.stack):
            lines.append("It is protected from being deleted by mistake (termination protection).")
    elif not after["protected"]:
        lines.append(f"{settings.stack} is not protected from being deleted by mistake: the next deploy does it.")
    lines += addresses(settings, after)
    lines += fronted(account, after) if began is not None else []
    return lines + records(account, settings, after) + alarms(account, settings)


def failed(account, settings, before, after):
    """Of a deploy that did not end well: what stands now, and the way on."""
    if not is_there(after):
        return ["Nothing was deployed: the SAM CLI says why above."]
    if is_there(before) and before["changed"] == after["changed"]:
        return [f"Nothing was deployed: the SAM CLI says why above. {settings.stack} runs as before."]
    lines = [f"The deploy failed: {settings.stack} is {after['status']}."]
    lines += [f"- {reason}" for reason in account.failures(settings.stack)]
    if after["status"].startswith("UPDATE_ROLLBACK_COMPLETE"):
        return lines + ["What ran before runs on. Mend the cause, and deploy again."]
    return lines + [f"{settings.stack}: {standing(after)}. Start bin/deploy again: it says what to do first."]


def addresses(settings, stack):
    site = stack["outputs"].get("SiteAddress", "")
    return [
        f"  the site  {site}",
        f"  the desk  {site}/organiser: sign in there with an organiser's address",
        f"  to see it work: bin/smoke {site}",
    ]


def records(account, settings, stack):
    """What the sender's DNS needs, a line a record, until SES has seen it."""
    domain = settings.parameters["Sender"].split("@")[1]
    identity = account.identity(settings.parameters.get("SenderIdentity") or domain)
    if identity not in (None, UNKNOWN) and identity.get("VerifiedForSendingStatus"):
        return [f"SES has seen the DNS records of {domain}: mails leave. {mail_from(identity, domain)}"]
    records_of_stack = stack["outputs"].get("SenderRecords", "").split(", ")
    listed = [record.split(" CNAME ") for record in records_of_stack if " CNAME " in record]
    if not listed:
        return []
    return [
        f"Put these into the DNS of {domain}; no mail leaves before SES has seen them:",
        "",
        *(f"  {name}.  CNAME  {value}." for name, value in listed),
        "",
        "and, unless the domain has one, the line by which receivers trust it and tell you of forgeries:",
        "",
        f'  _dmarc.{domain}.  TXT  "v=DMARC1; p=none; rua=mailto:postmaster@{domain}"',
        "",
    ]


def mail_from(identity, domain):
    """SPF passes for SES's own domain; for the sender's only with a domain for bounces below it."""
    if identity.get("MailFromAttributes", {}).get("MailFromDomain"):
        return ""
    return f'For SPF in the name of {domain} as well, see "A domain for bounces" in infrastructure/DEPLOY.md.'


def alarms(account, settings):
    readers = account.alarm_readers(settings.stack)
    if readers is None:
        return []
    confirmed, pending = readers
    if pending:
        return [f"{pending} did not yet accept the alarms' mails: the link is in the mail \"AWS Notification\"."]
    if not confirmed:
        return ["Nobody gets the alarms: the subscription was never accepted, or given up. Deploy again to ask anew."]
    return [f"The alarms reach {confirmed} address{'es' if confirmed > 1 else ''}."]
