package be.leerkring.programme.knowledge;

import be.leerkring.desk.Edit;
import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.network.theme.ThemeNames;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.web.FieldCheck;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.View;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An entry of the knowledge base as an organiser fills it in.
 *
 * @param id of the entry; given to a new one with its empty form, so that a second press adds nothing
 * @param revision which this is to follow
 * @param themes by their names, with commas between them
 * @param session a session's id; empty for none
 */
public record KnowledgeForm(
        String id,
        long revision,
        String kind,
        LocalizedText title,
        LocalizedText summary,
        String link,
        String reference,
        String themes,
        String session) {

    static final int TITLE = 150;
    static final int SUMMARY = 600;
    static final int LINK = 500;
    static final int REFERENCE = 200;
    static final int THEMES = 200;

    private static final int MOST_THEMES = 10;
    private static final String TEXTS = "knowledge.entry.";

    static KnowledgeForm empty(String id, String session) {
        return new KnowledgeForm(id, 0, "", LocalizedText.NONE, LocalizedText.NONE, "", "", "", session);
    }

    static KnowledgeForm of(KnowledgeEntry entry, View view) {
        return new KnowledgeForm(
                entry.id(),
                entry.revision(),
                entry.kind().code(),
                entry.title(),
                entry.summary(),
                entry.link(),
                entry.reference(),
                ThemeNames.of(entry.themes(), view.texts()),
                entry.session().orElse(""));
    }

    static KnowledgeForm of(String id, FormText text, List<Language> languages) {
        return new KnowledgeForm(
                id,
                text.number("revision", 0),
                text.line("kind"),
                texts("title", text, languages),
                texts("summary", text, languages),
                text.line("link"),
                text.line("reference"),
                text.line("themes"),
                text.line("session"));
    }

    /** One paragraph in each language: line ends count as spaces. */
    private static LocalizedText texts(String field, FormText text, List<Language> languages) {
        return new LocalizedText(languages.stream()
                .collect(Collectors.toMap(
                        Language::code,
                        language -> text.line(field(field, language)).replaceAll("\\s+", " "))));
    }

    /** The name of the field for a text in this language. */
    static String field(String field, Language language) {
        return field + "-" + language.code();
    }

    /** The same when somebody else changed the entry: what was filled in stays, and follows what there is now. */
    KnowledgeForm after(Edit.Conflict<KnowledgeEntry> conflict, View view) {
        var now = conflict.now();
        return conflict.differences().isEmpty()
                ? of(now, view)
                : new KnowledgeForm(id, now.revision(), kind, title, summary, link, reference, themes, session);
    }

    /** What the form itself tells to be wrong; an entry can be made of one in which nothing is. */
    FormErrors.Found check(List<String> themeIds, List<Language> languages) {
        var found = new FormErrors.Found();
        found.field("kind", kind).wrong(KnowledgeEntry.Kind.withCode(kind).isEmpty(), TEXTS + "kind.missing");
        check("title", title, TITLE, languages, found);
        check("summary", summary, SUMMARY, languages, found);
        check("link", link, LINK, found)
                .wrong(() -> !link.isEmpty() && !KnowledgeEntry.isLink(link), TEXTS + "link.wrong")
                .wrong(link.isEmpty() && reference.isEmpty(), TEXTS + "link.missing");
        check("reference", reference, REFERENCE, found);
        check("themes", themes, THEMES, found)
                .wrong(themeIds.size() > MOST_THEMES || themeIds.contains(""),
                        TEXTS + "themes.wrong");
        return found;
    }

    private static void check(
            String field, LocalizedText text, int longest, List<Language> languages, FormErrors.Found found) {
        if (text.isEmpty()) {
            found.add(field(field, languages.getFirst()), TEXTS + field + ".missing");
        }
        for (var language : languages) {
            found.field(field(field, language), text.byLanguage().getOrDefault(language.code(), ""))
                    .longest(longest, TEXTS + field + ".wrong")
                    .line(TEXTS + field + ".wrong");
        }
    }

    private static FieldCheck check(String field, String text, int longest, FormErrors.Found found) {
        return found.field(field, text).longest(longest, TEXTS + field + ".wrong").line(TEXTS + field + ".wrong");
    }

    /** What is wrong, in the order of the form. */
    static FormErrors errors(FormErrors.Found found, List<Language> languages, Function<String, String> text) {
        var fields = new ArrayList<>(List.of("kind"));
        for (var language : languages) {
            fields.add(field("title", language));
            fields.add(field("summary", language));
        }
        fields.addAll(List.of("link", "reference", "themes", "session"));
        return found.inOrderOf(fields, text);
    }
}
