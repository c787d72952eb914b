package be.leerkring.programme.statement;

import be.leerkring.platform.web.View;
import java.util.Locale;

/** A service of AWS that processes what is about people. */
public enum Service {
    API_GATEWAY,
    LAMBDA,
    DYNAMODB,
    SES,
    EVENTBRIDGE,
    CLOUDWATCH,
    /** Only where the site has a name of its own. */
    CLOUDFRONT;

    /** What it is called, and what it does here. */
    public String text(View view) {
        return view.text("privacy.service." + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
