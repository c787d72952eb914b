package be.leerkring.feedback.cooperation;

import be.leerkring.desk.Change;
import be.leerkring.network.cooperation.Cooperation;
import be.leerkring.network.cooperation.Stage;
import be.leerkring.network.knowledge.KnowledgeEntry;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.network.session.Session;
import be.leerkring.platform.web.Field;
import be.leerkring.platform.web.FormErrors;
import be.leerkring.platform.web.View;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The page on which an organiser fills in a cooperation.
 *
 * @param standing the cooperation as it stands, if it does
 * @param proposal what participants reported, where the form settles that
 * @param sessions at which it can have begun, the last one first
 * @param conflict how what stands differs from the form, where somebody else changed it meanwhile
 */
public record CooperationSheet(
        CooperationForm form,
        Optional<Cooperation> standing,
        Optional<Proposal> proposal,
        OrganisationList organisations,
        List<Session> sessions,
        FormErrors errors,
        Optional<List<Change>> conflict) {

    static final String HERE = "/organiser/cooperations";

    boolean isNew() {
        return standing.isEmpty();
    }

    /** Where the form is sent to. */
    String path() {
        return HERE + "/" + (isNew() ? "new" : form.id());
    }

    List<Field.Option> stages(View view) {
        return Stream.concat(
                Stream.of(new Field.Option("", view.text("cooperation.stage.choose"))),
                Arrays.stream(Stage.values())
                        .map(stage -> new Field.Option(stage.code(), view.text("stage." + stage.code()))))
                .toList();
    }

    /** No session, the cooperation's own where it is too old to be offered, and those at which it can have begun. */
    List<Field.Option> sessionOptions(View view) {
        var own = form.chosenSession()
                .filter(KnowledgeEntry::isId)
                .filter(id -> sessions.stream().noneMatch(session -> session.id().equals(id)))
                .map(id -> new Field.Option(id, id));
        var offered = sessions.stream()
                .map(session -> new Field.Option(
                        session.id(),
                        view.part(session.start(), "d MMMM yyyy") + ": " + view.text(session.title())));
        return Stream.of(
                Stream.of(new Field.Option("", view.text("cooperation.session.none"))), own.stream(), offered)
                .flatMap(options -> options)
                .toList();
    }

    /** Those of a kind that can be chosen. */
    List<Organisation> choices(Organisation.Kind kind) {
        return organisations.all().stream().filter(one -> one.kind() == kind).toList();
    }

    /** What participants call an organisation that the network does not list. */
    List<String> unlisted() {
        return proposal.stream()
                .flatMap(one -> one.reports().stream())
                .flatMap(report -> Stream.of(report.own(), report.what().other()))
                .filter(side -> side.in(organisations).isEmpty())
                .map(side -> side.name())
                .distinct()
                .toList();
    }
}
