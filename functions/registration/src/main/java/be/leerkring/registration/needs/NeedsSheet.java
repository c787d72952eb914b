package be.leerkring.registration.needs;

import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.Question;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Texts;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.text.Folding;
import be.leerkring.registration.Person;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.need.Asked;
import be.leerkring.registration.need.KeptNeeds;
import be.leerkring.registration.need.Need;
import be.leerkring.registration.need.Needs;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the people of a session need who come, or would. Who has yet to confirm is not among them, for nobody knows
 * whether it was they who filled in the form.
 *
 * @param people by name
 */
public record NeedsSheet(Session session, List<NeedsSheet.PersonNeeds> people) {

    private static final List<RegistrationState> SEATED = List.of(
            RegistrationState.CONFIRMED, RegistrationState.ATTENDED, RegistrationState.ABSENT);
    private static final List<RegistrationState> IN_LINE = List.of(
            RegistrationState.OFFERED, RegistrationState.WAITING);

    /** Somebody, and what they need. */
    public record PersonNeeds(Participant participant, Person.Status status, Needs needs) {

        boolean isSeated() {
            return SEATED.contains(participant.state());
        }

        List<Need> to(Heading heading) {
            return needs.all().stream().filter(need -> heading.has(need.asked())).toList();
        }
    }

    /**
     * A question with all answers to it.
     *
     * @param question as it is asked now; empty where nobody asks it any more
     * @param asked as somebody read it
     */
    public record Heading(Optional<Question> question, Asked asked) {

        boolean has(Asked other) {
            return question.map(other::isOf).orElse(other.equals(asked));
        }

        String words(Texts reader) {
            return question.map(one -> Asked.of(one, reader)).orElse(asked).words(reader);
        }

        String lang(Texts reader) {
            return question.map(one -> Asked.of(one, reader)).orElse(asked).lang(reader);
        }
    }

    /** The questions that the session asks, and those that it asked before and somebody answered. */
    List<Heading> headings(Texts reader) {
        var headings = new ArrayList<Heading>();
        session.questions().forEach(question -> headings.add(
                new Heading(Optional.of(question), Asked.of(question, reader))));
        people.stream()
                .flatMap(person -> person.needs().all().stream())
                .map(Need::asked)
                .filter(asked -> session.questions().stream().noneMatch(asked::isOf))
                .distinct()
                .forEach(asked -> headings.add(new Heading(Optional.empty(), asked)));
        return headings;
    }

    /** In sum, question by question. */
    List<Tally> tallies(Texts reader) {
        return headings(reader).stream().map(heading -> Tally.of(heading, people, reader)).toList();
    }

    /** Those who have a seat, or those who would like one. */
    List<PersonNeeds> seated(boolean seated) {
        return people.stream().filter(person -> person.isSeated() == seated).toList();
    }

    /** Reads it. */
    @Singleton
    static final class Reader {

        private final Table table;
        private final Sessions sessions;
        private final Organisations organisations;
        private final Registrations registrations;
        private final KeptNeeds keptNeeds;

        Reader(
                Table table,
                Sessions sessions,
                Organisations organisations,
                Registrations registrations,
                KeptNeeds keptNeeds) {
            this.table = table;
            this.sessions = sessions;
            this.organisations = organisations;
            this.registrations = registrations;
            this.keptNeeds = keptNeeds;
        }

        /** The sheet of a published session: a query between two batches, the second of those who need something. */
        Optional<NeedsSheet> of(String id) {
            var found = table.read(List.of(sessions.key(id), organisations.key()));
            var listed = organisations.in(found);
            return sessions.in(found, id).map(session -> {
                var needs = keptNeeds.of(id);
                var there = table.read(needs.keySet().stream().map(person -> Participants.key(id, person)).toList());
                return new NeedsSheet(session, needs.entrySet().stream()
                        .filter(one -> !one.getValue().isEmpty())
                        .flatMap(one -> registrations.in(there, id, one.getKey()).stream()
                                .map(registration -> new PersonNeeds(
                                        registration.participant().asListed(listed),
                                        Person.Status.of(registration),
                                        one.getValue())))
                        .filter(one -> isShown(one.participant().state()))
                        .sorted(Comparator.comparing(one -> one.participant().name(), Folding.alphabet()))
                        .toList());
            });
        }

        private static boolean isShown(RegistrationState state) {
            return Stream.concat(SEATED.stream(), IN_LINE.stream()).anyMatch(state::equals);
        }
    }
}
