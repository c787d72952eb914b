package be.leerkring.programme.knowledge;

import be.leerkring.desk.Change;
import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.network.session.Session;
import be.leerkring.platform.web.Field;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.View;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The page on which an organiser fills in an entry.
 *
 * @param sessions to which it can belong, the last one first
 * @param conflict how what stands differs from the form, where somebody else changed it meanwhile
 */
public record KnowledgeSheet(
        KnowledgeForm form,
        boolean isNew,
        List<Session> sessions,
        FormErrors errors,
        Optional<List<Change>> conflict) {

    /** Where the form is sent to. */
    String path() {
        return "/organiser/knowledge/" + (isNew ? "new" : form.id());
    }

    List<Field.Option> kinds(View view) {
        return Stream.concat(
                Stream.of(new Field.Option("", view.text("knowledge.entry.kind.choose"))),
                Arrays.stream(KnowledgeEntry.Kind.values())
                        .map(kind -> new Field.Option(kind.code(), view.text("knowledge.kind." + kind.code()))))
                .toList();
    }

    /** No session, the entry's own where it is too old to be offered, and those to which it can belong. */
    List<Field.Option> sessionOptions(View view) {
        var own = Optional.of(form.session())
                .filter(KnowledgeEntry::isId)
                .filter(id -> sessions.stream().noneMatch(session -> session.id().equals(id)))
                .map(id -> new Field.Option(id, id));
        var offered = sessions.stream()
                .map(session -> new Field.Option(
                        session.id(),
                        view.part(session.start(), "d MMMM yyyy") + ": " + view.text(session.title())));
        return Stream.of(
                Stream.of(new Field.Option("", view.text("knowledge.entry.session.none"))), own.stream(), offered)
                .flatMap(options -> options)
                .toList();
    }
}
