package be.leerkring.organiser.mailtrouble;

import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.organiser.MailTrouble;
import be.leerkring.organiser.StaticTemplates;
import be.leerkring.platform.mail.QueuedMails;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.Visit;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;

/** The mails that did not reach their readers. */
@Produces(MediaType.ALL)
@Controller("/organiser/mail")
final class MailTroubleController {

    private static final String HERE = "/organiser/mail";

    private final MailTrouble trouble;
    private final Pages pages;
    private final DeskPages deskPages;

    MailTroubleController(MailTrouble trouble, Pages pages, DeskPages deskPages) {
        this.trouble = trouble;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    @Get
    HttpResponse<String> list(Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return deskPages.show(
                view, organiser, view.text("trouble.title"),
                new StaticTemplates().mailtroubleTrouble(view, trouble.find()));
    }

    /** The field {@code mail} has the mail's key. */
    @Post("/again")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> again(Organiser organiser, FormText form) {
        QueuedMails.keyIn(form.line("mail")).ifPresent(key -> trouble.again(key, organiser));
        return pages.seeOther(HERE);
    }

    @Post("/lift")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> lift(Organiser organiser, FormText form) {
        var address = form.line("address");
        if (!address.isEmpty()) {
            trouble.lift(address, organiser);
        }
        return pages.seeOther(HERE);
    }
}
