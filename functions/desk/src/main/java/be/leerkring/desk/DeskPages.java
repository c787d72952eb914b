package be.leerkring.desk;

import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import gg.jte.Content;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.function.Function;

/** Answers that an organiser reads: a page with the desk's own navigation above it. */
@Singleton
public final class DeskPages {

    private final Pages pages;

    DeskPages(Pages pages) {
        this.pages = pages;
    }

    /** 200, with this page. */
    public MutableHttpResponse<String> show(View view, Organiser organiser, String title, Content page) {
        return answer(HttpStatus.OK, view, organiser, title, page);
    }

    /** 422, with the form and what is wrong with it. */
    public MutableHttpResponse<String> invalid(View view, Organiser organiser, String title, Content page) {
        return answer(
                HttpStatus.UNPROCESSABLE_ENTITY, view, organiser, view.text("form.error.title", title), page);
    }

    /** 409, with the form and what somebody else changed meanwhile. */
    public MutableHttpResponse<String> conflict(View view, Organiser organiser, String title, Content page) {
        return answer(HttpStatus.CONFLICT, view, organiser, view.text("form.error.title", title), page);
    }

    /** 410, with a page that says since when, or till when, it can't be done. */
    public MutableHttpResponse<String> gone(View view, Organiser organiser, String title, Content page) {
        return answer(HttpStatus.GONE, view, organiser, title, page);
    }

    /**
     * What came of an edit: on to another page where it is done, or the form once more.
     *
     * @param onward the address of that page
     * @param invalid the form with what is wrong
     * @param conflict the form with what somebody else changed
     */
    public <T> MutableHttpResponse<String> answer(
            Edit<T> edit,
            View view,
            Organiser organiser,
            String title,
            String onward,
            Function<FormErrors.Found, Content> invalid,
            Function<Edit.Conflict<T>, Content> conflict) {
        return switch (edit) {
            case Edit.Done<T>() -> pages.seeOther(onward);
            case Edit.Unknown<T>() -> notFound(view);
            case Edit.Invalid<T>(var errors) -> invalid(view, organiser, title, invalid.apply(errors));
            case Edit.Conflict<T> met -> conflict(view, organiser, title, conflict.apply(met));
        };
    }

    /** 404: there is no such thing. */
    public MutableHttpResponse<String> notFound(View view) {
        return pages.notFound(view);
    }

    private MutableHttpResponse<String> answer(
            HttpStatus status, View view, Organiser organiser, String title, Content page) {
        return pages.answer(status, view, title, new StaticTemplates().navigation(view, organiser), page);
    }
}
