package be.leerkring.registration.people;

import be.leerkring.desk.DeskPages;
import be.leerkring.desk.Organiser;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.PersonKey;
import be.leerkring.network.session.Session;
import be.leerkring.platform.mail.Addresses;
import be.leerkring.platform.mail.MailRecords;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.FormText;
import be.leerkring.platform.web.Pages;
import be.leerkring.platform.web.View;
import be.leerkring.platform.web.Visit;
import be.leerkring.registration.Destinations;
import be.leerkring.registration.StaticTemplates;
import be.leerkring.registration.need.KeptNeeds;
import gg.jte.Content;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Everything about one person at a session, and what organisers can do about it. */
@Produces(MediaType.ALL)
@Controller("/organiser/sessions/{id}/people/{person}")
final class PersonController {

    /** Where the form does not say of which revision it is: that of no registration, so that nothing is done. */
    private static final long NO_REVISION = -1;

    private final Destinations destinations;
    private final Organisations organisations;
    private final KeptNeeds keptNeeds;
    private final MailRecords mailRecords;
    private final Addresses addresses;
    private final PersonActs acts;
    private final LiftingAddress liftingAddress;
    private final Pages pages;
    private final DeskPages deskPages;
    private final Clock clock;

    PersonController(
            Destinations destinations,
            Organisations organisations,
            KeptNeeds keptNeeds,
            MailRecords mailRecords,
            Addresses addresses,
            PersonActs acts,
            LiftingAddress liftingAddress,
            Pages pages,
            DeskPages deskPages,
            Clock clock) {
        this.destinations = destinations;
        this.organisations = organisations;
        this.keptNeeds = keptNeeds;
        this.mailRecords = mailRecords;
        this.addresses = addresses;
        this.acts = acts;
        this.liftingAddress = liftingAddress;
        this.pages = pages;
        this.deskPages = deskPages;
        this.clock = clock;
    }

    @Get
    HttpResponse<String> look(String id, String person, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        return sheet(id, person)
                .<HttpResponse<String>>map(sheet -> deskPages.show(
                        view, organiser, title(sheet), page(view, sheet, CancelForm.EMPTY, FormErrors.none())))
                .orElseGet(() -> deskPages.notFound(view));
    }

    @Post("/{act}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> act(
            String id,
            String person,
            String act,
            Visit visit,
            Organiser organiser,
            FormText text) {
        return PersonAct.withCode(act)
                .map(wanted -> act(new PersonKey(id, person), wanted, text, visit, organiser))
                .orElseGet(() -> deskPages.notFound(pages.view(visit)));
    }

    /** The person's address gets mail again. */
    @Post("/lift")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<String> lift(String id, String person, Organiser organiser) {
        liftingAddress.lift(new PersonKey(id, person), organiser);
        return pages.seeOther(path(id, person));
    }

    private static String path(String session, String person) {
        return Session.deskPath(session) + "/people/" + person;
    }

    private HttpResponse<String> act(
            PersonKey subject, PersonAct act, FormText text, Visit visit, Organiser organiser) {
        var view = pages.view(visit);
        var form = CancelForm.of(text);
        var errors = act == PersonAct.CANCEL ? form.check() : new FormErrors.Found();
        if (!errors.isEmpty()) {
            return again(subject, view, sheet -> deskPages.invalid(
                    view,
                    organiser,
                    title(sheet),
                    page(view, sheet, form, errors.inOrderOf(CancelForm.FIELDS, view::text))));
        }
        var wish = new PersonActs.Wish(act, subject, text.number("revision", NO_REVISION), form.reason(), organiser);
        return switch (acts.perform(wish)) {
            case PersonActs.Outcome.Done() ->
                pages.seeOther(path(subject.session(), subject.person()));
            case PersonActs.Outcome.Elsewhere(var person) ->
                pages.seeOther(path(subject.session(), person));
            case PersonActs.Outcome.Conflict() ->
                again(subject, view, sheet -> deskPages.conflict(
                        view, organiser, title(sheet), page(view, sheet.asChanged(), form, FormErrors.none())));
            case PersonActs.Outcome.Unknown() -> deskPages.notFound(view);
        };
    }

    private HttpResponse<String> again(
            PersonKey subject, View view, Function<PersonSheet, HttpResponse<String>> answer) {
        return sheet(subject.session(), subject.person())
                .map(answer)
                .orElseGet(() -> deskPages.notFound(view));
    }

    private Optional<PersonSheet> sheet(String session, String person) {
        var subject = new PersonKey(session, person);
        var beside = List.of(organisations.key(), keptNeeds.key(subject));
        return destinations.find(session, person, beside).map(sighting -> {
            var participant = sighting.there().registration().participant();
            var listed = organisations.in(sighting.found());
            return new PersonSheet(
                    sighting.there(),
                    participant.asListed(listed).asSpelt(sighting.there().session().themes()),
                    listed.find(participant.organisationId()),
                    keptNeeds.in(sighting.found(), subject),
                    mailRecords.about(participant.subject()).toList().reversed(),
                    addresses.standing(participant.email().text()).suppressed(),
                    false,
                    clock.instant());
        });
    }

    private static String title(PersonSheet sheet) {
        return sheet.there().registration().participant().name();
    }

    private static Content page(View view, PersonSheet sheet, CancelForm form, FormErrors errors) {
        return new StaticTemplates().peoplePerson(view, sheet, form, errors);
    }
}
