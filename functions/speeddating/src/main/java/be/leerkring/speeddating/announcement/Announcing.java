package be.leerkring.speeddating.announcement;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Organiser;
import be.leerkring.meetings.plan.Announcement;
import be.leerkring.meetings.plan.Announcements;
import be.leerkring.meetings.plan.OwnDates;
import be.leerkring.meetings.plan.SpeedDates;
import be.leerkring.meetings.plan.SpeedDatingPlans;
import be.leerkring.network.mailing.Mailing;
import be.leerkring.network.mailing.Mailings;
import be.leerkring.network.mailing.Mark;
import be.leerkring.network.mailing.Readers;
import be.leerkring.network.mailing.Run;
import be.leerkring.network.participant.OwnLink;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.speeddating.PlanSheet;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Mails people whom they meet. The organiser's button writes who is to be mailed, in one transaction with the plan; the
 * schedule then decides the mails.
 */
@Singleton
final class Announcing {

    private final Table table;
    private final PlanSheet.Reader sheets;
    private final Sessions sessions;
    private final SpeedDatingPlans plans;
    private final Announcements announcements;
    private final Mailings mailings;
    private final SpeedDatesMail mail;
    private final Links links;
    private final Outbox outbox;
    private final ChangeLog log;
    private final Clock clock;

    Announcing(
            Table table,
            PlanSheet.Reader sheets,
            Sessions sessions,
            SpeedDatingPlans plans,
            Announcements announcements,
            Mailings mailings,
            SpeedDatesMail mail,
            Links links,
            Outbox outbox,
            ChangeLog log,
            Clock clock) {
        this.table = table;
        this.sheets = sheets;
        this.sessions = sessions;
        this.plans = plans;
        this.announcements = announcements;
        this.mailings = mailings;
        this.mail = mail;
        this.links = links;
        this.outbox = outbox;
        this.log = log;
        this.clock = clock;
    }

    /** Those who take part and whose list is not the one that they were last mailed. */
    static List<Participant> readers(PlanSheet sheet, SpeedDates plan) {
        return sheet.people().stream()
                .filter(one -> one.state().tookPart())
                .filter(one -> {
                    var dates = OwnDates.of(plan, one.person());
                    return !dates.isEmpty() && !dates.inShort().equals(plan.told().get(one.person()));
                })
                .toList();
    }

    /** What came of the button. */
    enum Outcome {
        /** The mails are on their way, or there was nobody to mail. */
        DONE,
        /** The plan is another one by now, or it is over: nobody is mailed. */
        CONFLICT,
        /** There is no such session, or no plan of it. */
        UNKNOWN
    }

    /**
     * Announces the plan.
     *
     * @param revision of the plan that the organiser saw
     */
    Outcome announce(String id, long revision, Organiser by) {
        var found = sheets.of(id);
        if (found.flatMap(PlanSheet::plan).isEmpty()) {
            return Outcome.UNKNOWN;
        }
        var plan = found.get().plan().orElseThrow();
        if (plan.revision() != revision || plan.state() == SpeedDates.State.TOOK_PLACE) {
            return Outcome.CONFLICT;
        }
        var readers = readers(found.get(), plan);
        return readers.isEmpty() ? Outcome.DONE : write(found.get().session(), plan, readers, by);
    }

    private Outcome write(Session session, SpeedDates plan, List<Participant> readers, Organiser by) {
        var told = new HashMap<>(plan.told());
        readers.forEach(one -> told.put(one.person(), OwnDates.of(plan, one.person()).inShort()));
        var next = plan.announced(told, clock.instant());
        var people = readers.stream().map(Participant::person).toList();
        var announcement = new Announcement(
                session.id(),
                next.revision(),
                clock.instant(),
                people,
                people.stream().filter(plan.told()::containsKey).collect(Collectors.toSet()));
        var writes = new ArrayList<>(announcements.putNew(announcement, session));
        writes.add(plans.put(next, session));
        writes.add(log.entry(
                by,
                session.id(),
                "speed-dates-announced",
                "",
                List.of(new Change("speed-dating-people", "", Integer.toString(people.size())))));
        return switch (table.write(writes)) {
            case WriteOutcome.Written() -> Outcome.DONE;
            case WriteOutcome.Refused _ -> Outcome.CONFLICT;
        };
    }

    /** Decides the mails of an announcement that are not decided yet, as far as the run's time goes. */
    void finish(Mark.MailingKey key, Run run) {
        mailings.finish(key, this::mailing, run);
    }

    /** Everybody's list is that of the plan as it stands now; who cancelled meanwhile gets none. */
    private Optional<Mailing<Participant>> mailing(Mark.MailingKey key) {
        var id = key.session();
        var found = table.read(List.of(sessions.key(id), plans.key(id), announcements.key(key)));
        return sessions.in(found, id).filter(session -> !session.cancelled()).flatMap(
                session -> plans.in(found, id).flatMap(plan -> announcements.in(found, key)
                        .map(announcement -> new Mailing<>(
                                session,
                                key,
                                new Readers.Listed(announcement.people()),
                                Participant::readFrom,
                                reader -> reader.state().tookPart()
                                        && !OwnDates.of(plan, reader.person()).isEmpty(),
                                reader -> mail(
                                        announcement, session, OwnDates.of(plan, reader.person()), reader)))));
    }

    private List<Write> mail(Announcement announcement, Session session, OwnDates dates, Participant reader) {
        var link = OwnLink.issue(links, reader, session);
        return List.of(
                outbox.put(mail.to(
                        reader,
                        session,
                        dates,
                        announcement.number(),
                        announcement.renewed().contains(reader.person()),
                        link.token())),
                link.write());
    }
}
