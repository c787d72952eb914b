package be.leerkring.organiser.organisations;

import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Edit;
import be.leerkring.desk.Organiser;
import be.leerkring.network.organisation.ComparableName;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.organiser.OrganisationChanges;
import be.leerkring.organiser.OrganisationForm;
import be.leerkring.organiser.OrganisationIds;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.platform.web.FormErrors;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Adds, changes and removes organisations; each act stands in the network's log. Organisers who change different
 * organisations at once don't meet; of two who change the same, the second is shown what the first did.
 */
@Singleton
final class EditingOrganisations {

    private final Organisations organisations;
    private final OrganisationChanges changes;
    private final ChangeLog log;
    private final Table table;

    EditingOrganisations(Organisations organisations, OrganisationChanges changes, ChangeLog log, Table table) {
        this.organisations = organisations;
        this.changes = changes;
        this.log = log;
        this.table = table;
    }

    /** Adds an organisation; where it stands with these contents already, an earlier press of the button added it. */
    Edit<Organisation> add(OrganisationForm form, Organiser who) {
        return table.decide(() -> {
            var list = organisations.read();
            var errors = form.check();
            var name = ComparableName.of(form.name());
            var known = list.all().stream()
                    .filter(other -> other.isNamed(name))
                    .findFirst();
            if (errors.isEmpty() && known.filter(other -> isAs(form, other)).isPresent()) {
                return Decision.made(new Edit.Done<>());
            }
            checkName(form, list, Optional.empty(), errors);
            if (!errors.isEmpty()) {
                return Decision.made(new Edit.Invalid<>(errors));
            }
            var added = form.asNew(OrganisationIds.of(form.name(), list.all()));
            var all = new ArrayList<>(list.all());
            all.add(added);
            return write(list.with(all), "organisation-added", Optional.empty(), Optional.of(added), who);
        });
    }

    private static boolean isAs(OrganisationForm form, Organisation other) {
        return OrganisationForm.of(other).following(form.revision()).equals(form);
    }

    /** Gives an organisation the form's contents. */
    Edit<Organisation> change(String id, OrganisationForm form, Organiser who) {
        return table.decide(() -> {
            var list = organisations.read();
            var read = own(list, id);
            if (read.isEmpty()) {
                return Decision.made(new Edit.Unknown<>());
            }
            var errors = form.check();
            checkName(form, list, read, errors);
            if (!errors.isEmpty()) {
                return Decision.made(new Edit.Invalid<>(errors));
            }
            var next = form.on(read.get());
            var differences = changes.between(read, Optional.of(next));
            if (differences.isEmpty()) {
                return Decision.made(new Edit.Done<>());
            }
            return read.get().revision() == form.revision()
                    ? write(list.with(replaced(list, next)), "organisation-changed", read, Optional.of(next), who)
                    : Decision.made(new Edit.Conflict<>(read.get(), differences));
        });
    }

    private static List<Organisation> replaced(OrganisationList list, Organisation next) {
        return list.all().stream()
                .map(other -> other.id().equals(next.id()) ? next : other)
                .toList();
    }

    /** Takes an organisation off the list, as the organiser saw it; one that is not there is as good as removed. */
    Edit<Organisation> remove(String id, long revision, Organiser who) {
        return table.decide(() -> {
            var list = organisations.read();
            var read = own(list, id);
            if (read.isEmpty()) {
                return Decision.made(new Edit.Done<>());
            }
            if (read.get().revision() != revision) {
                return Decision.made(new Edit.Conflict<>(read.get(), List.of()));
            }
            var left = list.all().stream()
                    .filter(other -> !other.id().equals(id))
                    .toList();
            return write(list.with(left), "organisation-removed", read, Optional.empty(), who);
        });
    }

    private static Optional<Organisation> own(OrganisationList list, String id) {
        return list.find(id).filter(organisation -> organisation.id().equals(id));
    }

    /** What only the list can tell to be wrong. */
    private static void checkName(
            OrganisationForm form, OrganisationList list, Optional<Organisation> own, FormErrors.Found errors) {
        var name = ComparableName.of(form.name());
        if (list.all().stream()
                .filter(other -> own.filter(other::equals).isEmpty())
                .anyMatch(other -> other.isNamed(name))) {
            errors.add("name", "organisation.name.known");
        } else if (own.isEmpty() && list.all().size() >= OrganisationList.MOST) {
            errors.add("name", "organisation.name.full");
        }
    }

    private Decision<Edit<Organisation>> write(
            OrganisationList next,
            String what,
            Optional<Organisation> from,
            Optional<Organisation> to,
            Organiser who) {
        if (!next.fits()) {
            return Decision.made(new Edit.Invalid<>(new FormErrors.Found().add("name", "organisation.name.full")));
        }
        var name = from.or(() -> to).map(Organisation::name).orElseThrow();
        WriteOutcome written = table.write(List.of(
                organisations.put(next),
                log.entry(who, ChangeLog.NETWORK, what, name, changes.between(from, to))));
        return written.then(new Edit.Done<>());
    }
}
