package be.leerkring.speeddating.contacts;

import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.time.WorkingDays;
import jakarta.inject.Singleton;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;

/** Owns the marks of how far a session's people were asked whom they would like to meet again. */
@Singleton
public final class ContactRounds {

    /** Noon: the mail that asks what the session brought came in the morning. */
    private static final LocalTime HOUR = LocalTime.NOON;

    private static final LocalTime LATE = LocalTime.of(18, 0);

    /**
     * How far it came.
     *
     * @param after the person up to whom everybody was looked at; empty before the first
     * @param done whether everybody was
     */
    record Round(Optional<String> after, boolean done) {

        static final Round BEGINNING = new Round(Optional.empty(), false);
    }

    /** Whether people are mailed at this hour: on the afternoon of a working day. */
    static boolean isHour(ZonedDateTime local) {
        var hour = local.toLocalTime();
        return WorkingDays.isWorkingDay(local.toLocalDate()) && !hour.isBefore(HOUR) && hour.isBefore(LATE);
    }

    Key key(String session) {
        return new Key(Sessions.partition(session), "CONTACTS-ASKED");
    }

    /** The mark in what was read; empty while what is remembered of the session has yet to be checked. */
    Optional<Round> in(Map<Key, Item> found, String session) {
        return Optional.ofNullable(found.get(key(session)))
                .map(item -> new Round(
                        Optional.of(item.text("after", "")).filter(person -> !person.isEmpty()),
                        item.count("done") == 1));
    }

    Write put(Session session, Round round) {
        return Write.put(Item.at(key(session.id()))
                .with("after", round.after().orElse(""))
                .with("done", round.done() ? 1 : 0));
    }
}
