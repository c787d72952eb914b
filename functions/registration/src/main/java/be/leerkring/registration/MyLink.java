package be.leerkring.registration;

import be.leerkring.network.Session;
import be.leerkring.platform.links.Links;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The link to one's own registration. It works from the confirmation until three months after the session. */
@Singleton
final class MyLink {

    static final String PURPOSE = "my";

    private static final Duration WORKS_AFTERWARDS = Duration.ofDays(90);

    private final Links links;

    MyLink(Links links) {
        this.links = links;
    }

    Links.Issued issue(Registration registration, Session session) {
        return links.issue(
                PURPOSE, registration.participant().subject(), session.end().plus(WORKS_AFTERWARDS));
    }
}
