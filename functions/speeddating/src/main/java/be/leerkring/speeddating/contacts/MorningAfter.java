package be.leerkring.speeddating.contacts;

import be.leerkring.meetings.Meeting;
import be.leerkring.meetings.memory.Forgetting;
import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.meetings.memory.PeopleMet;
import be.leerkring.meetings.plan.SpeedDates;
import be.leerkring.meetings.plan.SpeedDatingPlans;
import be.leerkring.network.participant.OwnPage;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.time.NetworkTime;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What happens the day after speed-dating: the network remembers who met whom, and those who met somebody are mailed
 * where to say whom they would like to meet again. Each step knows whether it was done, so that a run which was cut off
 * is taken up by the next: nothing counts twice, and nobody is mailed twice.
 *
 * <p>A plan counts once an organiser said that it took place, which they can do for two weeks. A meeting in it counts
 * when both were there. Who was there, the check-in says; where nobody was checked in, everybody who had a seat.
 */
@Singleton
final class MorningAfter {

    /** A session that began longer ago than this is not looked at any more. */
    private static final Duration LATEST = Duration.ofDays(14);

    /** So many registrations are looked at between two marks. */
    private static final int PAGE = 100;

    /** So long a run goes on; the function may run a little longer. */
    private static final Duration RUN = Duration.ofMinutes(4);

    private final Table table;
    private final Sessions sessions;
    private final Participants participants;
    private final SpeedDatingPlans plans;
    private final MeetingMemory memory;
    private final Forgetting forgetting;
    private final ContactRounds rounds;
    private final Links links;
    private final Outbox outbox;
    private final ContactMails mails;
    private final NetworkTime time;
    private final Clock clock;

    MorningAfter(
            Table table,
            Sessions sessions,
            Participants participants,
            SpeedDatingPlans plans,
            MeetingMemory memory,
            Forgetting forgetting,
            ContactRounds rounds,
            Links links,
            Outbox outbox,
            ContactMails mails,
            NetworkTime time,
            Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.participants = participants;
        this.plans = plans;
        this.memory = memory;
        this.forgetting = forgetting;
        this.rounds = rounds;
        this.links = links;
        this.outbox = outbox;
        this.mails = mails;
        this.time = time;
        this.clock = clock;
    }

    /** Looks after every session that ended on an earlier day. */
    void lookAfterAll() {
        var now = clock.instant();
        var due = sessions.startedBetween(now.minus(LATEST), now)
                .filter(session -> !session.cancelled() && isDayAfter(session, now))
                .toList();
        if (due.isEmpty()) {
            return;
        }
        var end = System.nanoTime() + RUN.toNanos();
        var read = table.read(due.stream().flatMap(this::keys).toList());
        due.forEach(session -> lookAfter(session, read, end));
    }

    private boolean isDayAfter(Session session, Instant now) {
        return time.local(now).toLocalDate().isAfter(time.local(session.end()).toLocalDate());
    }

    private Stream<Key> keys(Session session) {
        return Stream.of(rounds.key(session.id()), memory.people(session.id()), plans.key(session.id()));
    }

    private void lookAfter(Session session, Map<Key, Item> read, long end) {
        var begun = rounds.in(read, session.id());
        if (begun.map(ContactRounds.Round::done).orElse(false)) {
            return;
        }
        var met = memory.in(read, session.id())
                .or(() -> plans.in(read, session.id()).flatMap(plan -> remember(session, plan)));
        if (met.isEmpty()) {
            return;
        }
        var round = begun.orElseGet(() -> check(session));
        if (ContactRounds.isHour(time.local(clock.instant()))) {
            ask(session, met.get(), round, end);
        }
    }

    private Optional<PeopleMet> remember(Session session, SpeedDates plan) {
        if (plan.state() != SpeedDates.State.TOOK_PLACE) {
            return Optional.empty();
        }
        var there = there(session);
        var meetings = plan.meetings()
                .filter(met -> there.containsKey(met.one().person())
                        && there.containsKey(met.other().person()))
                .map(met -> new Meeting(
                        there.get(met.one().person()), there.get(met.other().person())))
                .toList();
        if (meetings.isEmpty()) {
            return Optional.empty();
        }
        table.attempt(memory.remember(session, meetings, List.of()));
        return memory.in(table.read(List.of(memory.people(session.id()))), session.id());
    }

    private Map<String, Participant> there(Session session) {
        var all = participants.now(session.id()).toList();
        var checkedIn = all.stream().anyMatch(one -> one.state() == RegistrationState.ATTENDED);
        return all.stream()
                .filter(one -> checkedIn ? one.state() == RegistrationState.ATTENDED : one.state().tookPart())
                .collect(Collectors.toMap(Participant::person, Function.identity()));
    }

    /** Whoever had their data erased between the reading of the registrations and the writing is forgotten here. */
    private ContactRounds.Round check(Session session) {
        forgetting.keepOnly(
                session.id(),
                participants.now(session.id()).map(Participant::person).collect(Collectors.toSet()));
        table.attempt(List.of(rounds.put(session, ContactRounds.Round.BEGINNING)));
        return ContactRounds.Round.BEGINNING;
    }

    /** Page after page, and what is left when this run's time is over in the next run; each page ends with a mark. */
    private void ask(Session session, PeopleMet met, ContactRounds.Round begun, long end) {
        var round = begun;
        while (!round.done() && System.nanoTime() < end) {
            var page = participants.page(session.id(), round.after(), PAGE);
            page.stream()
                    .filter(participant -> met.has(participant.email().person()))
                    .forEach(participant -> ask(participant, session));
            round = new ContactRounds.Round(
                    page.isEmpty() ? round.after() : Optional.of(page.getLast().person()), page.size() < PAGE);
            table.attempt(List.of(rounds.put(session, round)));
        }
    }

    /** Refused, and rightly so, where this participant was asked before, or erased. */
    private void ask(Participant participant, Session session) {
        var link = OwnPage.issue(links, participant, session);
        var writes = new ArrayList<>(outbox.putOptional(mails.question(participant, session, link.token())));
        writes.add(link.write());
        writes.add(participants.still(participant));
        table.attempt(writes);
    }
}
