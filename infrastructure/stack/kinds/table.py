"""What keeps things: the table, buckets."""

from template import TemplateError

from . import Kind, kind, without


@kind("AWS::DynamoDB::Table")
class Table(Kind):
    def create(self, cloud, name, properties):
        name = properties.get("TableName", name)
        table = without(properties, "TableName", "TimeToLiveSpecification", "PointInTimeRecoverySpecification")
        if "StreamSpecification" in table:
            table["StreamSpecification"] = {**table["StreamSpecification"], "StreamEnabled": True}
        if "SSESpecification" in table:
            encryption = table["SSESpecification"]
            table["SSESpecification"] = {"Enabled": encryption["SSEEnabled"], **without(encryption, "SSEEnabled")}
        made = cloud("dynamodb", "create_table", TableName=name, **table)["TableDescription"]
        if "TimeToLiveSpecification" in properties:
            cloud("dynamodb", "update_time_to_live", TableName=name,
                  TimeToLiveSpecification=properties["TimeToLiveSpecification"])
        if "PointInTimeRecoverySpecification" in properties:
            cloud("dynamodb", "update_continuous_backups", TableName=name,
                  PointInTimeRecoverySpecification=properties["PointInTimeRecoverySpecification"])
        return name, {"Arn": made["TableArn"], "StreamArn": made.get("LatestStreamArn")}

    def read(self, cloud, ref, properties):
        table = cloud("dynamodb", "describe_table", TableName=ref)["Table"]
        expiry = cloud("dynamodb", "describe_time_to_live", TableName=ref)["TimeToLiveDescription"]
        backups = cloud("dynamodb", "describe_continuous_backups", TableName=ref)["ContinuousBackupsDescription"]
        recovery = backups["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"] == "ENABLED"
        return {
            **table,
            "BillingMode": table.get("BillingModeSummary", {}).get("BillingMode", "PROVISIONED"),
            "SSESpecification": {"SSEEnabled": table.get("SSEDescription", {}).get("Status") == "ENABLED"},
            "TimeToLiveSpecification": {"AttributeName": expiry.get("AttributeName"),
                                        "Enabled": expiry["TimeToLiveStatus"] == "ENABLED"},
            "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": recovery},
        }


@kind("AWS::S3::Bucket")
class Bucket(Kind):
    KNOWN = {"BucketName", "BucketEncryption", "PublicAccessBlockConfiguration", "OwnershipControls",
             "VersioningConfiguration", "WebsiteConfiguration", "Tags"}

    def create(self, cloud, name, properties):
        name = properties.get("BucketName", name.lower())
        unknown = properties.keys() - self.KNOWN
        if unknown:
            raise TemplateError(f"teach {', '.join(unknown)} to kinds.table.Bucket")
        region = cloud.client("s3").meta.region_name
        cloud("s3", "create_bucket", Bucket=name, CreateBucketConfiguration={"LocationConstraint": region})
        if "BucketEncryption" in properties:
            cloud("s3", "put_bucket_encryption", Bucket=name,
                  ServerSideEncryptionConfiguration={"Rules": self._rules(properties)})
        if "PublicAccessBlockConfiguration" in properties:
            cloud("s3", "put_public_access_block", Bucket=name,
                  PublicAccessBlockConfiguration=properties["PublicAccessBlockConfiguration"])
        if "OwnershipControls" in properties:
            cloud("s3", "put_bucket_ownership_controls", Bucket=name,
                  OwnershipControls=properties["OwnershipControls"])
        if "VersioningConfiguration" in properties:
            cloud("s3", "put_bucket_versioning", Bucket=name,
                  VersioningConfiguration=properties["VersioningConfiguration"])
        if "WebsiteConfiguration" in properties:
            website = properties["WebsiteConfiguration"]
            cloud("s3", "put_bucket_website", Bucket=name, WebsiteConfiguration={
                key: {"Suffix" if key == "IndexDocument" else "Key": value} if isinstance(value, str) else value
                for key, value in website.items()})
        if "Tags" in properties:
            cloud("s3", "put_bucket_tagging", Bucket=name, Tagging={"TagSet": properties["Tags"]})
        domain = f"{name}.s3.amazonaws.com"
        return name, {"Arn": f"arn:aws:s3:::{name}", "DomainName": domain,
                      "RegionalDomainName": f"{name}.s3.{region}.amazonaws.com"}

    @staticmethod
    def _rules(properties):
        return [{"ApplyServerSideEncryptionByDefault": rule["ServerSideEncryptionByDefault"],
                 **without(rule, "ServerSideEncryptionByDefault")}
                for rule in properties["BucketEncryption"]["ServerSideEncryptionConfiguration"]]

    def read(self, cloud, ref, properties):
        kept = {"BucketName": ref, "Tags": properties.get("Tags", [])}
        if "BucketEncryption" in properties:
            rules = cloud("s3", "get_bucket_encryption", Bucket=ref)["ServerSideEncryptionConfiguration"]["Rules"]
            kept["BucketEncryption"] = {"ServerSideEncryptionConfiguration": [
                {**rule, "ServerSideEncryptionByDefault": rule["ApplyServerSideEncryptionByDefault"]}
                for rule in rules]}
        if "PublicAccessBlockConfiguration" in properties:
            kept |= cloud("s3", "get_public_access_block", Bucket=ref)
        if "OwnershipControls" in properties:
            kept |= cloud("s3", "get_bucket_ownership_controls", Bucket=ref)
        if "VersioningConfiguration" in properties:
            kept["VersioningConfiguration"] = cloud("s3", "get_bucket_versioning", Bucket=ref)
        if "WebsiteConfiguration" in properties:
            kept["WebsiteConfiguration"] = {
                key: next(iter(value.values())) if key.endswith("Document") else value
                for key, value in cloud("s3", "get_bucket_website", Bucket=ref).items()}
        return kept


@kind("AWS::SecretsManager::Secret")
class Secret(Kind):
    """Its value is drawn by AWS; here it is any."""

    forgets = ("GenerateSecretString",)

    def create(self, cloud, name, properties):
        name = properties.get("Name", name)
        wanted = without(properties, "Name", "GenerateSecretString")
        if "GenerateSecretString" in properties:
            generated = without(properties["GenerateSecretString"], "SecretStringTemplate", "GenerateStringKey")
            wanted["SecretString"] = cloud("secretsmanager", "get_random_password", **generated)["RandomPassword"]
        arn = cloud("secretsmanager", "create_secret", Name=name, **wanted)["ARN"]
        return arn, {"Id": arn}

    def read(self, cloud, ref, properties):
        return cloud("secretsmanager", "describe_secret", SecretId=ref)
