package be.leerkring.registration.own;

import be.leerkring.meetings.memory.Forgetting;
import be.leerkring.meetings.plan.SpeedDatingPlans;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.MailRecord;
import be.leerkring.platform.mail.MailRecords;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.RegistrationMails;
import be.leerkring.registration.Registrations;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is kept about a person who registered for a session: to read, to take along (GDPR, articles 15 and 20), and to
 * erase (article 17): here, and in all that the network remembers of whom they met. An answer to a request for feedback is not among it, for nobody can tell whose it is.
 */
@Singleton
final class OwnData {

    private final Table table;
    private final Destinations destinations;
    private final SeatCounts seatCounts;
    private final Registrations registrations;
    private final SpeedDatingPlans plans;
    private final Links links;
    private final MailRecords mailRecords;
    private final Outbox outbox;
    private final RegistrationMails mails;
    private final Forgetting forgetting;
    private final Clock clock;

    OwnData(
            Table table,
            Destinations destinations,
            SeatCounts seatCounts,
            Registrations registrations,
            SpeedDatingPlans plans,
            Links links,
            MailRecords mailRecords,
            Outbox outbox,
            RegistrationMails mails,
            Forgetting forgetting,
            Clock clock) {
        this.table = table;
        this.destinations = destinations;
        this.seatCounts = seatCounts;
        this.registrations = registrations;
        this.plans = plans;
        this.links = links;
        this.mailRecords = mailRecords;
        this.outbox = outbox;
        this.mails = mails;
        this.forgetting = forgetting;
        this.clock = clock;
    }

    /** The mails that are on record for this registration, the first first. */
    List<MailRecord> mails(Destination.Found there) {
        return mailRecords.about(there.registration().participant().subject()).toList();
    }

    /** All that is kept, as texts, numbers, lists and maps. */
    Map<String, Object> all(Destination.Found there) {
        var registration = there.registration();
        var participant = registration.participant();
        var data = new LinkedHashMap<String, Object>();
        data.put("session", there.session().id());
        data.put("name", participant.name());
        data.put("email", participant.email().text());
        data.put("organisation", participant.organisation());
        data.put("organisationKind", participant.kind().code());
        data.put("role", participant.role());
        data.put("seeks", participant.interests().seeks());
        data.put("offers", participant.interests().offers());
        data.put("language", participant.language().code());
        data.put("state", participant.state().code());
        data.put("since", registration.since().toString());
        data.put("lastForm", registration.asked().toString());
        data.put("offeredUntil", registration.until().map(Instant::toString).orElse(""));
        data.put("placeInLine", there.position());
        data.put("approved", registration.approved());
        data.put("cancelledBecause", registration.reason());
        data.put("mails", mails(there).stream().map(OwnData::mail).toList());
        return data;
    }

    private static Map<String, Object> mail(MailRecord mail) {
        var data = new LinkedHashMap<String, Object>();
        data.put("purpose", mail.purpose());
        data.put("to", mail.to());
        data.put("subject", mail.subject());
        data.put("state", mail.state());
        data.put("decided", mail.queuedAt().toString());
        data.put("finished", mail.finishedAt().map(Instant::toString).orElse(""));
        return data;
    }

    /**
     * Erases everything but what is a count by now; the seat or the place in line comes free. A last mail says so, and
     * nothing of it is kept once it is sent. Whoever is cut off half-way can press the button again.
     *
     * @return false where the link's time is over: then nobody knows who asks
     */
    boolean erase(Token token) {
        return table.decide(() -> {
            var look = destinations.look(token, MyLink.PURPOSE, session -> List.of(plans.key(session)));
            return switch (look.destination()) {
                case Destination.Found there -> erase(there, look, token).then(true);
                case Destination.Gone gone -> Decision.made(gone.formerly().isEmpty());
                case Destination.Nowhere nowhere -> Decision.made(true);
            };
        });
    }

    private WriteOutcome erase(Destination.Found there, Destinations.Look look, Token token) {
        var registration = there.registration();
        var subject = registration.participant().subject();
        table.delete(mailRecords.about(subject).map(MailRecord::key).toList());
        table.delete(links.about(subject).filter(key -> !key.equals(links.key(token))).toList());
        var forgotten = forgetting.forget(there.session().id(), registration.participant().email());
        var writes = new ArrayList<Write>();
        writes.add(registrations.delete(registration));
        writes.add(forgotten.unchanged());
        left(there).ifPresent(seats -> writes.add(seatCounts.put(there.session().id(), seats)));
        var next = registration.erase(clock.instant());
        var hadSeat = registration.state() == RegistrationState.CONFIRMED
                && there.session().isToCome(clock.instant());
        writes.add(outbox.put(mails.erased(next, there.session(), hadSeat)));
        writes.add(Write.delete(links.key(token)));
        plans.forget(look.found(), there.session(), registration.participant().person(), clock.instant())
                .ifPresent(writes::add);
        var outcome = table.write(writes);
        forgetting.forgetWishes(forgotten);
        return outcome;
    }

    /** The seats without this person; those of a session that began stay as they were, for they are its history. */
    private Optional<Seats> left(Destination.Found there) {
        var place = there.registration().place();
        var seats = there.seats();
        return switch (there.registration().state()) {
            case CONFIRMED ->
                there.session().isToCome(clock.instant()) ? Optional.of(seats.release(place)) : Optional.empty();
            case OFFERED -> Optional.of(seats.withdraw(place));
            case WAITING -> Optional.of(seats.leave(place.person()));
            case PENDING, CANCELLED, ATTENDED, ABSENT -> Optional.empty();
        };
    }
}
