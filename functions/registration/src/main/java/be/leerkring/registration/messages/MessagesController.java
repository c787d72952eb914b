package be.leerkring.registration.messages;

import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import be.leerkring.registration.StaticTemplates;
import be.leerkring.registration.message.MessageGroup;
import be.leerkring.registration.message.Messages;
import gg.jte.Content;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;

/**
 * What organisers write to a session's people: the messages there are, a new one, its preview, and what became of it.
 */
@Produces(MediaType.ALL)
@Controller("/organiser/sessions/{id}/messages")
final class MessagesController {

    /** Later than every message. */
    private static final long LAST = 10_000_000_000_000L;

    private final Sessions sessions;
    private final Messages messages;
    private final MessageSheet.Reader desks;
    private final MessageReport.Reader reports;
    private final SendingMessages sending;
    private final Languages languages;
    private final Pages pages;
    private final DeskPages deskPages;

    MessagesController(
            Sessions sessions,
            Messages messages,
            MessageSheet.Reader desks,
            MessageReport.Reader reports,
            SendingMessages sending,
            Languages languages,
            Pages pages,
            DeskPages deskPages) {
        this.sessions = sessions;
        this.messages = messages;
        this.desks = desks;
        this.reports = reports;
        this.sending = sending;
        this.languages = languages;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    /** The messages there are, the latest first; after those of the page that ended {@code before} this number. */
    @Get
    HttpResponse<String> list(String id, HttpRequest<?> request, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        var from = Math.min(FormText.asked(request.getParameters()).number("before", LAST), LAST);
        return sessions.find(id)
                .map(session -> deskPages.show(
                        view,
                        organiser,
                        view.text("messages.title"),
                        new StaticTemplates().messagesList(view, session, messages.before(id, from))))
                .orElseGet(() -> deskPages.notFound(view));
    }

    @Get("/new")
    HttpResponse<String> form(String id, Visit visit, Organiser organiser, @QueryValue @Nullable String group) {
        var view = pages.view(visit);
        return desks.of(id)
                .map(desk -> deskPages.show(
                        view,
                        organiser,
                        view.text("message.new"),
                        form(view, desk, MessageForm.empty(group == null ? "" : group), FormErrors.none())))
                .orElseGet(() -> deskPages.notFound(view));
    }

    /** Shows what it will look like; with the field {@code do}, sends it or lets it be changed once more. */
    @Post("/new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> write(
            String id, Visit visit, Organiser organiser, FormText text) {
        var view = pages.view(visit);
        var form = MessageForm.of(text, languages.all());
        return desks.of(id)
                .map(desk -> write(view, organiser, desk, form, text.line("do")))
                .orElseGet(() -> deskPages.notFound(view));
    }

    private HttpResponse<String> write(
            View view, Organiser organiser, MessageSheet desk, MessageForm form, String act) {
        var errors = form.check(desk.groups().keySet(), languages);
        if (!errors.isEmpty()) {
            return invalid(view, organiser, desk, form, errors);
        }
        return switch (act) {
            case "send" -> send(view, organiser, desk, form);
            case "edit" ->
                deskPages.show(
                        view, organiser, view.text("message.new"), form(view, desk, form, FormErrors.none()));
            default -> preview(view, organiser, desk, form);
        };
    }

    private HttpResponse<String> preview(View view, Organiser organiser, MessageSheet desk, MessageForm form) {
        return deskPages.show(
                view,
                organiser,
                view.text("message.preview"),
                new StaticTemplates().messagesPreview(
                        view,
                        desk,
                        form,
                        desks.previews(desk, form, organiser.address()),
                        desks.number()));
    }

    private HttpResponse<String> send(View view, Organiser organiser, MessageSheet desk, MessageForm form) {
        var outcome = sending.send(
                desk.session(),
                new MessageGroup(form.group()),
                form.text(),
                form.numberOr(desks.number()),
                organiser);
        return switch (outcome) {
            case SendingMessages.Outcome.Sent(var message) -> pages.seeOther(message.path());
            case SendingMessages.Outcome.Nobody() ->
                invalid(view, organiser, desk, form, new FormErrors.Found().add("group", "message.group.missing"));
            case SendingMessages.Outcome.TooMany() ->
                invalid(view, organiser, desk, form, new FormErrors.Found().add("group", "message.group.too-many"));
        };
    }

    private HttpResponse<String> invalid(
            View view, Organiser organiser, MessageSheet desk, MessageForm form, FormErrors.Found errors) {
        var found = errors.inOrderOf(MessageForm.fields(languages.all()), view::text);
        return deskPages.invalid(view, organiser, view.text("message.new"), form(view, desk, form, found));
    }

    private static Content form(View view, MessageSheet desk, MessageForm form, FormErrors errors) {
        return new StaticTemplates().messagesNew(view, desk, form, errors);
    }

    /** What became of one. */
    @Get("/{number}")
    HttpResponse<String> look(String id, String number, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        if (!number.matches("\\d{1,13}")) {
            return deskPages.notFound(view);
        }
        return reports.of(new Messages.MessageKey(id, Long.parseLong(number)))
                .map(report -> deskPages.show(
                        view,
                        organiser,
                        view.text("message.title"),
                        new StaticTemplates().messagesSent(view, report)))
                .orElseGet(() -> deskPages.notFound(view));
    }
}
