package be.leerkring.registration;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Organiser;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.table.Write;
import be.leerkring.registration.state.Registration;
import jakarta.inject.Singleton;
import java.util.List;

/** Writes into the session's log what organisers do about a person, by the person's key and without any name. */
@Singleton
final class PersonLog {

    private final ChangeLog log;
    private final Languages languages;

    PersonLog(ChangeLog log, Languages languages) {
        this.log = log;
        this.languages = languages;
    }

    /** The write of an entry about a change of the state; it belongs into the transaction of what it tells of. */
    Write entry(Organiser by, String what, Registration before, Registration next) {
        return entry(by, what, next,
                Change.between("state", word(before), word(next)).stream().toList());
    }

    /** The write of an entry about somebody who was not registered before. */
    Write added(Organiser by, String what, Registration next) {
        return entry(by, what, next, Change.between("state", "", word(next)).stream().toList());
    }

    /** The write of an entry about a mark at the door. */
    Write mark(Organiser by, String what, Registration before, Registration next) {
        return entry(by, what, next,
                Change.between("attendance", word(before), word(next)).stream().toList());
    }

    /** The write of an entry about what an organiser put right: which fields, and nothing of what stands in them. */
    Write corrected(Organiser by, Registration next, List<String> fields) {
        var corrected = languages.texts(languages.preferred()).text("log.corrected");
        return entry(
                by,
                "person-corrected",
                next,
                fields.stream().map(field -> new Change(field, "", corrected)).toList());
    }

    private Write entry(Organiser by, String what, Registration next, List<Change> changes) {
        var participant = next.participant();
        return log.entryAbout(by, participant.session(), participant.person(), what, changes);
    }

    private String word(Registration registration) {
        return languages.texts(languages.preferred()).text(Person.Status.of(registration).text());
    }
}
