package be.leerkring.feedback.results;

import be.leerkring.desk.Change;
import be.leerkring.desk.ChangeLog;
import be.leerkring.desk.Edit;
import be.leerkring.desk.Organiser;
import be.leerkring.network.voice.Replies;
import be.leerkring.network.voice.Reply;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.table.Decision;
import be.leerkring.platform.table.Table;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Changes what organisers reply to what people said of a session; the session's log has each change. */
@Singleton
final class EditingReply {

    private final Table table;
    private final Replies replies;
    private final ChangeLog log;
    private final Languages languages;

    EditingReply(Table table, Replies replies, ChangeLog log, Languages languages) {
        this.table = table;
        this.replies = replies;
        this.log = log;
        this.languages = languages;
    }

    /**
     * Gives the reply the form's text.
     *
     * @param session the id of a session that there is
     */
    Edit<Reply> save(String session, ReplyForm form, Organiser who) {
        var errors = form.check(languages.all());
        return errors.isEmpty()
                ? table.decide(() -> decide(session, form, who))
                : new Edit.Invalid<>(errors);
    }

    private Decision<Edit<Reply>> decide(String session, ReplyForm form, Organiser who) {
        var read = replies.find(session);
        var differences = differences(read, form);
        if (differences.isEmpty()) {
            return Decision.made(new Edit.Done<>());
        }
        return read.revision() == form.revision()
                ? table.write(List.of(
                        replies.put(session, read.with(form.text())),
                        log.entry(who, session, "reply-changed", "", differences)))
                        .then(new Edit.Done<>())
                : Decision.made(new Edit.Conflict<>(read, differences));
    }

    private List<Change> differences(Reply read, ReplyForm form) {
        var stands = ReplyForm.of(read);
        return languages.all().stream()
                .map(language -> Change.between(
                        "reply." + language.code(), stands.in(language), form.in(language)))
                .flatMap(Optional::stream)
                .toList();
    }
}
