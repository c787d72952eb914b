package be.leerkring.speeddating.plan;

import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.platform.time.NetworkTime;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import be.leerkring.speeddating.PlanSheet;
import be.leerkring.speeddating.StaticTemplates;
import gg.jte.Content;
import io.micronaut.http.HttpResponse;
import jakarta.inject.Singleton;

/** What is answered with the page of the plan. */
@Singleton
final class PlanAnswers {

    private final PlanSheet.Reader sheets;
    private final NetworkTime time;
    private final Pages pages;
    private final DeskPages deskPages;

    PlanAnswers(PlanSheet.Reader sheets, NetworkTime time, Pages pages, DeskPages deskPages) {
        this.sheets = sheets;
        this.time = time;
        this.pages = pages;
        this.deskPages = deskPages;
    }

    /** The plan as it stands. */
    HttpResponse<String> show(String id, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return sheets.of(id)
                .map(sheet -> deskPages.show(
                        view, organiser, title(view), page(view, sheet, form(sheet), FormErrors.none(), false)))
                .orElseGet(() -> deskPages.notFound(view));
    }

    /** The plan as it stands, after a button of another one was pressed. */
    HttpResponse<String> conflict(String id, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return sheets.of(id)
                .map(sheet -> conflict(view, organiser, sheet, form(sheet)))
                .orElseGet(() -> deskPages.notFound(view));
    }

    /** The plan as it stands, with a form that was made for another one, and now is for this. */
    HttpResponse<String> conflict(View view, Organiser organiser, PlanSheet sheet, PlanForm form) {
        return deskPages.conflict(
                view,
                organiser,
                title(view),
                page(view, sheet, form.following(sheet.revision()), FormErrors.none(), true));
    }

    /** The form, and what is wrong with it. */
    HttpResponse<String> invalid(
            View view, Organiser organiser, PlanSheet sheet, PlanForm form, FormErrors.Found errors) {
        return deskPages.invalid(
                view,
                organiser,
                title(view),
                page(view, sheet, form, errors.inOrderOf(PlanCheck.fields(form), view::text), false));
    }

    private PlanForm form(PlanSheet sheet) {
        return sheet.plan().map(plan -> PlanForm.of(plan, sheet.people(), time)).orElseGet(PlanForm::blank);
    }

    private static String title(View view) {
        return view.text("speed-dating.title");
    }

    private static Content page(View view, PlanSheet sheet, PlanForm form, FormErrors errors, boolean overtaken) {
        return new StaticTemplates().planPlan(view, sheet, form, errors, overtaken);
    }
}
