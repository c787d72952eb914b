package be.leerkring.feedback.cooperation;

import be.leerkring.network.cooperation.Cooperation;
import be.leerkring.network.cooperation.Cooperations;
import be.leerkring.network.cooperation.Reports;
import be.leerkring.network.cooperation.Stage;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.time.NetworkTime;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All cooperations, as organisers keep them.
 *
 * @param proposals what participants reported and nobody has looked at
 * @param all the one that moved last first
 * @param stage the only one that is shown, if one was chosen
 * @param followedUp the sessions of which people were asked later what they did with them, the last first
 */
public record CooperationsSheet(
        List<Proposal> proposals,
        List<Cooperation> all,
        OrganisationList organisations,
        Optional<Stage> stage,
        List<Session> followedUp,
        LocalDate today) {

    /** Those of the chosen stage. */
    List<Cooperation> shown() {
        return all.stream().filter(one -> stage.isEmpty() || stage.get() == one.stage()).toList();
    }

    /** How many there are at a stage. */
    long count(Stage of) {
        return all.stream().filter(one -> one.stage() == of).count();
    }

    /** What organisations are called, with commas between them. */
    String names(Collection<String> ids) {
        return names(ids, organisations);
    }

    static String names(Collection<String> ids, OrganisationList list) {
        return ids.stream()
                .map(id -> list.find(id).map(Organisation::name).orElse(id))
                .collect(Collectors.joining(", "));
    }

    /** Reads it: the organisations and cooperations, what is proposed, and the sessions of the last year. */
    @Singleton
    static final class Reader {

        /** From when on people are asked what they did with a session, at the earliest. */
        private static final Duration LATER = Duration.ofDays(85);

        private static final Duration YEAR = Duration.ofDays(365);

        private final Cooperations cooperations;
        private final Reports reports;
        private final Sessions sessions;
        private final NetworkTime time;
        private final Clock clock;

        Reader(Cooperations cooperations, Reports reports, Sessions sessions, NetworkTime time, Clock clock) {
            this.cooperations = cooperations;
            this.reports = reports;
            this.sessions = sessions;
            this.time = time;
            this.clock = clock;
        }

        CooperationsSheet read(Optional<Stage> stage) {
            var now = clock.instant();
            var known = cooperations.read();
            return new CooperationsSheet(
                    Proposal.of(known, reports.open()),
                    known.all(),
                    known.organisations(),
                    stage,
                    sessions.startedBetween(now.minus(YEAR), now.minus(LATER))
                            .filter(session -> !session.cancelled())
                            .toList()
                            .reversed(),
                    time.local(now).toLocalDate());
        }

        /** What participants propose of one pair. */
        Optional<Proposal> proposal(String id) {
            return Proposal.of(cooperations.read(), reports.open()).stream()
                    .filter(proposal -> proposal.id().equals(id))
                    .findFirst();
        }

        /** The same of what a form settles, as far as it still stands. */
        Optional<Proposal> settledBy(CooperationForm form) {
            return form.settles().isEmpty()
                    ? Optional.empty()
                    : Proposal.of(cooperations.read(), reports.standing(form.settles())).stream().findFirst();
        }
    }
}
