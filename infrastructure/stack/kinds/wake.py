"""What wakes functions, and where what they failed at lies: schedules, rules, queues."""

import json

from . import Kind, kind, without


@kind("AWS::Scheduler::ScheduleGroup")
class ScheduleGroup(Kind):
    def create(self, cloud, name, properties):
        name = properties.get("Name", name)
        return name, {"Arn": cloud("scheduler", "create_schedule_group", **{**properties, "Name": name})["ScheduleGroupArn"]}

    def read(self, cloud, ref, properties):
        return {**cloud("scheduler", "get_schedule_group", Name=ref),
                "Tags": properties.get("Tags", [])}


@kind("AWS::Scheduler::Schedule")
class Schedule(Kind):
    def create(self, cloud, name, properties):
        name = properties.get("Name", name)
        made = cloud("scheduler", "create_schedule", **{**properties, "Name": name})
        return name, {"Arn": made["ScheduleArn"]}

    def read(self, cloud, ref, properties):
        group = {"GroupName": properties["GroupName"]} if "GroupName" in properties else {}
        return cloud("scheduler", "get_schedule", Name=ref, **group)


@kind("AWS::Events::Rule")
class Rule(Kind):
    def create(self, cloud, name, properties):
        name = properties.get("Name", name)
        rule = without(properties, "Name", "Targets", "EventPattern")
        if "EventPattern" in properties:
            rule["EventPattern"] = json.dumps(properties["EventPattern"])
        made = cloud("events", "put_rule", Name=name, **rule)
        if properties.get("Targets"):
            cloud("events", "put_targets", Rule=name, Targets=properties["Targets"])
        return name, {"Arn": made["RuleArn"]}

    def read(self, cloud, ref, properties):
        return {**cloud("events", "describe_rule", Name=ref),
                "Targets": cloud("events", "list_targets_by_rule", Rule=ref)["Targets"]}


@kind("AWS::SQS::Queue")
class Queue(Kind):
    def create(self, cloud, name, properties):
        name = properties.get("QueueName", name)
        wanted = without(properties, "QueueName", "Tags")
        attributes = {key: json.dumps(value) if isinstance(value, dict) else str(value).lower()
                      if isinstance(value, bool) else str(value) for key, value in wanted.items()}
        url = cloud("sqs", "create_queue", QueueName=name, Attributes=attributes)["QueueUrl"]
        arn = cloud("sqs", "get_queue_attributes", QueueUrl=url, AttributeNames=["QueueArn"])["Attributes"]["QueueArn"]
        return url, {"Arn": arn, "QueueName": name, "QueueUrl": url}

    def read(self, cloud, ref, properties):
        kept = cloud("sqs", "get_queue_attributes", QueueUrl=ref, AttributeNames=["All"])["Attributes"]
        return {**kept, "QueueName": kept["QueueArn"].split(":")[-1]}
