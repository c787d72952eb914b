package be.leerkring.feedback.cooperation;

import be.leerkring.network.cooperation.Cooperation;
import be.leerkring.network.cooperation.Stage;
import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.network.theme.TypedThemes;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.time.TypedTimes;
import be.leerkring.platform.web.FieldCheck;
import be.leerkring.platform.web.FormErrors;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says what is wrong with a form, and makes a cooperation of one in which nothing is. */
@Singleton
final class CooperationCheck {

    private static final int MOST_THEMES = 10;
    private static final String TEXTS = "cooperation.";

    private final Languages languages;
    private final TypedThemes themes;
    private final Sessions sessions;
    private final NetworkTime time;
    private final Clock clock;

    CooperationCheck(Languages languages, TypedThemes themes, Sessions sessions, NetworkTime time, Clock clock) {
        this.languages = languages;
        this.themes = themes;
        this.sessions = sessions;
        this.time = time;
        this.clock = clock;
    }

    LocalDate today() {
        return time.local(clock.instant()).toLocalDate();
    }

    /**
     * What is wrong.
     *
     * @param read the cooperation as it stands, if it does
     */
    FormErrors.Found check(CooperationForm form, Optional<Cooperation> read, OrganisationList list) {
        var found = new FormErrors.Found();
        check("title", form.title(), CooperationForm.TITLE, found);
        found.field("organisation-0", "")
                .wrong(!form.organisations().stream().allMatch(id -> list.find(id).isPresent()),
                        "cooperation.organisations.unknown")
                .wrong(form.organisations().stream().map(list::canonical).distinct().count() < 2,
                        "cooperation.organisations.missing");
        found.field("stage", form.stage()).wrong(Stage.withCode(form.stage()).isEmpty(), "cooperation.stage.missing");
        found.field("day", form.day())
                .wrong(TypedTimes.date(form.day()).isEmpty(), "cooperation.day.wrong")
                .wrong(TypedTimes.date(form.day()).filter(day -> day.isAfter(today())).isPresent(),
                        "cooperation.day.future");
        found.field("session", form.session()).wrong(
                form.chosenSession().isPresent() && beginning(form, read).isEmpty(), "cooperation.session.wrong");
        var ids = themes.ids(form.themes());
        check("themes", form.themes(), CooperationForm.THEMES, found)
                .wrong(ids.size() > MOST_THEMES || ids.contains(""),
                        "cooperation.themes.wrong");
        for (var language : languages.all()) {
            found.field(CooperationForm.field("story", language), in(form.story(), language))
                    .longest(CooperationForm.STORY, "cooperation.story.wrong")
                    .lines("feedback.text.characters");
        }
        check("link", form.link(), CooperationForm.LINK, found)
                .wrong(!form.link().isEmpty() && !KnowledgeEntry.isLink(form.link()), "cooperation.link.wrong");
        return found;
    }

    private void check(String field, LocalizedText text, int longest, FormErrors.Found found) {
        if (text.isEmpty()) {
            found.add(CooperationForm.field(field, languages.preferred()), TEXTS + field + ".missing");
        }
        for (var language : languages.all()) {
            check(CooperationForm.field(field, language), in(text, language), longest, found, TEXTS + field);
        }
    }

    private static FieldCheck check(String field, String text, int longest, FormErrors.Found found) {
        return check(field, text, longest, found, TEXTS + field);
    }

    private static FieldCheck check(String field, String text, int longest, FormErrors.Found found, String texts) {
        return found.field(field, text).longest(longest, texts + ".wrong").line(texts + ".wrong");
    }

    private static String in(LocalizedText text, Language language) {
        return text.byLanguage().getOrDefault(language.code(), "");
    }

    /** The session that was chosen: a published one, or the one at which it began as far as is known. */
    private Optional<Cooperation.Beginning> beginning(CooperationForm form, Optional<Cooperation> read) {
        var known = read.flatMap(Cooperation::beginning)
                .filter(beginning -> form.chosenSession().equals(Optional.of(beginning.session())));
        return form.chosenSession()
                .filter(KnowledgeEntry::isId)
                .flatMap(sessions::find)
                .map(CooperationCheck::beginning)
                .or(() -> known);
    }

    private static Cooperation.Beginning beginning(Session session) {
        return new Cooperation.Beginning(session.id(), session.title(), session.start());
    }

    /** The cooperation as the form has it: only of a form in which nothing is wrong. */
    Cooperation cooperation(CooperationForm form, Optional<Cooperation> read, OrganisationList list) {
        var before = read.map(Cooperation::steps).orElseGet(TreeMap::new);
        return new Cooperation(
                form.id(),
                form.title(),
                form.organisations().stream().map(list::canonical).toList(),
                form.members().stream()
                        .filter(CooperationForm.Member::agrees)
                        .map(member -> list.canonical(member.organisation()))
                        .collect(Collectors.toSet()),
                Cooperation.steps(
                        before, Stage.withCode(form.stage()).orElseThrow(), TypedTimes.date(form.day()).orElseThrow()),
                beginning(form, read),
                themes.ids(form.themes()),
                form.story(),
                form.link(),
                read.map(Cooperation::published).orElse(false),
                read.map(one -> one.revision() + 1).orElse(0L));
    }

    /** The fields of the form, from top to bottom. */
    List<String> fields() {
        var fields = new ArrayList<>(List.of("seen"));
        languages.all().forEach(language -> fields.add(CooperationForm.field("title", language)));
        fields.addAll(List.of("organisation-0", "stage", "day", "session", "themes"));
        languages.all().forEach(language -> fields.add(CooperationForm.field("story", language)));
        fields.addAll(List.of("link", "publish"));
        return fields;
    }
}
