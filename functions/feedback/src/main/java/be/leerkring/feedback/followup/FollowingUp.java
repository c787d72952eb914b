package be.leerkring.feedback.followup;

import be.leerkring.feedback.FollowUpLink;
import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.meetings.memory.PeopleMet;
import be.leerkring.network.cooperation.FollowUp;
import be.leerkring.network.cooperation.FollowUps;
import be.leerkring.network.cooperation.Reports;
import be.leerkring.network.cooperation.Side;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.links.Link;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.platform.web.FormErrors;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes what people say three months after a session; each report of a cooperation goes to the organisers. */
@Singleton
final class FollowingUp {

    private final Table table;
    private final Links links;
    private final Sessions sessions;
    private final Participants participants;
    private final Organisations organisations;
    private final MeetingMemory memory;
    private final FollowUps followUps;
    private final Reports reports;
    private final Clock clock;

    FollowingUp(
            Table table,
            Links links,
            Sessions sessions,
            Participants participants,
            Organisations organisations,
            MeetingMemory memory,
            FollowUps followUps,
            Reports reports,
            Clock clock) {
        this.table = table;
        this.links = links;
        this.sessions = sessions;
        this.participants = participants;
        this.organisations = organisations;
        this.memory = memory;
        this.followUps = followUps;
        this.reports = reports;
        this.clock = clock;
    }

    /** Where a link leads. */
    sealed interface Destination {

        /**
         * To a participant's answer.
         *
         * @param met the keys of those whom the participant met at the session, as far as it is remembered
         * @param answer in revision 0 where there is none yet
         */
        record Found(
                Session session,
                Participant participant,
                OrganisationList organisations,
                List<String> met,
                FollowUp answer) implements Destination {

            Side own() {
                return new Side(participant.organisationId(), participant.organisation());
            }
        }

        record Gone(Optional<Session> session) implements Destination {}

        record Unknown() implements Destination {}
    }

    /** What came of a form. */
    sealed interface Outcome {

        record Done() implements Outcome {}

        record Invalid(Destination.Found there, FormErrors.Found errors) implements Outcome {}

        record Closed(Optional<Session> session) implements Outcome {}

        record Unknown() implements Outcome {}
    }

    /** Follows a link: one round trip, and nothing changes. */
    Destination follow(Token token) {
        return PersonKey.of(token.claimedSubject())
                .map(by -> follow(token, by))
                .orElseGet(Destination.Unknown::new);
    }

    private Destination follow(Token token, PersonKey by) {
        var session = by.session();
        var registration = Participants.key(session, by.person());
        var found = table.read(List.of(
                links.key(token),
                sessions.key(session),
                registration,
                followUps.key(by),
                organisations.key(),
                memory.people(session)));
        return switch (links.judge(token, FollowUpLink.PURPOSE, found)) {
            case Link.Valid _ -> sessions.in(found, session)
                    .filter(_ -> found.containsKey(registration))
                    .<Destination>map(known -> {
                        var participant = Participant.readFrom(found.get(registration));
                        return new Destination.Found(
                                known,
                                participant,
                                organisations.in(found),
                                memory.in(found, session).map(met -> met(met, participant)).orElse(List.of()),
                                followUps.in(found, by).orElseGet(() -> FollowUp.none(by)));
                    })
                    .orElseGet(() -> new Destination.Gone(sessions.in(found, session)));
            case Link.Expired _ -> new Destination.Gone(sessions.in(found, session));
            case Link.Unknown _ -> new Destination.Unknown();
        };
    }

    private static List<String> met(PeopleMet met, Participant participant) {
        return met.metBy(participant.identity()).stream().map(PeopleMet.Somebody::person).toList();
    }

    /** The organisations of those whom the participant met, in the list's order: a round trip of its own. */
    List<Organisation> met(Destination.Found there) {
        var met = participants.find(there.session().id(), there.met()).values().stream()
                .flatMap(one -> there.organisations().find(one.organisationId()).stream())
                .toList();
        return there.organisations().all().stream().filter(met::contains).toList();
    }

    /** Keeps the form; what was kept before under its number it stands in the place of. */
    Outcome answer(Token token, FollowUpForm form) {
        return decide(token, there -> {
            var errors = form.check(there.answer(), there.own(), there.organisations());
            return errors.isEmpty()
                    ? write(there, next(there, form)).then(new Outcome.Done())
                    : Decision.made(new Outcome.Invalid(there, errors));
        });
    }

    private FollowUp next(Destination.Found there, FollowUpForm form) {
        var before = there.answer();
        return before.next(
                form.isFirst() ? form.used() : before.used(),
                form.isFirst() ? form.success() : before.success(),
                form.number(),
                form.reported(there.organisations()),
                clock.instant());
    }

    /** Keeps that there is nothing to report; whoever reported something takes that back by itself. */
    Outcome skip(Token token) {
        return decide(token, there -> there.answer().revision() > 0
                ? Decision.made(new Outcome.Done())
                : write(there, there.answer().next("", "", 0, Optional.empty(), clock.instant()))
                        .then(new Outcome.Done()));
    }

    /** Takes back what was reported under a number. */
    Outcome takeBack(Token token, int number) {
        return decide(token, there -> {
            var before = there.answer();
            return before.reported().containsKey(number)
                    ? write(there, before.next(
                            before.used(), before.success(), number, Optional.empty(), clock.instant()))
                            .then(new Outcome.Done())
                    : Decision.made(new Outcome.Done());
        });
    }

    private interface Act {
        Decision<Outcome> on(Destination.Found there);
    }

    private Outcome decide(Token token, Act act) {
        return table.decide(() -> switch (follow(token)) {
            case Destination.Found there -> act.on(there);
            case Destination.Gone(var session) -> Decision.made(new Outcome.Closed(session));
            case Destination.Unknown() -> Decision.made(new Outcome.Unknown());
        });
    }

    /**
     * The answer, and what changed of its reports. Only while the registration stands, so that nothing of somebody is
     * kept who erased their data meanwhile.
     */
    private WriteOutcome write(Destination.Found there, FollowUp next) {
        var read = there.answer();
        if (isSame(read, next)) {
            return new WriteOutcome.Written();
        }
        var writes = new ArrayList<Write>();
        writes.add(participants.still(there.participant()));
        writes.add(followUps.put(next, there.session()));
        for (int number = 0; number < FollowUp.MOST; number++) {
            var before = read.reported().get(number);
            var after = next.reported().get(number);
            var otherWords = number == 0 && !next.used().equals(read.used());
            if (after != null && (otherWords || !after.equals(before))) {
                writes.add(reports.put(next, number, there.participant(), there.session()));
            } else if (before != null && after == null) {
                writes.add(reports.takeBack(next, number, before, there.participant(), there.session()));
            }
        }
        return table.write(writes);
    }

    private static boolean isSame(FollowUp read, FollowUp next) {
        return read.revision() > 0
                && read.used().equals(next.used())
                && read.success().equals(next.success())
                && read.reported().equals(next.reported());
    }
}
