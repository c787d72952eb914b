package be.leerkring.network.session;

import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.language.Texts;
import be.leerkring.platform.language.Words;
import be.leerkring.platform.mail.Letter;
import be.leerkring.platform.time.NetworkTime;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** What letters say about a session: what it is, when and where; and how one gets there. */
@Singleton
public final class SessionLetter {

    private final NetworkTime time;

    SessionLetter(NetworkTime time) {
        this.time = time;
    }

    /** What, when and where. */
    public List<Letter.Fact> facts(Session session, Texts texts) {
        return List.of(
                new Letter.Fact(texts.text("mail.session"), texts.words(session.title())),
                new Letter.Fact(
                        texts.text("mail.when"),
                        time.date(session.start(), texts.language())
                                + ", "
                                + texts.text("session.hours", time.hour(session.start(), texts),
                                        time.hour(session.end(), texts))),
                new Letter.Fact(texts.text("mail.where"), session.venue().full()));
    }

    /** What happens when; nothing where the programme is not known. */
    public List<Letter.Block> programme(Session session, Texts texts) {
        return session.programme().isEmpty()
                ? List.of()
                : List.of(new Letter.Facts(session.programme().stream()
                        .map(item -> new Letter.Fact(time.hour(item.at(), texts), texts.words(item.title())))
                        .toList()));
    }

    /** How one gets there and in, a map, and where one joins online: only for the eyes of who has a seat. */
    public List<Letter.Block> directions(Session.Venue venue, Texts texts) {
        var blocks = new ArrayList<Letter.Block>();
        paragraph(blocks, "mail.directions", venue.whereabouts().directions(), texts);
        paragraph(blocks, "mail.access", venue.whereabouts().access(), texts);
        var sources = new ArrayList<Letter.Source>();
        MapLink.to(venue).ifPresent(map -> sources.add(source(texts, "venue.map", "", map)));
        if (venue.whereabouts().isOnline()) {
            sources.add(source(
                    texts, "venue.online", texts.text("venue.online.private"), venue.whereabouts().online()));
        }
        if (!sources.isEmpty()) {
            blocks.add(new Letter.Sources(List.copyOf(sources)));
        }
        return blocks;
    }

    private static Letter.Source source(Texts texts, String title, String description, String address) {
        return new Letter.Source(new Words(texts.text(title), texts.language().code()), description, address);
    }

    private static void paragraph(List<Letter.Block> blocks, String key, LocalizedText written, Texts texts) {
        if (!written.isEmpty()) {
            blocks.add(new Letter.Paragraph(texts.text(key)));
            blocks.add(new Letter.Written(texts.words(written)));
        }
    }
}
