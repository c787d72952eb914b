package be.leerkring.programme.statement;

import be.leerkring.desk.SignIns;
import be.leerkring.network.session.Session;
import be.leerkring.network.voice.Quotes;
import be.leerkring.platform.limits.UnprovenMails;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.QueuedMails;
import be.leerkring.platform.web.View;
import java.time.Duration;
import java.util.Locale;

/** What is kept about people, in the order in which the privacy statement says it, and for how long. */
public enum Kept {
    REGISTRATION(Session.PEOPLE_KEPT),
    NEEDS(Session.NEEDS_KEPT),
    UNCONFIRMED(Session.UNCONFIRMED_KEPT),
    MEETINGS(Session.PEOPLE_KEPT),
    ANSWERS(Session.PEOPLE_KEPT),
    QUOTES(Quotes.KEPT),
    MAILS(QueuedMails.REMEMBERED),
    LINKS(Links.REMEMBERED),
    ADDRESSES(Addresses.REMEMBERED),
    TRIES(UnprovenMails.DAY),
    ORGANISERS(Session.PEOPLE_KEPT),
    SIGN_INS(SignIns.LIFETIME);

    private static final int DAYS_OF_A_YEAR = 365;

    private final Duration time;

    Kept(Duration time) {
        this.time = time;
    }

    /** For how long; what of it begins the time, its text says. */
    public Duration time() {
        return time;
    }

    /** What it is called. */
    public String title(View view) {
        return view.text(key());
    }

    /** What it is, what for, and until when. */
    public String text(View view) {
        return view.text(key() + ".text", length(view, time));
    }

    private String key() {
        return "privacy.kept." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A time as people say it. */
    static String length(View view, Duration time) {
        var days = time.toDays();
        if (days == 0) {
            return view.text("length.hours", time.toHours());
        }
        return days % DAYS_OF_A_YEAR == 0
                ? view.text("length.years", days / DAYS_OF_A_YEAR)
                : view.text("length.days", days);
    }
}
