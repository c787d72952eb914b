"""What the AWS account knows that a deploy hangs on: who deploys, what the account may do, what stands there already."""

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError

# A new account has ten concurrent executions in all (AWS: "Lambda quotas"); the schedules and streams alone use seven.
FEW_EXECUTIONS = 100
UNKNOWN = object()


class Account:
    """An account, in one region, as the credentials see it."""

    def __init__(self, profile, region):
        try:
            self.session = boto3.Session(profile_name=profile, region_name=region)
            identity = self.client("sts").get_caller_identity()
        except (BotoCoreError, ClientError) as error:
            whose = f"the profile {profile}" if profile else "AWS_PROFILE, AWS_ACCESS_KEY_ID or the profile default"
            raise SystemExit(
                f"bin/deploy: no credentials that AWS takes, of {whose}: {error}\n"
                "  aws configure sso, or aws login, makes some; then --profile NAME, or profile in deploy.toml"
            ) from error
        self.number = identity["Account"]
        self.caller = identity["Arn"]
        self.region = region
        self.denied = []

    def client(self, service):
        return self.session.client(service, config=Config(retries={"mode": "standard"}, connect_timeout=10))

    def look(self, service, operation, absent=(), **arguments):
        """What AWS answers; None where it says that there is no such thing, UNKNOWN where one may not look."""
        try:
            return getattr(self.client(service), operation)(**arguments)
        except ClientError as error:
            code, message = error.response["Error"]["Code"], error.response["Error"].get("Message", "")
            if code in absent or any(words in message for words in absent):
                return None
            self.denied.append(f"{service} {operation}: {code}")
            return UNKNOWN
        except BotoCoreError as error:
            self.denied.append(f"{service} {operation}: {error}")
            return UNKNOWN

    def stack(self, name):
        """A stack's status, outputs and parameters; None where there is none."""
        found = self.look("cloudformation", "describe_stacks", ("does not exist",), StackName=name)
        if found is None or found is UNKNOWN:
            return found
        stack = found["Stacks"][0]
        return {
            "status": stack["StackStatus"],
            "changed": stack.get("LastUpdatedTime", stack.get("CreationTime")),
            "protected": stack.get("EnableTerminationProtection", False),
            "outputs": {output["OutputKey"]: output["OutputValue"] for output in stack.get("Outputs", [])},
            "parameters": {one["ParameterKey"]: one.get("ParameterValue", "") for one in stack.get("Parameters", [])},
        }

    def failures(self, name):
        """Why the last change of a stack failed: what CloudFormation says of each resource that did."""
        events = self.look("cloudformation", "describe_stack_events", ("does not exist",), StackName=name)
        if events is None or events is UNKNOWN:
            return []
        reasons = []
        for event in events.get("StackEvents", []):
            if event["LogicalResourceId"] == name and event.get("ResourceStatusReason") == "User Initiated":
                break
            if event["ResourceStatus"].endswith("_FAILED") and "cancelled" not in event.get("ResourceStatusReason", ""):
                reasons.append(f"{event['LogicalResourceId']}: {event.get('ResourceStatusReason', '')}")
        return reasons[::-1]

    def last_change_set(self, name, since):
        """What became of the change set that was made since a moment; None where none was."""
        found = self.look("cloudformation", "list_change_sets", ("does not exist",), StackName=name)
        if found is None or found is UNKNOWN:
            return None
        made = [one for one in found.get("Summaries", []) if one["CreationTime"] >= since]
        return max(made, key=lambda one: one["CreationTime"]) if made else None

    def left_tables(self, name):
        """Tables of a stack of this name that is no more: CloudFormation calls them after the nested stack."""
        tables = []
        try:
            for page in self.client("dynamodb").get_paginator("list_tables").paginate():
                tables += [table for table in page["TableNames"] if table.startswith(f"{name}-Table-")]
        except (BotoCoreError, ClientError) as error:
            self.denied.append(f"dynamodb list_tables: {error}")
        return tables

    def executions(self):
        """How many functions may run at once in the account and region; UNKNOWN where one may not look."""
        settings = self.look("lambda", "get_account_settings")
        return settings if settings is UNKNOWN else settings["AccountLimit"]["ConcurrentExecutions"]

    def sending(self):
        """What SES says of the account; UNKNOWN where one may not look."""
        return self.look("sesv2", "get_account")

    def identity(self, name):
        """What SES says of an address or a domain; None where it does not know it."""
        return self.look("sesv2", "get_email_identity", ("NotFoundException",), EmailIdentity=name)

    def alarm_readers(self, name):
        """How many have accepted the alarms' mails, and how many were asked and have not; None where it isn't known."""
        nested = self._resource(name, "Alarms")
        topic = nested and self._resource(nested, "Topic")
        found = topic and self.look("sns", "get_topic_attributes", TopicArn=topic)
        if not found or found is UNKNOWN:
            return None
        attributes = found["Attributes"]
        return int(attributes["SubscriptionsConfirmed"]), int(attributes["SubscriptionsPending"])

    def _resource(self, stack, name):
        found = self.look(
            "cloudformation", "describe_stack_resource", ("does not exist",), StackName=stack, LogicalResourceId=name
        )
        if found is None or found is UNKNOWN:
            return None
        return found["StackResourceDetail"].get("PhysicalResourceId")

    def protect(self, name):
        """Keeps a stack from being deleted by mistake; says whether it is."""
        answer = self.look(
            "cloudformation", "update_termination_protection", StackName=name, EnableTerminationProtection=True
        )
        return answer is not UNKNOWN
