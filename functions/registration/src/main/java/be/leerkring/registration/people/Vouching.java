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
import be.leerkring.registration.state.Cancelled;
import be.leerkring.registration.state.Confirmation;
import be.leerkring.registration.state.Pending;
import jakarta.inject.Singleton;
import java.time.Clock;

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

    /** Registers somebody who was not known at the session. */
    WriteOutcome enrol(Participant participant, Offer offer, Organiser by) {
        var now = clock.instant();
        var given = Pending.first(participant, now).vouch(offer.session(), offer.seats(), now);
        return enrol(given, offer, log.added(by, given.next()));
    }

    /** Registers somebody who has cancelled. */
    WriteOutcome enrolAnew(Cancelled before, Participant participant, Offer offer, Organiser by) {
        var given = before.enrol(participant, offer.session(), offer.seats(), clock.instant());
        return enrol(given, offer, log.entry(by, "person-added", before, given.next()));
    }

    private WriteOutcome enrol(Confirmation.Given given, Offer offer, Write entry) {
        var session = offer.session();
        var next = given.next();
        return myLink.add(
                next,
                session,
                token -> mails.added(next, session, token),
                seats(given, session, offer.seats()),
                sessions.unchanged(session),
                entry);
    }

    /** Confirms in the stead of somebody who has yet to do it. */
    WriteOutcome confirm(Destination.Found there, Pending before, Organiser by) {
        var session = there.session();
        var given = before.vouch(session, there.seats(), clock.instant());
        var next = given.next();
        return myLink.write(
                next,
                session,
                token -> mails.vouched(next, session, token),
                seats(given, session, there.seats()),
                sessions.unchanged(session),
                log.entry(by, "person-confirmed", before, next));
    }

    private Write seats(Confirmation.Given given, Session session, Seats seats) {
        return switch (given) {
            case Confirmation.Seated(var next) ->
                seatCounts.take(session.id(), seats, next.place(), session.admission());
            case Confirmation.Lined(var next) -> seatCounts.join(session.id(), seats, next.place());
        };
    }
}
