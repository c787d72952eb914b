package be.leerkring.registration;

import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Edition;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The session that this room's tests are about. */
final class SampleSession {

    private SampleSession() {}

    static Session of(String id, AdmissionRules rules) {
        return new Session(
                id,
                new LocalizedText(Map.of("nl", "Samen leren", "en", "Learning together")),
                LocalizedText.NONE,
                Instant.parse("2017-03-23T12:30:00Z"),
                Instant.parse("2017-03-23T16:00:00Z"),
                new Session.Venue("Muntpunt", "Brussel"),
                Session.Audience.OPEN,
                List.of(),
                List.of(new Session.ProgrammeItem(
                        Instant.parse("2017-03-23T12:30:00Z"),
                        new LocalizedText(Map.of("nl", "Onthaal", "en", "Welcome")))),
                false,
                rules,
                Edition.announced(Instant.parse("2017-01-10T09:00:00Z")));
    }
}
