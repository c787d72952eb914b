package be.leerkring.registration;

import be.leerkring.network.session.Appointment;
import be.leerkring.network.session.News;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.Texts;
import be.leerkring.platform.mail.Letter;
import be.leerkring.platform.time.NetworkTime;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What mails say of a session that moved, whoever reads them: what is other, beside what it was, and why. */
@Singleton
public final class WhatChanged {

    private final Languages languages;
    private final NetworkTime time;

    WhatChanged(Languages languages, NetworkTime time) {
        this.languages = languages;
        this.time = time;
    }

    /** The date, the hours, the place, whichever changed; empty where people knew it to be there and then already. */
    public Optional<Letter.Facts> of(Session session, Language language) {
        return News.movedFrom(session)
                .map(before -> new Letter.Facts(facts(before, session.appointment(), languages.texts(language))));
    }

    /** What an organiser says to it; nothing where none did. */
    public ParticipantMail.Draft because(ParticipantMail.Draft draft, Session session, Language language) {
        var reason = News.reason(session);
        return reason.isEmpty()
                ? draft
                : draft.paragraph("reason").written(languages.texts(language).words(reason));
    }

    private List<Letter.Fact> facts(Appointment before, Appointment now, Texts texts) {
        var facts = new ArrayList<Letter.Fact>();
        add(facts, "date", date(before, texts), date(now, texts), texts);
        add(facts, "hours", hours(before, texts), hours(now, texts), texts);
        if (!before.isAtThePlaceOf(now)) {
            add(facts, "place", before.venue().full(), now.venue().full(), texts);
        }
        return List.copyOf(facts);
    }

    private static void add(List<Letter.Fact> facts, String what, String before, String now, Texts texts) {
        if (!before.equals(now)) {
            facts.add(new Letter.Fact(texts.text("mail.moved." + what), texts.text("mail.moved.was", now, before)));
        }
    }

    private String date(Appointment appointment, Texts texts) {
        return time.date(appointment.start(), texts.language());
    }

    private String hours(Appointment appointment, Texts texts) {
        return texts.text(
                "session.hours", time.hour(appointment.start(), texts), time.hour(appointment.end(), texts));
    }
}
