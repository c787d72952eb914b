package be.leerkring.organiser.importing;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Organiser;
import be.leerkring.network.organisation.ComparableName;
import be.leerkring.network.organisation.Organisation;
import be.leerkring.network.organisation.OrganisationList;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.organiser.ImportResult;
import be.leerkring.organiser.OrganisationChanges;
import be.leerkring.organiser.OrganisationForm;
import be.leerkring.organiser.OrganisationIds;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes organisations over from a text: what it would do is shown first, and nothing else is done then. */
@Singleton
final class Importing {

    /** So many organisations are told of in one entry of the log. */
    private static final int TOLD_AT_ONCE = 25;

    private final Organisations organisations;
    private final ImportWords words;
    private final OrganisationChanges changes;
    private final ChangeLog log;
    private final Languages languages;
    private final Table table;

    Importing(
            Organisations organisations,
            ImportWords words,
            OrganisationChanges changes,
            ChangeLog log,
            Languages languages,
            Table table) {
        this.organisations = organisations;
        this.words = words;
        this.changes = changes;
        this.log = log;
        this.languages = languages;
        this.table = table;
    }

    /** What came of it. */
    sealed interface Outcome {

        /** The text is taken over, by this press of the button or the one before. */
        record Done(ImportResult result) implements Outcome {}

        /** Nothing was done: it would do something else than what the organiser saw. */
        record Conflict(ImportPlan plan) implements Outcome {}
    }

    /** What taking over this text would do. */
    ImportPlan plan(String text) {
        return plan(text, organisations.read());
    }

    /**
     * Takes over a text.
     *
     * @param seen the fingerprint of the plan that the organiser saw
     */
    Outcome take(String text, String seen, Organiser who) {
        return table.decide(() -> {
            var list = organisations.read();
            var plan = plan(text, list);
            if (plan.size() == 0) {
                return Decision.made(new Outcome.Done(plan.result()));
            }
            if (!plan.fingerprint().equals(seen) || !plan.isPossible()) {
                return Decision.made(new Outcome.Conflict(plan));
            }
            var writes = new ArrayList<Write>(told(plan, who));
            writes.add(organisations.put(plan.next()));
            return table.write(writes).then(new Outcome.Done(plan.result()));
        });
    }

    private ImportPlan plan(String text, OrganisationList list) {
        var read = ImportTable.read(text, words);
        var all = new ArrayList<>(list.all());
        var seen = new HashMap<ComparableName, Long>();
        var lines = new ArrayList<ImportPlan.Line>();
        for (var row : read.rows()) {
            lines.add(line(row, list, all, seen));
        }
        return new ImportPlan(read, lines, list.with(all));
    }

    /** What a line does; the organisations and the names before it are added to. */
    private ImportPlan.Line line(
            ImportTable.Row row, OrganisationList list, List<Organisation> all, Map<ComparableName, Long> seen) {
        var name = OrganisationForm.name(row.cell(ImportTable.Column.NAME));
        var comparable = ComparableName.of(name);
        var twice = seen.putIfAbsent(comparable, row.line());
        if (!name.isEmpty() && twice != null) {
            return refused(row, name, "import.refused.twice", Long.toString(twice));
        }
        var known = list.called(name);
        if (known.filter(organisation -> !organisation.isNamed(comparable)).isPresent()) {
            return refused(row, name, "import.refused.former", known.get().name());
        }
        var kind = row.cell(ImportTable.Column.KIND);
        if (!kind.isEmpty() && words.kind(kind).isEmpty()) {
            return refused(row, name, "import.refused.kind", kind);
        }
        var form = form(row, name, known);
        var wrong = form.check().inOrderOf(OrganisationForm.FIELDS, key -> key).errors();
        if (!wrong.isEmpty()) {
            return refused(row, name, wrong.getFirst().message(), "");
        }
        return known.map(before -> changed(row, before, form.on(before), all))
                .orElseGet(() -> added(row, form, all));
    }

    private static ImportPlan.Line refused(ImportTable.Row row, String name, String reason, String about) {
        return new ImportPlan.Line.Refused(row.line(), name, reason, about);
    }

    /** What the line says, and where it says nothing, what the list does. */
    private OrganisationForm form(ImportTable.Row row, String name, Optional<Organisation> known) {
        var stands = known.map(OrganisationForm::of).orElse(OrganisationForm.EMPTY);
        return new OrganisationForm(
                known.map(Organisation::name).orElse(name),
                words.kind(row.cell(ImportTable.Column.KIND)).map(Organisation.Kind::code).orElse(stands.kind()),
                or(OrganisationForm.website(row.cell(ImportTable.Column.WEBSITE)), stands.website()),
                or(row.cell(ImportTable.Column.CONTACT), stands.contact()),
                or(OrganisationForm.email(row.cell(ImportTable.Column.EMAIL)), stands.email()),
                or(row.cell(ImportTable.Column.DOMAINS), stands.domains()),
                stands.revision());
    }

    private static String or(String said, String stands) {
        return said.isEmpty() ? stands : said;
    }

    private ImportPlan.Line changed(
            ImportTable.Row row, Organisation before, Organisation after, List<Organisation> all) {
        var differences = changes.between(Optional.of(before), Optional.of(after));
        if (differences.isEmpty()) {
            return new ImportPlan.Line.Same(row.line(), before);
        }
        all.replaceAll(other -> other.id().equals(before.id()) ? after : other);
        return new ImportPlan.Line.Changed(row.line(), before, after, differences);
    }

    private static ImportPlan.Line added(ImportTable.Row row, OrganisationForm form, List<Organisation> all) {
        if (all.size() >= OrganisationList.MOST) {
            return refused(row, form.name(), "import.refused.full", Integer.toString(OrganisationList.MOST));
        }
        var added = form.asNew(OrganisationIds.of(form.name(), all));
        all.add(added);
        return new ImportPlan.Line.Added(row.line(), added);
    }

    /** The entries of the log: the organisations that are new or changed, some in each. */
    private List<Write> told(ImportPlan plan, Organiser who) {
        var about = languages.texts(languages.preferred())
                .text("import.told", plan.added().size(), plan.changed().size());
        var told = Stream.concat(
                plan.added().stream()
                        .map(line -> changes.named(Optional.empty(), Optional.of(line.organisation()))),
                plan.changed().stream()
                        .map(line -> changes.named(Optional.of(line.before()), Optional.of(line.after()))))
                .toList();
        var entries = new ArrayList<Write>();
        for (int start = 0; start < told.size(); start += TOLD_AT_ONCE) {
            List<Change> some = told.subList(start, Math.min(told.size(), start + TOLD_AT_ONCE)).stream()
                    .flatMap(List::stream)
                    .toList();
            entries.add(log.entry(who, ChangeLog.NETWORK, "organisations-imported", about, some));
        }
        return entries;
    }
}
