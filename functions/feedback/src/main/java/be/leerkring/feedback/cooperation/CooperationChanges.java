package be.leerkring.feedback.cooperation;

import be.leerkring.desk.Change;
import be.leerkring.network.cooperation.Cooperation;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.LocalizedText;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Tells in words how two editions of a cooperation differ. */
@Singleton
final class CooperationChanges {

    private final Languages languages;

    CooperationChanges(Languages languages) {
        this.languages = languages;
    }

    /**
     * Each field that differs.
     *
     * @param from empty for one that is new
     * @param to empty for one that is deleted
     */
    List<Change> between(Optional<Cooperation> from, Optional<Cooperation> to, OrganisationList list) {
        var before = facts(from, list);
        var after = facts(to, list);
        return IntStream.range(0, before.size())
                .mapToObj(place -> Change.between(
                        before.get(place).field(), before.get(place).value(), after.get(place).value()))
                .flatMap(Optional::stream)
                .toList();
    }

    private record Fact(String field, String value) {}

    /** The same fields in the same order for any cooperation, and for none. */
    private List<Fact> facts(Optional<Cooperation> cooperation, OrganisationList list) {
        var texts = languages.texts(languages.preferred());
        var facts = new ArrayList<Fact>();
        for (var language : languages.all()) {
            facts.add(fact("title." + language.code(), cooperation, one -> in(one.title(), language.code())));
        }
        facts.add(fact("members", cooperation, one -> names(one.organisations(), list)));
        facts.add(fact("consents", cooperation, one -> names(one.consents(), list)));
        facts.add(fact("progress", cooperation, one -> texts.text("stage." + one.stage().code())));
        facts.add(fact("since", cooperation, one -> one.since().toString()));
        facts.add(fact("session", cooperation,
                one -> one.beginning().map(Cooperation.Beginning::session).orElse("")));
        facts.add(fact("themes", cooperation, one -> String.join(", ", one.themes()).replace('_', ' ')));
        for (var language : languages.all()) {
            facts.add(fact("story." + language.code(), cooperation, one -> in(one.story(), language.code())));
        }
        facts.add(fact("link", cooperation, Cooperation::link));
        facts.add(fact("published", cooperation,
                one -> texts.text(one.published() ? "cooperation.yes" : "cooperation.no")));
        return facts;
    }

    private static Fact fact(String field, Optional<Cooperation> of, Function<Cooperation, String> value) {
        return new Fact(field, of.map(value).orElse(""));
    }

    private static String names(Collection<String> ids, OrganisationList list) {
        return ids.stream()
                .map(id -> list.find(id).map(Organisation::name).orElse(id))
                .sorted()
                .collect(Collectors.joining(", "));
    }

    private static String in(LocalizedText text, String language) {
        return text.byLanguage().getOrDefault(language, "");
    }
}
