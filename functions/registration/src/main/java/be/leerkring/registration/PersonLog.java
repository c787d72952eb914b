package be.leerkring.registration;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Organiser;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.table.Write;
import jakarta.inject.Singleton;
import java.util.stream.Stream;

/** Writes into the session's log what organisers do about a person, by the person's key and without any name. */
@Singleton
public final class PersonLog {

    private final ChangeLog log;
    private final Languages languages;

    PersonLog(ChangeLog log, Languages languages) {
        this.log = log;
        this.languages = languages;
    }

    /** The write of an entry; it belongs into the transaction of what it tells of. */
    public Write entry(Organiser by, String what, Registration before, Registration next) {
        return entry(by, what, word(before.state()), next);
    }

    /** The write of an entry about somebody who was not registered before. */
    public Write added(Organiser by, Registration next) {
        return entry(by, "person-added", "", next);
    }

    private Write entry(Organiser by, String what, String before, Registration next) {
        var participant = next.participant();
        return log.entryAbout(
                by,
                participant.session(),
                participant.person(),
                what,
                Stream.of(Change.between("state", before, word(next.state())))
                        .flatMap(change -> change.stream())
                        .toList());
    }

    private String word(RegistrationState state) {
        return languages.texts(languages.preferred()).text("my.state." + state.code());
    }
}
