package be.leerkring.feedback.cooperation;

import be.leerkring.desk.Edit;
import be.leerkring.network.cooperation.Cooperation;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.theme.ThemeNames;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.LocalizedText;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.View;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A cooperation as an organiser fills it in.
 *
 * @param id given to a new one with its empty form, so that a second press adds nothing
 * @param revision which this is to follow
 * @param members the organisations, a row each; rows can be empty
 * @param day on which it came as far as it is, as it was typed
 * @param session a session's id; empty for none
 * @param themes by their names, with commas between them
 * @param seen the reports that it settles, as the organiser saw them, with spaces between them
 */
public record CooperationForm(
        String id,
        long revision,
        LocalizedText title,
        List<Member> members,
        String stage,
        String day,
        String session,
        String themes,
        LocalizedText story,
        String link,
        String seen) {

    static final int TITLE = 150;
    static final int STORY = 2000;
    static final int LINK = 500;
    static final int THEMES = 200;

    /** So many organisations can take part in one. */
    static final int MOST = 10;

    private static final int ROWS = 3;

    /**
     * One of the rows of organisations.
     *
     * @param organisation its id; empty where the row is
     * @param agrees whether it agreed to the cooperation's being told
     */
    public record Member(String organisation, boolean agrees) {

        private static final Member NONE = new Member("", false);
    }

    static CooperationForm empty(String id, LocalDate today) {
        return new CooperationForm(
                id, 0, LocalizedText.NONE, List.of(), "", today.toString(), "", "", LocalizedText.NONE, "", "");
    }

    static CooperationForm of(Cooperation cooperation, View view) {
        return new CooperationForm(
                cooperation.id(),
                cooperation.revision(),
                cooperation.title(),
                cooperation.organisations().stream()
                        .map(one -> new Member(one, cooperation.consents().contains(one)))
                        .toList(),
                cooperation.stage().code(),
                cooperation.since().toString(),
                cooperation.beginning().map(Cooperation.Beginning::session).orElse(""),
                ThemeNames.of(cooperation.themes(), view.texts()),
                cooperation.story(),
                cooperation.link(),
                "");
    }

    /**
     * What participants propose, filled in: a new cooperation, or the one that there is, further on.
     *
     * @param id of a new one
     */
    static CooperationForm of(Proposal proposal, String id, LocalDate today, View view) {
        var known = proposal.existing().map(cooperation -> of(cooperation, view));
        var form = known.orElseGet(() -> empty(id, today).titled(proposal, view));
        var moved = !proposal.stage().code().equals(form.stage());
        var ids = known.map(one -> one.members().stream().map(Member::organisation).toList())
                .orElseGet(() -> proposal.listed().stream().map(Organisation::id).toList());
        return new CooperationForm(
                form.id(),
                form.revision(),
                form.title(),
                ids.stream().map(one -> new Member(one, proposal.consents().contains(one))).toList(),
                proposal.stage().code(),
                moved ? view.isoDate(proposal.at()) : form.day(),
                known.isPresent() ? form.session() : proposal.session(),
                form.themes(),
                form.story(),
                form.link(),
                proposal.seen());
    }

    /** Named after the two, and told in their words. */
    private CooperationForm titled(Proposal proposal, View view) {
        var title = String.join(" – ", proposal.names());
        var titles = view.languages().stream()
                .collect(Collectors.toMap(Language::code, _ -> title.substring(0, Math.min(TITLE, title.length()))));
        var stories = view.languages().stream()
                .collect(Collectors.toMap(Language::code, language -> proposal.words(language.code())));
        return new CooperationForm(
                id, revision, new LocalizedText(titles), members, stage, day, session, themes,
                new LocalizedText(stories), link, seen);
    }

    static CooperationForm of(String id, FormText text, List<Language> languages) {
        return new CooperationForm(
                id,
                text.number("revision", 0),
                new LocalizedText(languages.stream()
                        .collect(Collectors.toMap(
                                Language::code,
                                language -> text.line(field("title", language)).replaceAll("\\s+", " ")))),
                IntStream.range(0, MOST)
                        .mapToObj(row -> new Member(text.line("organisation-" + row), text.has("agrees-" + row)))
                        .filter(member -> !member.organisation().isEmpty())
                        .toList(),
                text.line("stage"),
                text.line("day"),
                text.line("session"),
                text.line("themes"),
                new LocalizedText(languages.stream()
                        .collect(Collectors.toMap(
                                Language::code, language -> text.lines(field("story", language))))),
                text.line("link"),
                text.line("seen"));
    }

    /** The name of the field for a text in this language. */
    static String field(String field, Language language) {
        return field + "-" + language.code();
    }

    /** The same when somebody else changed the cooperation: what was filled in stays, and follows what there is now. */
    CooperationForm after(Edit.Conflict<Cooperation> conflict, View view) {
        return conflict.differences().isEmpty()
                ? of(conflict.now(), view)
                : new CooperationForm(
                        id, conflict.now().revision(), title, members, stage, day, session, themes, story, link, seen);
    }

    /** The rows of the form: those that are filled in, and some for more. */
    List<Member> rows() {
        var rows = Math.min(MOST, Math.max(ROWS, members.size() + 1));
        return Stream.concat(members.stream(), Stream.generate(() -> Member.NONE)).limit(rows).toList();
    }

    /** The ids that were chosen, each once. */
    List<String> organisations() {
        return members.stream().map(Member::organisation).distinct().toList();
    }

    /** The reports that it settles. */
    List<String> settles() {
        return Arrays.stream(seen.split(" ")).filter(one -> !one.isEmpty()).toList();
    }

    Optional<String> chosenSession() {
        return Optional.of(session).filter(id -> !id.isEmpty());
    }
}
