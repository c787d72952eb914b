package be.leerkring.programme.session;

import be.leerkring.desk.Change;
import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.network.theme.TypedThemes;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import be.leerkring.programme.Programme;
import be.leerkring.programme.StaticTemplates;
import gg.jte.Content;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** The desk's page of one session, which is its form too. */
@Singleton
public final class SessionPage {

    private final Pages pages;
    private final DeskPages deskPages;
    private final Programme.Reader programme;
    private final Languages languages;
    private final TypedThemes themes;
    private final PublishedCheck check;
    private final Wording wording;
    private final Clock clock;

    SessionPage(
            Pages pages,
            DeskPages deskPages,
            Programme.Reader programme,
            Languages languages,
            TypedThemes themes,
            PublishedCheck check,
            Wording wording,
            Clock clock) {
        this.pages = pages;
        this.deskPages = deskPages;
        this.programme = programme;
        this.languages = languages;
        this.themes = themes;
        this.check = check;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * What the page shows.
     *
     * @param suggestions names of themes to choose from
     * @param lacking what a draft lacks before it can be published
     * @param over whether it took place, so that it can be closed or is
     * @param news what somebody else changed meanwhile
     * @param done what was just done: names the text {@code session-done.<done>}; can be empty
     */
    public record Sheet(
            StoredSession stored,
            SessionForm form,
            List<String> suggestions,
            List<String> lacking,
            boolean over,
            Optional<News> news,
            String done) {}

    /** What {@link Merge} tells, in words. */
    public record News(List<Line> theirs, List<Line> both, List<Line> refused) {}

    /** A field that somebody else changed. */
    public record Line(String field, String was, String theirs, String mine) {}

    /** What the form is read and written with. */
    SessionForm.Words words(Visit visit) {
        return words(visit.language());
    }

    private SessionForm.Words words(Language reader) {
        return new SessionForm.Words(languages.all(), themes, reader);
    }

    /** The page as the session stands. */
    HttpResponse<String> show(Visit visit, Organiser organiser, StoredSession stored, String done) {
        var view = pages.view(visit);
        return deskPages.show(
                view,
                organiser,
                title(view, stored),
                page(view, stored, stored.form(words(visit)), Optional.empty(), FormErrors.none(), done));
    }

    /** The answer to what came of the page's form. */
    HttpResponse<String> answer(Visit visit, Organiser organiser, EditingSession.Outcome outcome, String onward) {
        var view = pages.view(visit);
        return switch (outcome) {
            case EditingSession.Outcome.Done() -> pages.seeOther(onward);
            case EditingSession.Outcome.Invalid(var stored, var form, var errors) ->
                deskPages.invalid(
                        view,
                        organiser,
                        title(view, stored),
                        page(
                                view,
                                stored,
                                form,
                                Optional.empty(),
                                errors.inOrderOf(form.fields(languages.all()), view::text),
                                ""));
            case EditingSession.Outcome.Conflict(var stored, var form, var merge) ->
                deskPages.conflict(
                        view,
                        organiser,
                        title(view, stored),
                        page(view, stored, form, Optional.of(news(view, merge)), FormErrors.none(), ""));
            case EditingSession.Outcome.Unknown() -> notFound(visit);
        };
    }

    /** 404. */
    MutableHttpResponse<String> notFound(Visit visit) {
        return deskPages.notFound(pages.view(visit));
    }

    private static String title(View view, StoredSession stored) {
        return view.text(stored.session().title());
    }

    private Content page(
            View view, StoredSession stored, SessionForm form, Optional<News> news, FormErrors errors, String done) {
        var lacking = stored.isDraft() ? lacking(view, stored, form) : List.<String>of();
        var suggestions = themes.suggestions(programme.read().sessions(), view.language());
        var over = stored.isPublished() && !stored.session().isAhead(clock.instant());
        return new StaticTemplates()
                .sessionSession(view, new Sheet(stored, form, suggestions, lacking, over, news, done), errors);
    }

    private List<String> lacking(View view, StoredSession stored, SessionForm form) {
        return check
                .beforePublishing(stored, stored.form(words(view.language())), stored.values())
                .inOrderOf(form.fields(languages.all()), view::text)
                .errors()
                .stream()
                .map(FormErrors.FieldError::message)
                .distinct()
                .toList();
    }

    private News news(View view, Merge merge) {
        return new News(
                lines(view, merge.theirs()), lines(view, merge.both()), lines(view, merge.refused()));
    }

    private List<Line> lines(View view, List<Merge.Difference> differences) {
        return differences.stream().map(difference -> line(view, difference)).toList();
    }

    private Line line(View view, Merge.Difference difference) {
        var field = difference.field();
        return new Line(
                new Change(field, "", "").label(view),
                wording.words(field, difference.was(), view.language()),
                wording.words(field, difference.theirs(), view.language()),
                wording.words(field, difference.mine(), view.language()));
    }
}
