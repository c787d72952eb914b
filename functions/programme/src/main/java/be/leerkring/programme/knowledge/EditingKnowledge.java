package be.leerkring.programme.knowledge;

import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Edit;
import be.leerkring.desk.Organiser;
import be.leerkring.network.knowledge.Knowledge;
import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.network.session.Sessions;
import be.leerkring.network.theme.TypedThemes;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.platform.text.WebAddress;
import be.leerkring.platform.web.FormErrors;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Adds, changes and removes entries of the knowledge base; each act stands in the log, and in the sessions' own. */
@Singleton
final class EditingKnowledge {

    private final Knowledge knowledge;
    private final Sessions sessions;
    private final TypedThemes themes;
    private final KnowledgeChanges changes;
    private final ChangeLog log;
    private final Languages languages;
    private final Table table;
    private final Clock clock;

    EditingKnowledge(
            Knowledge knowledge,
            Sessions sessions,
            TypedThemes themes,
            KnowledgeChanges changes,
            ChangeLog log,
            Languages languages,
            Table table,
            Clock clock) {
        this.knowledge = knowledge;
        this.sessions = sessions;
        this.themes = themes;
        this.changes = changes;
        this.log = log;
        this.languages = languages;
        this.table = table;
        this.clock = clock;
    }

    /** Adds an entry; where its id stands, an earlier press of the same button added it, and this is a change. */
    Edit<KnowledgeEntry> add(KnowledgeForm form, Organiser who) {
        var errors = check(form, Optional.empty());
        if (!errors.isEmpty()) {
            return new Edit.Invalid<>(errors);
        }
        var entry = entry(form, clock.instant(), 0);
        return switch (write(
                who, "knowledge-added", Optional.empty(), Optional.of(entry), knowledge.add(entry))) {
            case WriteOutcome.Written() -> new Edit.Done<>();
            case WriteOutcome.Refused _ -> change(form, who);
        };
    }

    /** Gives an entry the form's contents. */
    Edit<KnowledgeEntry> change(KnowledgeForm form, Organiser who) {
        return table.decide(() -> {
            var read = knowledge.find(form.id());
            if (read.isEmpty()) {
                return Decision.made(new Edit.Unknown<>());
            }
            var errors = check(form, read.get().session());
            if (!errors.isEmpty()) {
                return Decision.made(new Edit.Invalid<>(errors));
            }
            var next = entry(form, read.get().created(), read.get().revision() + 1);
            var differences = changes.between(read, Optional.of(next));
            if (differences.isEmpty()) {
                return Decision.made(new Edit.Done<>());
            }
            return read.get().revision() == form.revision()
                    ? write(who, "knowledge-changed", read, Optional.of(next), knowledge.change(read.get(), next))
                            .then(new Edit.Done<>())
                    : Decision.made(new Edit.Conflict<>(read.get(), differences));
        });
    }

    /** Removes an entry as the organiser saw it; one that is not there is as good as removed. */
    Edit<KnowledgeEntry> remove(String id, long revision, Organiser who) {
        return table.decide(() -> {
            var read = knowledge.find(id);
            if (read.isEmpty()) {
                return Decision.made(new Edit.Done<>());
            }
            return read.get().revision() == revision
                    ? write(who, "knowledge-removed", read, Optional.empty(), knowledge.remove(read.get()))
                            .then(new Edit.Done<>())
                    : Decision.made(new Edit.Conflict<>(read.get(), List.of()));
        });
    }

    /** What only the network can tell to be wrong: an entry belongs to a published session, or stays where it is. */
    private FormErrors.Found check(KnowledgeForm form, Optional<String> session) {
        var found = form.check(themes.ids(form.themes()), languages.all());
        var stays = form.session().isEmpty() || session.equals(Optional.of(form.session()));
        if (!stays && (!KnowledgeEntry.isId(form.session()) || sessions.find(form.session()).isEmpty())) {
            found.add("session", "knowledge.entry.session.wrong");
        }
        return found;
    }

    private KnowledgeEntry entry(KnowledgeForm form, Instant created, long revision) {
        return new KnowledgeEntry(
                form.id(),
                KnowledgeEntry.Kind.withCode(form.kind()).orElseThrow(),
                form.title(),
                form.summary(),
                WebAddress.parse(form.link()).map(WebAddress::text).orElse(""),
                form.reference(),
                themes.ids(form.themes()),
                Optional.of(form.session()).filter(session -> !session.isEmpty()),
                created,
                revision);
    }

    /** Writes the change, and says so in the network's log and in that of each session that it touches. */
    private WriteOutcome write(
            Organiser who,
            String what,
            Optional<KnowledgeEntry> from,
            Optional<KnowledgeEntry> to,
            List<Write> writes) {
        var title = languages.texts(languages.preferred()).text(to.or(() -> from).orElseThrow().title());
        var differences = changes.between(from, to);
        var all = new ArrayList<>(writes);
        Stream.concat(
                Stream.of(ChangeLog.NETWORK),
                Stream.of(from, to).flatMap(Optional::stream).flatMap(entry -> entry.session().stream()))
                .distinct()
                .forEach(place -> all.add(log.entry(who, place, what, title, differences)));
        return table.write(all);
    }
}
