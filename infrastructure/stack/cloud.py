"""AWS's services as the SDK for Python calls them, on whatever answers at the endpoint."""

import boto3
from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from botocore.validate import ParamValidator

from template import REGION

# What moto 5.2 doesn't have. Such a call is held against AWS's own model of the API, and goes no further.
ABSENT = {
    ("budgets", "tag_resource"),
    ("cloudfront", "create_cache_policy"),
    ("cloudfront", "create_origin_request_policy"),
    ("cloudfront", "create_response_headers_policy"),
    ("sesv2", "create_configuration_set_event_destination"),
    ("sesv2", "put_email_identity_feedback_attributes"),
    ("sesv2", "put_email_identity_mail_from_attributes"),
}


class Refused(Exception):
    """The service, or the API's model, does not take the call."""


class Cloud:
    def __init__(self, endpoint):
        self.endpoint = endpoint
        self.calls = 0
        self.unheard = set()
        self._clients = {}

    def client(self, service):
        if service not in self._clients:
            self._clients[service] = boto3.client(
                service,
                endpoint_url=self.endpoint,
                region_name=REGION,
                aws_access_key_id="test",
                aws_secret_access_key="test",
                config=Config(retries={"total_max_attempts": 1}, s3={"addressing_style": "path"}),
            )
        return self._clients[service]

    def __call__(self, service, operation, **parameters):
        """The answer, without what the protocol adds to it."""
        client = self.client(service)
        if (service, operation) in ABSENT:
            return self._check(client, service, operation, parameters)
        self.calls += 1
        try:
            answer = getattr(client, operation)(**parameters)
        except (BotoCoreError, ClientError) as refused:
            raise Refused(f"{service}.{operation}: {refused}") from refused
        answer.pop("ResponseMetadata", None)
        return answer

    def _check(self, client, service, operation, parameters):
        self.unheard.add(f"{service}.{operation}")
        model = client.meta.service_model.operation_model(client.meta.method_to_api_mapping[operation])
        found = ParamValidator().validate(parameters, model.input_shape)
        if found.has_errors():
            raise Refused(f"{service}.{operation}: {found.generate_report()}")
        return {}
