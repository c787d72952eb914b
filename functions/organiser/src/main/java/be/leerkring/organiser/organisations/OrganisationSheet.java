package be.leerkring.organiser.organisations;

import be.leerkring.desk.Change;
import be.leerkring.desk.Edit;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.organiser.OrganisationForm;
import be.leerkring.platform.web.Field;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.View;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the page of one organisation shows.
 *
 * @param id empty for a new one
 * @param formerNames what it was called before
 * @param conflict what somebody else changed meanwhile, if anybody did; no differences where it was to be removed
 */
public record OrganisationSheet(
        String id,
        OrganisationForm form,
        List<String> formerNames,
        FormErrors errors,
        Optional<List<Change>> conflict) {

    static OrganisationSheet ofNew(OrganisationForm form, FormErrors errors) {
        return new OrganisationSheet("", form, List.of(), errors, Optional.empty());
    }

    boolean isNew() {
        return id.isEmpty();
    }

    /** Where its form goes. */
    String path() {
        return "/organiser/organisations/" + (isNew() ? "new" : id);
    }

    OrganisationSheet with(FormErrors other) {
        return new OrganisationSheet(id, form, formerNames, other, conflict);
    }

    /** The same when somebody else changed it: a form that was filled in stays, and follows what there is now. */
    OrganisationSheet after(Edit.Conflict<Organisation> conflict) {
        var now = conflict.now();
        var differences = conflict.differences();
        var next = differences.isEmpty() ? OrganisationForm.of(now) : form.following(now.revision());
        return new OrganisationSheet(now.id(), next, now.formerNames(), FormErrors.none(), Optional.of(differences));
    }

    List<Field.Option> kinds(View view) {
        return Stream.concat(
                Stream.of(new Field.Option("", view.text("organisation.kind.choose"))),
                Stream.of(Organisation.Kind.values())
                        .map(kind -> new Field.Option(kind.code(), view.text("people.kind." + kind.code()))))
                .toList();
    }
}
