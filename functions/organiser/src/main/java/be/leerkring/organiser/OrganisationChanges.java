package be.leerkring.organiser;

import be.leerkring.desk.Change;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.platform.language.Languages;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tells in words how two editions of an organisation differ. */
@Singleton
public final class OrganisationChanges {

    private final Languages languages;

    OrganisationChanges(Languages languages) {
        this.languages = languages;
    }

    /**
     * Each field that differs.
     *
     * @param from empty for an organisation that is new
     * @param to empty for one that is removed
     */
    public List<Change> between(Optional<Organisation> from, Optional<Organisation> to) {
        return Stream.of(
                change("name", from, to, Organisation::name),
                change("kind", from, to, this::kind),
                change("website", from, to, Organisation::website),
                about("contact", from, to, Organisation::contact),
                about("contact-email", from, to, Organisation::email),
                change("domains", from, to, organisation -> organisation.domains().text()))
                .flatMap(Optional::stream)
                .toList();
    }

    /** The same, each of them with the name of the organisation: for a log of many. */
    public List<Change> named(Optional<Organisation> from, Optional<Organisation> to) {
        var name = to.or(() -> from).map(Organisation::name).orElseThrow();
        return from.isEmpty()
                ? List.of(new Change("organisation", "", name))
                : between(from, to).stream()
                        .map(change -> new Change(
                                change.field(), of(name, change.from()), of(name, change.to())))
                        .toList();
    }

    private static String of(String name, String value) {
        return value.isEmpty() ? "" : name + ": " + value;
    }

    private static Optional<Change> change(
            String field,
            Optional<Organisation> from,
            Optional<Organisation> to,
            Function<Organisation, String> value) {
        return Change.between(field, from.map(value).orElse(""), to.map(value).orElse(""));
    }

    /** The log stays, and a person is to be forgotten: it says that the person changed, and not who it was. */
    private Optional<Change> about(
            String field,
            Optional<Organisation> from,
            Optional<Organisation> to,
            Function<Organisation, String> value) {
        return change(field, from, to, value)
                .map(change -> new Change(
                        field,
                        "",
                        languages.texts(languages.preferred())
                                .text(change.to().isEmpty() ? "log.cleared" : "log.filled-in")));
    }

    private String kind(Organisation organisation) {
        return languages.texts(languages.preferred()).text("people.kind." + organisation.kind().code());
    }
}
