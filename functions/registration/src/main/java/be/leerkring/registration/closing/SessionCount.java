package be.leerkring.registration.closing;

import be.leerkring.network.figures.Heads;
import be.leerkring.network.figures.PairsMet;
import be.leerkring.network.figures.SessionFigures;
import be.leerkring.network.organisation.Organisation.Kind;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.session.Session;
import be.leerkring.registration.state.Registration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts what a session came to. People are compared by their keys in the network, here and nowhere else: nothing of
 * that is kept.
 *
 * @param listed the organisations as the list has them now
 * @param before those who were at other sessions of the same year
 */
record SessionCount(Session session, int capacity, OrganisationList listed, Before before, PairsMet pairs) {

    /**
     * Who was at other sessions of the year that are closed, as far as that is still known.
     *
     * @param people by their keys in the network
     * @param organisations by their keys, as of {@link Participant#organisationKey()}
     */
    record Before(Set<String> people, Set<String> organisations) {

        static Before of(Stream<Participant> there, OrganisationList listed) {
            var all = there.map(participant -> participant.asListed(listed)).toList();
            return new Before(
                    all.stream().map(one -> one.identity()).collect(Collectors.toSet()),
                    all.stream().map(Participant::organisationKey).collect(Collectors.toSet()));
        }
    }

    SessionFigures figures(Attendance attendance, Instant now) {
        var heads = new EnumMap<Kind, Heads>(Kind.class);
        count(heads, attendance.present(), new Heads(1, 0, 0, 0));
        count(heads, attendance.absent(), new Heads(0, 1, 0, 0));
        count(heads, attendance.cancelled(), new Heads(0, 0, 1, 0));
        count(heads, attendance.waiting(), new Heads(0, 0, 0, 1));
        var present = attendance.present().stream().map(this::asListed).toList();
        var unlisted = present.stream()
                .filter(one -> !isListed(one))
                .map(Participant::organisationKey)
                .collect(Collectors.toSet());
        return new SessionFigures(
                session.id(),
                session.title(),
                session.start(),
                now,
                capacity,
                attendance.checkedIn(),
                heads,
                present.stream().filter(this::isListed).map(Participant::organisationId).distinct().sorted().toList(),
                unlisted.size(),
                (int) present.stream().filter(one -> !before.people().contains(one.identity())).count(),
                (int) unlisted.stream().filter(key -> !before.organisations().contains(key)).count(),
                pairs);
    }

    private void count(EnumMap<Kind, Heads> heads, List<Registration> people, Heads one) {
        people.forEach(registration -> heads.merge(asListed(registration).kind(), one, Heads::plus));
    }

    private Participant asListed(Registration registration) {
        return registration.participant().asListed(listed);
    }

    private boolean isListed(Participant participant) {
        return listed.find(participant.organisationId()).isPresent();
    }
}
