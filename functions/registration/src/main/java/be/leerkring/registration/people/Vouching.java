package be.leerkring.registration.people;

import be.leerkring.desk.Organiser;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.network.seats.Seats;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.registration.Destination;
import be.leerkring.registration.MyLink;
import be.leerkring.registration.Offer;
import be.leerkring.registration.PersonLog;
import be.leerkring.registration.Registration;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Gives a seat, or a place in line, on an organiser's word, which stands for the person's own confirmation and for an
 * organiser's consent. How many seats there are, and for whom they are kept, holds here too.
 */
@Singleton
final class Vouching {

    private final SeatCounts seatCounts;
    private final Sessions sessions;
    private final MyLink myLink;
    private final OrganiserMails mails;
    private final PersonLog log;
    private final Clock clock;

    Vouching(
            SeatCounts seatCounts,
            Sessions sessions,
            MyLink myLink,
            OrganiserMails mails,
            PersonLog log,
            Clock clock) {
        this.seatCounts = seatCounts;
        this.sessions = sessions;
        this.myLink = myLink;
        this.mails = mails;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Registers somebody.
     *
     * @param known the registration that this person has cancelled, if there is one
     */
    WriteOutcome enrol(Optional<Registration> known, Participant participant, Offer offer, Organiser by) {
        var session = offer.session();
        var given = Registration.enrol(known, participant, session, offer.seats(), clock.instant());
        var next = given.next();
        return myLink.add(
                next,
                session,
                token -> mails.added(next, session, token),
                seats(given, session, offer.seats()),
                sessions.unchanged(session),
                known.map(before -> log.entry(by, "person-added", before, next))
                        .orElseGet(() -> log.added(by, next)));
    }

    /** Confirms in the stead of somebody who has yet to do it. */
    WriteOutcome confirm(Destination.Found there, Organiser by) {
        var session = there.session();
        var given = there.registration().vouch(session, there.seats(), clock.instant());
        var next = given.next();
        return myLink.write(
                next,
                session,
                token -> mails.vouched(next, session, token),
                seats(given, session, there.seats()),
                sessions.unchanged(session),
                log.entry(by, "person-confirmed", there.registration(), next));
    }

    private Write seats(Registration.Confirmation.Given given, Session session, Seats seats) {
        var place = given.next().place();
        return switch (given) {
            case Registration.Confirmation.Seated seated ->
                seatCounts.take(session.id(), seats, place, session.admission());
            case Registration.Confirmation.Lined lined -> seatCounts.join(session.id(), seats, place);
        };
    }
}
