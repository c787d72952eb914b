package be.leerkring.speeddating;

import be.leerkring.network.OwnDates;
import be.leerkring.network.Participant;
import be.leerkring.network.SpeedDates;
import be.leerkring.platform.desk.DeskPages;
import be.leerkring.platform.desk.Organiser;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.MailPreview;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import gg.jte.Content;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Whom a plan is mailed, what they get, and the button that mails them. */
@Produces(MediaType.ALL)
@Controller("/organiser/sessions/{id}/speed-dating/announcement")
final class AnnouncementController {

    /** The links of a preview lead nowhere. */
    private static final Token NOWHERE = new Token("...");

    private final PlanSheet.Reader sheets;
    private final Announcing announcing;
    private final SpeedDatesMail mail;
    private final MailPreview previews;
    private final PlanAnswers answers;
    private final Languages languages;
    private final Pages pages;
    private final DeskPages deskPages;

    AnnouncementController(
            PlanSheet.Reader sheets,
            Announcing announcing,
            SpeedDatesMail mail,
            MailPreview previews,
            PlanAnswers answers,
            Languages languages,
            Pages pages,
            DeskPages deskPages) {
        this.sheets = sheets;
        this.announcing = announcing;
        this.mail = mail;
        this.previews = previews;
        this.answers = answers;
        this.languages = languages;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    /**
     * A mail in one language, as the first of its readers gets it.
     *
     * @param language as it calls itself
     */
    record Preview(String code, String language, int readers, String reader, Content mail) {}

    @Get
    HttpResponse<String> preview(String id, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return sheets.of(id, visit.language().locale())
                .flatMap(sheet -> sheet.plan().map(plan -> preview(view, organiser, sheet, plan)))
                .orElseGet(() -> deskPages.notFound(view));
    }

    private HttpResponse<String> preview(View view, Organiser organiser, PlanSheet sheet, SpeedDates plan) {
        var readers = Announcing.readers(sheet, plan);
        return deskPages.show(
                view,
                organiser,
                view.text("speed-dating.announcement"),
                new StaticTemplates()
                        .announcement(view, sheet.session(), plan, readers.size(), previews(sheet, plan, readers)));
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
            String id, Visit visit, Organiser organiser, @Body @Nullable Map<String, Object> body) {
        var revision = PlanForm.revision(new FormText(Optional.ofNullable(body).orElse(Map.of())));
        return switch (announcing.announce(id, revision, organiser, visit.language().locale())) {
            case DONE -> pages.seeOther("/organiser/sessions/" + id + "/speed-dating/announcement");
            case OVERTAKEN -> answers.overtaken(id, visit, organiser);
            case NOTHING_THERE -> deskPages.notFound(pages.view(visit));
        };
    }
}
