package be.leerkring.local.cost;

import be.leerkring.network.cooperation.Cooperation;
import be.leerkring.network.cooperation.Cooperations;
import be.leerkring.network.cooperation.FollowUp;
import be.leerkring.network.cooperation.FollowUps;
import be.leerkring.network.cooperation.Reported;
import be.leerkring.network.cooperation.Reports;
import be.leerkring.network.cooperation.Side;
import be.leerkring.network.cooperation.Stage;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.table.Write;
import io.micronaut.context.ApplicationContext;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** As much as a large network makes of its contacts: 100 cooperations, and after a session 60 reports. */
final class LargeCooperations {

    static final String COOPERATION = "samen-7";

    private static final int COOPERATIONS = 100;
    private static final int REPORTS = 60;

    private final Cooperations cooperations;
    private final FollowUps followUps;
    private final Reports reports;

    LargeCooperations(ApplicationContext context) {
        this.cooperations = context.getBean(Cooperations.class);
        this.followUps = context.getBean(FollowUps.class);
        this.reports = context.getBean(Reports.class);
    }

    /** The writes of all of them, those of people as if each were this participant. */
    Stream<Write> writes(Session session, Participant participant) {
        return Stream.concat(
                IntStream.range(0, COOPERATIONS)
                        .mapToObj(number -> cooperations.put(cooperation(
                                "samen-" + number, "organisatie-" + number, "organisatie-" + (number + 1)))),
                IntStream.range(0, REPORTS).boxed().flatMap(number -> {
                    var answer = FollowUp.none(new PersonKey(session.id(), "persoon-" + number))
                            .next("Wat men ervan gebruikte. ".repeat(5), "", 0, Optional.of(reported(number)),
                                    session.end().plus(Duration.ofDays(92)));
                    return Stream.of(
                            followUps.put(answer, session), reports.put(answer, 0, participant, session));
                }));
    }

    private static Reported reported(int number) {
        return new Reported(
                new Side("organisatie-" + (number + 1), "Organisatie met een naam"), Stage.PLAN,
                "Wat het bracht. ".repeat(10), true);
    }

    /** A published one, with a story of some length. */
    static Cooperation cooperation(String id, String... organisations) {
        return new Cooperation(
                id,
                new LocalizedText(Map.of("nl", "Samen opleiden", "en", "Training together")),
                List.of(organisations),
                Set.of(organisations),
                new TreeMap<>(Map.of(Stage.RUNNING, LocalDate.parse("2017-01-15"))),
                Optional.empty(),
                List.of("industrie-4-0"),
                new LocalizedText(Map.of("nl", "Wat men meenam en ermee deed. ".repeat(15))),
                "https://example.org/" + id,
                true,
                0);
    }
}
