package be.leerkring.mailer;

import static org.junit.jupiter.api.Assumptions.abort;

/**
 * What somebody else's stand-in for SES receives: {@code aws-ses-v2-local}, a package of npm. It keeps mails as ours
 * does, but it takes more and says less: it drops tags and configuration sets, looks at no address, never throttles,
 * rejects or pauses, reports nothing of a mail afterwards, and names its errors otherwise than SES does. So it can tell
 * that we speak SES's language, and not what follows when SES says no.
 */
final class AnotherSesScenarioTest extends SesScenario {

    @Override
    StandIn open() {
        var missing = AnotherSes.missing();
        if (missing.isPresent()) {
            abort("aws-ses-v2-local can't run here: " + missing.get());
        }
        return AnotherSes.start();
    }
}
