"""Who may do what: roles and policies."""

import json

from . import Kind, kind


@kind("AWS::IAM::ManagedPolicy")
class ManagedPolicy(Kind):
    def create(self, cloud, name, properties):
        policy = cloud("iam", "create_policy", PolicyName=properties.get("ManagedPolicyName", name),
                       PolicyDocument=json.dumps(properties["PolicyDocument"]))
        return policy["Policy"]["Arn"], {}

    def read(self, cloud, ref, properties):
        version = cloud("iam", "get_policy", PolicyArn=ref)["Policy"]["DefaultVersionId"]
        policy = cloud("iam", "get_policy_version", PolicyArn=ref, VersionId=version)["PolicyVersion"]
        return {"PolicyDocument": policy["Document"]}


@kind("AWS::IAM::Role")
class Role(Kind):
    def create(self, cloud, name, properties):
        name = properties.get("RoleName", name)
        role = cloud("iam", "create_role", RoleName=name, Tags=properties.get("Tags", []),
                     AssumeRolePolicyDocument=json.dumps(properties["AssumeRolePolicyDocument"]))["Role"]
        for arn in properties.get("ManagedPolicyArns", []):
            cloud("iam", "attach_role_policy", RoleName=name, PolicyArn=arn)
        for policy in properties.get("Policies", []):
            # SAM writes no version into the policies of its own making, which IAM takes and moto doesn't.
            document = {"Version": "2012-10-17", **policy["PolicyDocument"]}
            cloud("iam", "put_role_policy", RoleName=name, PolicyName=policy["PolicyName"],
                  PolicyDocument=json.dumps(document))
        return name, {"Arn": role["Arn"], "RoleId": role["RoleId"]}

    def read(self, cloud, ref, properties):
        role = cloud("iam", "get_role", RoleName=ref)["Role"]
        attached = cloud("iam", "list_attached_role_policies", RoleName=ref)["AttachedPolicies"]
        names = cloud("iam", "list_role_policies", RoleName=ref)["PolicyNames"]
        inline = [cloud("iam", "get_role_policy", RoleName=ref, PolicyName=name) for name in names]
        return {
            "AssumeRolePolicyDocument": role["AssumeRolePolicyDocument"],
            "ManagedPolicyArns": [policy["PolicyArn"] for policy in attached],
            "Policies": inline,
            "Tags": role.get("Tags", []),
        }


@kind("AWS::SQS::QueuePolicy")
class QueuePolicy(Kind):
    def create(self, cloud, name, properties):
        for queue in properties["Queues"]:
            cloud("sqs", "set_queue_attributes", QueueUrl=queue,
                  Attributes={"Policy": json.dumps(properties["PolicyDocument"])})
        return name, {}

    def read(self, cloud, ref, properties):
        read = {queue: cloud("sqs", "get_queue_attributes", QueueUrl=queue, AttributeNames=["Policy"])["Attributes"]
                for queue in properties["Queues"]}
        policies = [attributes["Policy"] for attributes in read.values()]
        same = all(policy == policies[0] for policy in policies)
        return {"Queues": list(read), "PolicyDocument": policies[0] if same else policies}


@kind("AWS::SNS::TopicPolicy")
class TopicPolicy(Kind):
    def create(self, cloud, name, properties):
        for topic in properties["Topics"]:
            cloud("sns", "set_topic_attributes", TopicArn=topic, AttributeName="Policy",
                  AttributeValue=json.dumps(properties["PolicyDocument"]))
        return name, {}

    def read(self, cloud, ref, properties):
        read = {topic: cloud("sns", "get_topic_attributes", TopicArn=topic)["Attributes"]["Policy"]
                for topic in properties["Topics"]}
        policies = list(read.values())
        same = all(policy == policies[0] for policy in policies)
        return {"Topics": list(read), "PolicyDocument": policies[0] if same else policies}


@kind("AWS::S3::BucketPolicy")
class BucketPolicy(Kind):
    def create(self, cloud, name, properties):
        cloud("s3", "put_bucket_policy", Bucket=properties["Bucket"], Policy=json.dumps(properties["PolicyDocument"]))
        return name, {}

    def read(self, cloud, ref, properties):
        return {"Bucket": properties["Bucket"],
                "PolicyDocument": cloud("s3", "get_bucket_policy", Bucket=properties["Bucket"])["Policy"]}
