"""What CloudFront shows where the site can't answer: the site's own page, put where CloudFront finds it then."""

from urllib.error import URLError
from urllib.request import urlopen

from botocore.exceptions import BotoCoreError, ClientError

KEY = "front/busy.html"


def fronted(account, stack):
    """Puts the page into its bucket and says what is left to do; nothing for a site without a name of its own."""
    outputs = stack["outputs"]
    if "FrontPages" not in outputs:
        return []
    name = outputs["SiteAddress"].removeprefix("https://")
    lines = ["The DNS has to lead the name to CloudFront:", "", f"  {name}.  CNAME  {outputs['FrontName']}.", ""]
    try:
        with urlopen(f"{outputs['ApiAddress']}/busy", timeout=60) as page:
            account.client("s3").put_object(
                Bucket=outputs["FrontPages"],
                Key=KEY,
                Body=page.read(),
                ContentType="text/html; charset=utf-8",
                CacheControl="no-store",
            )
    except (URLError, BotoCoreError, ClientError) as error:
        lines.append(f"Visitors meet XML where the site can't answer, for its page is not in the bucket: {error}. Deploy again.")
    return lines
