"""How a resource of each type is created through its service's own API, and read back from it.

A kind's properties go to the API as they are wherever the two agree, so that the API's model refuses what it doesn't
know; and whatever a template says has to come back, but for what the kind says that moto forgets.
"""

KINDS = {}


class Kind:
    """A type of resource. What `create` is given has no functions in it any more."""

    # The properties that moto takes and doesn't keep.
    forgets = ()
    # The property that names what it is a part of, if its name only has to differ from those of other such parts.
    within = None

    def create(self, cloud, name, properties):
        """Creates it under a name of the caller's; gives what Ref comes to, and the attributes by name."""
        raise NotImplementedError

    def wanted(self, cloud, properties):
        """What has to come back."""
        return properties

    def read(self, cloud, ref, properties):
        """The properties as the service has them now, in the template's own form."""
        raise NotImplementedError


def kind(type_name):
    """Teaches a class to this package under the type's name."""

    def teach(made):
        KINDS[type_name] = made()
        return made

    return teach


def tags(properties):
    """The tags by key, as most APIs want them."""
    return {tag["Key"]: tag["Value"] for tag in properties.get("Tags", [])}


def without(properties, *names):
    return {key: value for key, value in properties.items() if key not in names}


def lower(value):
    """The same with every name's first letter small, as the older APIs have it."""
    if isinstance(value, dict):
        return {key[:1].lower() + key[1:]: lower(each) for key, each in value.items()}
    return [lower(each) for each in value] if isinstance(value, list) else value


from . import access, functions, mail, site, table, wake, watch  # noqa: E402, F401
