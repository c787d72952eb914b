package be.leerkring.speeddating;

import be.leerkring.meetings.plan.SpeedDates;
import be.leerkring.meetings.plan.SpeedDatingPlans;
import be.leerkring.meetings.plan.SpeedDatingSettings;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.text.Folding;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What there is about the speed-dating of one session.
 *
 * @param people everybody who has a seat at the session, or had one and is not there, by name
 */
public record PlanSheet(Session session, Optional<SpeedDates> plan, List<Participant> people) {

    public PlanSheet {
        people = people.stream().map(one -> one.asSpelt(session.themes())).toList();
    }

    /** Those who can meet others today. */
    public List<Participant> taking(SpeedDatingSettings settings) {
        return people.stream()
                .filter(one -> isThere(one, settings.hereOnly()))
                .filter(one -> !settings.out().contains(one.person()))
                .toList();
    }

    private static boolean isThere(Participant one, boolean hereOnly) {
        return hereOnly ? one.state() == RegistrationState.ATTENDED : one.state().tookPart();
    }

    /** Of those who are in the rounds to come, the ones who don't come any more. */
    public List<String> gone() {
        var taking = plan.map(planned -> byKey(taking(planned.settings()))).orElse(Map.of());
        return plan.stream()
                .filter(planned -> planned.state() != SpeedDates.State.TOOK_PLACE)
                .flatMap(planned -> planned.people().stream()
                        .filter(one -> isToCome(planned, one.person()))
                        .filter(one -> !taking.containsKey(one.person())))
                .map(one -> one.name())
                .toList();
    }

    /** Those who could take part, and have no place in the rounds to come. */
    public List<String> missed() {
        return plan.stream()
                .filter(planned -> planned.state() != SpeedDates.State.TOOK_PLACE)
                .flatMap(planned -> taking(planned.settings()).stream()
                        .filter(one -> !isToCome(planned, one.person())))
                .map(Participant::name)
                .toList();
    }

    private static boolean isToCome(SpeedDates plan, String person) {
        return plan.rounds().stream().skip(plan.done()).anyMatch(round -> round.has(person));
    }

    private static Map<String, Participant> byKey(List<Participant> people) {
        return people.stream().collect(Collectors.toMap(Participant::person, Function.identity()));
    }

    /** The number that the plan's next change has to follow; 0 where there is no plan. */
    public long revision() {
        return plan.map(SpeedDates::revision).orElse(0L);
    }

    /** Reads it: one batch, and one query. */
    @Singleton
    public static final class Reader {

        private final Table table;
        private final Sessions sessions;
        private final SpeedDatingPlans plans;
        private final Participants participants;

        Reader(Table table, Sessions sessions, SpeedDatingPlans plans, Participants participants) {
            this.table = table;
            this.sessions = sessions;
            this.plans = plans;
            this.participants = participants;
        }

        /** The speed-dating of a published session, as it stands at this moment. */
        public Optional<PlanSheet> of(String id) {
            var found = table.read(List.of(sessions.key(id), plans.key(id)));
            return sessions.in(found, id)
                    .map(session -> new PlanSheet(session, plans.in(found, id), people(id)));
        }

        private List<Participant> people(String id) {
            return participants
                    .now(id)
                    .filter(one -> one.state().tookPart() || one.state() == RegistrationState.ABSENT)
                    .sorted(Comparator.comparing(Participant::name, Folding.alphabet()))
                    .toList();
        }
    }
}
