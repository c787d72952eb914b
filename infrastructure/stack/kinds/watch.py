"""What tells people how it goes: logs, alarms, dashboards, topics, budgets."""

from template import ACCOUNT, TemplateError

from . import Kind, kind, lower, tags, without


@kind("AWS::Logs::LogGroup")
class LogGroup(Kind):
    def create(self, cloud, name, properties):
        name = properties.get("LogGroupName", name)
        unknown = properties.keys() - {"LogGroupName", "RetentionInDays", "Tags"}
        if unknown:
            raise TemplateError(f"teach {', '.join(unknown)} to kinds.watch.LogGroup")
        cloud("logs", "create_log_group", logGroupName=name, tags=tags(properties))
        if "RetentionInDays" in properties:
            cloud("logs", "put_retention_policy", logGroupName=name,
                  retentionInDays=int(properties["RetentionInDays"]))
        return name, {"Arn": f"{self._find(cloud, name)['arn'].removesuffix(':*')}:*"}

    def read(self, cloud, ref, properties):
        group = self._find(cloud, ref)
        return {"LogGroupName": ref, "RetentionInDays": group.get("retentionInDays"),
                "Tags": [{"Key": key, "Value": value} for key, value in
                         cloud("logs", "list_tags_log_group", logGroupName=ref)["tags"].items()]}

    @staticmethod
    def _find(cloud, name):
        groups = cloud("logs", "describe_log_groups", logGroupNamePrefix=name)["logGroups"]
        return next(group for group in groups if group["logGroupName"] == name)


@kind("AWS::Logs::MetricFilter")
class MetricFilter(Kind):
    def create(self, cloud, name, properties):
        name = properties.get("FilterName", name)
        transformations = lower(properties["MetricTransformations"])
        for transformation in transformations:
            # By the dimension's name, whose first letter is its own.
            given = transformation.get("dimensions", [])
            if given:
                transformation["dimensions"] = {each["key"]: each["value"] for each in given}
            transformation["metricValue"] = str(transformation["metricValue"])
        cloud("logs", "put_metric_filter", filterName=name, logGroupName=properties["LogGroupName"],
              filterPattern=properties["FilterPattern"], metricTransformations=transformations)
        return name, {}

    def read(self, cloud, ref, properties):
        found = cloud("logs", "describe_metric_filters", filterNamePrefix=ref,
                      logGroupName=properties["LogGroupName"])["metricFilters"]
        kept = {key[:1].upper() + key[1:]: value for key, value in found[0].items()}
        kept["MetricTransformations"] = [
            {key[:1].upper() + key[1:]: [{"Key": name, "Value": each} for name, each in value.items()]
             if key == "dimensions" else value for key, value in transformation.items()}
            for transformation in found[0]["metricTransformations"]
        ]
        return kept


@kind("AWS::CloudWatch::Alarm")
class Alarm(Kind):
    def create(self, cloud, name, properties):
        name = properties.get("AlarmName", name)
        cloud("cloudwatch", "put_metric_alarm", **{**properties, "AlarmName": name})
        return name, {"Arn": self._find(cloud, name)["AlarmArn"]}

    def read(self, cloud, ref, properties):
        return self._find(cloud, ref)

    @staticmethod
    def _find(cloud, name):
        return cloud("cloudwatch", "describe_alarms", AlarmNames=[name])["MetricAlarms"][0]


@kind("AWS::CloudWatch::Dashboard")
class Dashboard(Kind):
    def create(self, cloud, name, properties):
        name = properties.get("DashboardName", name)
        cloud("cloudwatch", "put_dashboard", DashboardName=name, DashboardBody=properties["DashboardBody"])
        return name, {}

    def read(self, cloud, ref, properties):
        return cloud("cloudwatch", "get_dashboard", DashboardName=ref)


@kind("AWS::SNS::Topic")
class Topic(Kind):
    def create(self, cloud, name, properties):
        name = properties.get("TopicName", name)
        attributes = without(properties, "TopicName", "Subscription", "Tags")
        arn = cloud("sns", "create_topic", Name=name, Attributes=attributes)["TopicArn"]
        for subscription in properties.get("Subscription", []):
            cloud("sns", "subscribe", TopicArn=arn, **subscription)
        return arn, {"TopicArn": arn, "TopicName": name}

    def read(self, cloud, ref, properties):
        subscriptions = cloud("sns", "list_subscriptions_by_topic", TopicArn=ref)["Subscriptions"]
        return {**cloud("sns", "get_topic_attributes", TopicArn=ref)["Attributes"], "TopicName": ref.split(":")[-1],
                "Subscription": [{key: each[key] for key in ("Protocol", "Endpoint")} for each in subscriptions]}


@kind("AWS::SNS::Subscription")
class Subscription(Kind):
    def create(self, cloud, name, properties):
        return cloud("sns", "subscribe", ReturnSubscriptionArn=True, **properties)["SubscriptionArn"], {}

    def read(self, cloud, ref, properties):
        return cloud("sns", "get_subscription_attributes", SubscriptionArn=ref)["Attributes"]


@kind("AWS::Budgets::Budget")
class Budget(Kind):
    def create(self, cloud, name, properties):
        budget = dict(properties["Budget"])
        budget.setdefault("BudgetName", name)
        if "BudgetLimit" in budget:
            budget["BudgetLimit"] = {**budget["BudgetLimit"], "Amount": str(budget["BudgetLimit"]["Amount"])}
        cloud("budgets", "create_budget", AccountId=ACCOUNT, Budget=budget,
              NotificationsWithSubscribers=properties.get("NotificationsWithSubscribers", []))
        return budget["BudgetName"], {}

    def read(self, cloud, ref, properties):
        where = {"AccountId": ACCOUNT, "BudgetName": ref}
        notifications = cloud("budgets", "describe_notifications_for_budget", **where)["Notifications"]
        wanted = properties.get("NotificationsWithSubscribers", [])
        # moto doesn't tell who is notified.
        return {"Budget": cloud("budgets", "describe_budget", **where)["Budget"],
                "NotificationsWithSubscribers": [
                    {"Notification": kept, "Subscribers": asked["Subscribers"]}
                    for kept, asked in zip(notifications, wanted)]}
