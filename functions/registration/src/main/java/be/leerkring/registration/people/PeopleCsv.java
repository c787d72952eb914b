package be.leerkring.registration.people;

import be.leerkring.desk.Csv;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.theme.ThemeNames;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.Texts;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.registration.Person;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;

/**
 * A list of people as a file for a spreadsheet. Its headings and states are in the reader's language, its hours on the
 * network's clock; whoever wants them for a program takes JSON.
 */
@Singleton
public final class PeopleCsv {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Languages languages;
    private final NetworkTime time;

    PeopleCsv(Languages languages, NetworkTime time) {
        this.languages = languages;
        this.time = time;
    }

    /** The whole file, its byte order mark included. */
    public String write(List<Person> people, Csv.Separator separator, Language language) {
        var texts = languages.texts(language);
        var lines = Stream.concat(Stream.of(headings(texts)), people.stream().map(person -> cells(person, texts)));
        return Csv.file(lines.map(Stream::toList).toList(), separator);
    }

    private static Stream<String> headings(Texts texts) {
        return Stream
                .of("name", "email", "organisation", "kind", "role", "language", "state", "since", "place", "until",
                        "approved", "seeks", "offers")
                .map(column -> texts.text("people.column." + column));
    }

    private Stream<String> cells(Person person, Texts texts) {
        Participant participant = person.participant();
        return Stream.of(
                participant.name(),
                participant.email().text(),
                participant.organisation(),
                texts.text("people.kind." + participant.kind().code()),
                participant.role(),
                participant.language().code(),
                texts.text(person.status().text()),
                moment(person.since()),
                person.place() == 0 ? "" : Integer.toString(person.place()),
                person.until().map(this::moment).orElse(""),
                texts.text(person.approved() ? "people.yes" : "people.no"),
                ThemeNames.of(participant.interests().seeks(), texts),
                ThemeNames.of(participant.interests().offers(), texts));
    }

    private String moment(Instant instant) {
        return MOMENT.format(time.local(instant));
    }
}
