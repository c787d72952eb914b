package be.leerkring.feedback.cooperation;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Edit;
import be.leerkring.desk.Organiser;
import be.leerkring.network.cooperation.Cooperation;
import be.leerkring.network.cooperation.Cooperations;
import be.leerkring.network.cooperation.Report;
import be.leerkring.network.cooperation.Reports;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.platform.web.FormErrors;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Confirms, changes, publishes and deletes cooperations; each act stands in the network's log. */
@Singleton
final class EditingCooperations {

    private final Table table;
    private final Cooperations cooperations;
    private final Organisations organisations;
    private final Reports reports;
    private final CooperationCheck check;
    private final CooperationChanges changes;
    private final ChangeLog log;
    private final Languages languages;

    EditingCooperations(
            Table table,
            Cooperations cooperations,
            Organisations organisations,
            Reports reports,
            CooperationCheck check,
            CooperationChanges changes,
            ChangeLog log,
            Languages languages) {
        this.table = table;
        this.cooperations = cooperations;
        this.organisations = organisations;
        this.reports = reports;
        this.check = check;
        this.changes = changes;
        this.log = log;
        this.languages = languages;
    }

    /**
     * Gives a cooperation the form's contents, and settles the reports that the form names. Where the form is that of a
     * new one and its id stands, an earlier press of the same button added it, and this is a change.
     */
    Edit<Cooperation> save(CooperationForm form, boolean isNew, Organiser who) {
        return table.decide(() -> {
            var look = cooperations.look(form.id());
            var read = look.cooperation();
            if (read.isEmpty() && !isNew) {
                return Decision.made(new Edit.Unknown<>());
            }
            var errors = check.check(form, read, look.organisations());
            if (!errors.isEmpty()) {
                return Decision.made(new Edit.Invalid<>(errors));
            }
            var next = check.cooperation(form, read, look.organisations());
            var differences = changes.between(read, Optional.of(next), look.organisations());
            var settled = reports.standing(form.settles());
            if (differences.isEmpty() && settled.isEmpty()) {
                return Decision.made(new Edit.Done<>());
            }
            if (read.isPresent() && !differences.isEmpty() && read.get().revision() != form.revision()) {
                return Decision.made(new Edit.Conflict<>(read.get(), differences));
            }
            if (settled.size() < form.settles().size()) {
                return Decision.made(new Edit.Invalid<>(
                        new FormErrors.Found().add("seen", "cooperation.proposal.changed")));
            }
            return write(who, what(read, settled), next, differences, settled).then(new Edit.Done<>());
        });
    }

    private static String what(Optional<Cooperation> read, List<Report> settled) {
        return settled.isEmpty()
                ? read.isEmpty() ? "cooperation-added" : "cooperation-changed"
                : "cooperation-confirmed";
    }

    private WriteOutcome write(
            Organiser who, String what, Cooperation next, List<Change> differences, List<Report> settled) {
        var writes = new ArrayList<Write>();
        if (!differences.isEmpty()) {
            writes.add(cooperations.put(next));
        }
        settled.forEach(report -> writes.add(reports.done(report)));
        writes.add(entry(who, what, next, differences));
        return table.write(writes);
    }

    private Write entry(Organiser who, String what, Cooperation cooperation, List<Change> differences) {
        var title = languages.texts(languages.preferred()).text(cooperation.title());
        return log.entry(who, ChangeLog.NETWORK, what, title, differences);
    }

    /** Publishes a cooperation as the organiser saw it, with the consent of all its organisations; or takes it back. */
    Edit<Cooperation> publish(String id, long revision, boolean so, Organiser who) {
        return table.decide(() -> {
            var look = cooperations.look(id);
            var read = look.cooperation();
            if (read.isEmpty()) {
                return Decision.made(new Edit.Unknown<>());
            }
            if (read.get().published() == so) {
                return Decision.made(new Edit.Done<>());
            }
            if (read.get().revision() != revision) {
                return Decision.made(new Edit.Conflict<>(read.get(), List.of()));
            }
            var next = read.get().published(so);
            if (so && !next.isPublic()) {
                return Decision.made(new Edit.Invalid<>(
                        new FormErrors.Found().add("publish", "cooperation.publish.consent")));
            }
            return table.write(List.of(
                    cooperations.put(next),
                    entry(
                            who,
                            so ? "cooperation-published" : "cooperation-unpublished",
                            next,
                            List.of())))
                    .then(new Edit.Done<>());
        });
    }

    /** Deletes a cooperation as the organiser saw it; one that is not there is as good as deleted. */
    Edit<Cooperation> delete(String id, long revision, Organiser who) {
        return table.decide(() -> {
            var look = cooperations.look(id);
            var read = look.cooperation();
            if (read.isEmpty()) {
                return Decision.made(new Edit.Done<>());
            }
            if (read.get().revision() != revision) {
                return Decision.made(new Edit.Conflict<>(read.get(), List.of()));
            }
            var differences = changes.between(read, Optional.empty(), look.organisations());
            return table.write(List.of(
                    cooperations.delete(read.get()),
                    entry(who, "cooperation-deleted", read.get(), differences)))
                    .then(new Edit.Done<>());
        });
    }

    /** Settles reports without a cooperation; those that changed since the organiser saw them are left as they are. */
    void leave(List<String> seen, Organiser who) {
        table.settle(() -> {
            var list = organisations.read();
            var writes = new ArrayList<Write>();
            for (var report : reports.standing(seen)) {
                var about = report.own().name(list) + " – " + report.what().other().name(list);
                writes.add(reports.done(report));
                writes.add(log.entry(who, ChangeLog.NETWORK, "cooperation-left", about, List.of()));
            }
            return writes.isEmpty() ? new WriteOutcome.Written() : table.write(writes);
        });
    }
}
