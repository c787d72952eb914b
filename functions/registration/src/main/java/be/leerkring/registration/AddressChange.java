package be.leerkring.registration;

import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.EmailAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * An address at which a participant asked to be reached.
 *
 * @param person who asked
 * @param link what the table knows of the token by which it is confirmed: only the one that was asked for last counts
 * @param asked when
 * @param done whether it was confirmed
 */
public record AddressChange(PersonKey person, EmailAddress address, String link, Instant asked, boolean done) {

    /** How long it can be confirmed, and how long it is kept. */
    private static final Duration LAPSES = Session.UNCONFIRMED_KEPT;

    /** The same form again within this time is a second press of the button. */
    private static final Duration SAME_PRESS = Duration.ofMinutes(10);

    /** Asked for now; the link with this token will confirm it. */
    public static AddressChange ask(PersonKey person, EmailAddress address, Token token, Instant now) {
        return new AddressChange(person, address, token.hash(), now, false);
    }

    public static Instant lapses(Instant asked) {
        return asked.plus(LAPSES);
    }

    /** Until when it can be confirmed: nothing changes once the session has started. */
    public Instant until(Session session) {
        return Collections.min(List.of(lapses(asked), session.start()));
    }

    public boolean isConfirmedBy(Token token) {
        return link.equals(token.hash());
    }

    /** Whether the same was asked for a moment ago. */
    public boolean repeats(EmailAddress other, Instant now) {
        return !done && address.equals(other) && now.isBefore(asked.plus(SAME_PRESS));
    }

    public AddressChange confirm() {
        return new AddressChange(person, address, link, asked, true);
    }
}
