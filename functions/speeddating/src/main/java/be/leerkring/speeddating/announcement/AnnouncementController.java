package be.leerkring.speeddating.announcement;

import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.meetings.plan.OwnDates;
import be.leerkring.meetings.plan.SpeedDates;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.MailPreview;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import be.leerkring.speeddating.PlanSheet;
import be.leerkring.speeddating.StaticTemplates;
import gg.jte.Content;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.List;
import java.util.function.Function;

/** Whom a plan is mailed, what they get, and the button that mails them. */
@Produces(MediaType.ALL)
@Controller("/organiser/sessions/{id}/speed-dating/announcement")
public final class AnnouncementController {

    /** The links of a preview lead nowhere. */
    private static final Token NOWHERE = new Token("...");

    private final PlanSheet.Reader sheets;
    private final Announcing announcing;
    private final SpeedDatesMail mail;
    private final MailPreview previews;
    private final Languages languages;
    private final Pages pages;
    private final DeskPages deskPages;

    AnnouncementController(
            PlanSheet.Reader sheets,
            Announcing announcing,
            SpeedDatesMail mail,
            MailPreview previews,
            Languages languages,
            Pages pages,
            DeskPages deskPages) {
        this.sheets = sheets;
        this.announcing = announcing;
        this.mail = mail;
        this.previews = previews;
        this.languages = languages;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    /**
     * A mail in one language, as the first of its readers gets it.
     *
     * @param language as it calls itself
     */
    public record Preview(String code, String language, int readers, String reader, Content mail) {}

    @Get
    HttpResponse<String> preview(String id, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return preview(
                id,
                view,
                page -> deskPages.show(view, organiser, view.text("speed-dating.announcement"), page),
                false);
    }

    /** The announcement of the plan as it stands, after the button of another one was pressed. */
    private HttpResponse<String> conflict(String id, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return preview(
                id,
                view,
                page -> deskPages.conflict(view, organiser, view.text("speed-dating.announcement"), page),
                true);
    }

    private HttpResponse<String> preview(
            String id, View view, Function<Content, HttpResponse<String>> answer, boolean overtaken) {
        return sheets.of(id)
                .flatMap(sheet -> sheet.plan().map(plan -> answer.apply(page(view, sheet, plan, overtaken))))
                .orElseGet(() -> deskPages.notFound(view));
    }

    private Content page(View view, PlanSheet sheet, SpeedDates plan, boolean overtaken) {
        var readers = Announcing.readers(sheet, plan);
        return new StaticTemplates()
                .announcementAnnouncement(
                        view, sheet.session(), plan, readers.size(), previews(sheet, plan, readers), overtaken);
    }

    private List<Preview> previews(PlanSheet sheet, SpeedDates plan, List<Participant> readers) {
        return languages.all().stream()
                .flatMap(language -> {
                    var those = readers.stream().filter(one -> one.language().equals(language)).toList();
                    return those.stream().findFirst().map(one -> new Preview(
                            language.code(),
                            language.ownName(),
                            those.size(),
                            one.name(),
                            previews.of(mail.to(
                                    one,
                                    sheet.session(),
                                    OwnDates.of(plan, one.person()),
                                    plan.revision(),
                                    plan.told().containsKey(one.person()),
                                    NOWHERE))))
                            .stream();
                })
                .toList();
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> announce(
            String id, Visit visit, Organiser organiser, FormText form) {
        return switch (announcing.announce(id, form.number("revision", 0), organiser)) {
            case DONE -> pages.seeOther(Session.deskPath(id) + "/speed-dating/announcement");
            case CONFLICT -> conflict(id, visit, organiser);
            case UNKNOWN -> deskPages.notFound(pages.view(visit));
        };
    }
}
