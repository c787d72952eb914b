"""SES."""

from . import Kind, kind, without


@kind("AWS::SES::EmailIdentity")
class EmailIdentity(Kind):
    forgets = ("DkimSigningAttributes", "FeedbackAttributes", "MailFromAttributes")

    def create(self, cloud, name, properties):
        identity = properties["EmailIdentity"]
        cloud("sesv2", "create_email_identity",
              **without(properties, "FeedbackAttributes", "MailFromAttributes"))
        if "FeedbackAttributes" in properties:
            cloud("sesv2", "put_email_identity_feedback_attributes", EmailIdentity=identity,
                  **properties["FeedbackAttributes"])
        if "MailFromAttributes" in properties:
            cloud("sesv2", "put_email_identity_mail_from_attributes", EmailIdentity=identity,
                  **properties["MailFromAttributes"])
        # AWS draws three tokens; moto has none.
        tokens = {f"DkimDNSTokenName{n}": f"token{n}._domainkey.{identity}" for n in (1, 2, 3)}
        return identity, {**tokens, **{f"DkimDNSTokenValue{n}": f"token{n}.dkim.amazonses.com" for n in (1, 2, 3)}}

    def read(self, cloud, ref, properties):
        return {**cloud("sesv2", "get_email_identity", EmailIdentity=ref), "EmailIdentity": ref}


@kind("AWS::SES::ConfigurationSet")
class ConfigurationSet(Kind):
    def create(self, cloud, name, properties):
        name = properties.get("Name", name)
        cloud("sesv2", "create_configuration_set", ConfigurationSetName=name, **without(properties, "Name"))
        return name, {}

    def read(self, cloud, ref, properties):
        return {**cloud("sesv2", "get_configuration_set", ConfigurationSetName=ref), "Name": ref}


@kind("AWS::SES::ConfigurationSetEventDestination")
class EventDestination(Kind):
    """moto has none of these; the call is checked, and the set that it names is there."""

    forgets = ("EventDestination",)

    def create(self, cloud, name, properties):
        destination = dict(properties["EventDestination"])
        # The template's `deliveryDelay` is the API's `DELIVERY_DELAY`.
        destination["MatchingEventTypes"] = [
            "".join("_" + letter if letter.isupper() else letter for letter in event).upper()
            for event in destination["MatchingEventTypes"]]
        self._known(cloud, destination["MatchingEventTypes"])
        cloud("sesv2", "create_configuration_set_event_destination",
              ConfigurationSetName=properties["ConfigurationSetName"],
              EventDestinationName=destination.pop("Name", name), EventDestination=destination)
        return name, {}

    @staticmethod
    def _known(cloud, events):
        model = cloud.client("sesv2").meta.service_model.shape_for("EventType")
        unknown = set(events) - set(model.enum)
        if unknown:
            raise ValueError(f"SES reports no {', '.join(sorted(unknown))}")

    def read(self, cloud, ref, properties):
        cloud("sesv2", "get_configuration_set", ConfigurationSetName=properties["ConfigurationSetName"])
        return {"ConfigurationSetName": properties["ConfigurationSetName"]}
