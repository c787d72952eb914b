package be.leerkring.speeddating.contacts;

import be.leerkring.meetings.Meeting;
import be.leerkring.meetings.memory.Forgetting;
import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.meetings.memory.PeopleMet;
import be.leerkring.meetings.memory.Remembering;
import be.leerkring.meetings.plan.SpeedDates;
import be.leerkring.meetings.plan.SpeedDatingPlans;
import be.leerkring.network.mailing.Mailings;
import be.leerkring.network.mailing.Marks;
import be.leerkring.network.mailing.Run;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.time.WorkingHours;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
final class AskingForContacts {

    /** A session that began longer ago than this is not looked at any more. */
    private static final Duration LATEST = Duration.ofDays(14);

    private final Table table;
    private final Sessions sessions;
    private final Participants participants;
    private final SpeedDatingPlans plans;
    private final MeetingMemory memory;
    private final Remembering remembering;
    private final Forgetting forgetting;
    private final Marks marks;
    private final Mailings mailings;
    private final ContactQuestions questions;
    private final WorkingHours hours;
    private final Clock clock;

    AskingForContacts(
            Table table,
            Sessions sessions,
            Participants participants,
            SpeedDatingPlans plans,
            MeetingMemory memory,
            Remembering remembering,
            Forgetting forgetting,
            Marks marks,
            Mailings mailings,
            ContactQuestions questions,
            WorkingHours hours,
            Clock clock) {
        this.table = table;
        this.sessions = sessions;
        this.participants = participants;
        this.plans = plans;
        this.memory = memory;
        this.remembering = remembering;
        this.forgetting = forgetting;
        this.marks = marks;
        this.mailings = mailings;
        this.questions = questions;
        this.hours = hours;
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
        var run = Run.begin();
        var read = table.read(due.stream().flatMap(this::keys).toList());
        due.forEach(session -> lookAfter(session, read, run));
    }

    private boolean isDayAfter(Session session, Instant now) {
        return hours.day(now).isAfter(hours.day(session.end()));
    }

    private Stream<Key> keys(Session session) {
        return Stream.of(marks.key(questions.key(session)), memory.people(session.id()), plans.key(session.id()));
    }

    /** The mark says that what is remembered was checked, and how far people were asked. */
    private void lookAfter(Session session, Map<Key, Item> read, Run run) {
        var mark = marks.in(read, questions.key(session));
        if (mark.done()) {
            return;
        }
        var met = memory.in(read, session.id())
                .or(() -> plans.in(read, session.id()).flatMap(plan -> remember(session, plan)));
        if (met.isEmpty()) {
            return;
        }
        if (!read.containsKey(marks.key(mark.key()))) {
            check(session);
        }
        if (hours.hasInTheAfternoon(clock.instant())) {
            mailings.goOn(questions.mailing(session, met.get()), mark, run);
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
        remembering.remember(session, meetings);
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
    private void check(Session session) {
        forgetting.keepOnly(session.id(), participants.people(session.id()).collect(Collectors.toSet()));
        table.attempt(List.of(marks.soon(questions.key(session), session)));
    }
}
