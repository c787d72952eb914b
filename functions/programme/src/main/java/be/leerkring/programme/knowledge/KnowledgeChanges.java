package be.leerkring.programme.knowledge;

import be.leerkring.desk.Change;
import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.LocalizedText;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Tells in words how two editions of an entry differ. */
@Singleton
final class KnowledgeChanges {

    private final Languages languages;

    KnowledgeChanges(Languages languages) {
        this.languages = languages;
    }

    /**
     * Each field that differs.
     *
     * @param from empty for an entry that is new
     * @param to empty for one that is removed
     */
    List<Change> between(Optional<KnowledgeEntry> from, Optional<KnowledgeEntry> to) {
        var before = facts(from);
        var after = facts(to);
        return IntStream.range(0, before.size())
                .mapToObj(place -> Change.between(
                        before.get(place).field(), before.get(place).value(), after.get(place).value()))
                .flatMap(Optional::stream)
                .toList();
    }

    private record Fact(String field, String value) {}

    /** The same fields in the same order for any entry, and for none. */
    private List<Fact> facts(Optional<KnowledgeEntry> entry) {
        var facts = new ArrayList<Fact>();
        facts.add(fact("kind", entry.map(this::kind)));
        for (var language : languages.all()) {
            facts.add(fact("title." + language.code(),
                    entry.map(KnowledgeEntry::title).map(text -> in(text, language.code()))));
            facts.add(fact("summary." + language.code(),
                    entry.map(KnowledgeEntry::summary).map(text -> in(text, language.code()))));
        }
        facts.add(fact("link", entry.map(KnowledgeEntry::link)));
        facts.add(fact("reference", entry.map(KnowledgeEntry::reference)));
        facts.add(fact("themes", entry.map(known -> String.join(", ", known.themes()).replace('_', ' '))));
        facts.add(fact("session", entry.flatMap(KnowledgeEntry::session)));
        return facts;
    }

    private static Fact fact(String field, Optional<String> value) {
        return new Fact(field, value.orElse(""));
    }

    private String kind(KnowledgeEntry entry) {
        return languages.texts(languages.preferred()).text("knowledge.kind." + entry.kind().code());
    }

    private static String in(LocalizedText text, String language) {
        return text.byLanguage().getOrDefault(language, "");
    }
}
