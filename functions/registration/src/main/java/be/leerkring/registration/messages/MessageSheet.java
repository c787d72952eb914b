package be.leerkring.registration.messages;

import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.session.Session;
import be.leerkring.network.session.Sessions;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.language.Languages;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.MailPreview;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.web.Field;
import be.leerkring.platform.web.View;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.message.Message;
import be.leerkring.registration.message.MessageGroup;
import be.leerkring.registration.state.Registration;
import gg.jte.Content;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What an organiser has at hand who writes to a session's people.
 *
 * @param groups those that have people, and how many
 */
public record MessageSheet(Session session, List<Registration> people, Map<MessageGroup, Long> groups) {

    /** The groups to choose from, in the organiser's words. */
    List<Field.Option> options(View view) {
        var names = MessageGroup.organisations(people);
        return Stream.concat(
                Stream.of(new Field.Option("", view.text("message.group.choose"))),
                groups.keySet().stream().map(group -> new Field.Option(group.code(), name(group, names, view))))
                .toList();
    }

    /** A group and how many are in it, in the organiser's words. */
    String name(MessageGroup group, View view) {
        return name(group, MessageGroup.organisations(people), view);
    }

    private String name(MessageGroup group, Map<MessageGroup, String> names, View view) {
        return view.text(
                "message.group." + group.kind(), groups.getOrDefault(group, 0L), names.getOrDefault(group, ""));
    }

    /**
     * A mail as it will be.
     *
     * @param readers how many get it in this language
     * @param reader one of them, as who it is shown
     */
    public record Preview(Language language, long readers, Registration reader, Content mail) {}

    /** Reads what there is, and makes previews of it. */
    @Singleton
    public static final class Reader {

        /** The links of a preview lead nowhere. */
        private static final Token NOWHERE = Token.about("preview");

        private final Table table;
        private final Sessions sessions;
        private final Organisations organisations;
        private final Registrations registrations;
        private final MessageMail mail;
        private final MailPreview previews;
        private final Languages languages;
        private final Clock clock;

        Reader(
                Table table,
                Sessions sessions,
                Organisations organisations,
                Registrations registrations,
                MessageMail mail,
                MailPreview previews,
                Languages languages,
                Clock clock) {
            this.table = table;
            this.sessions = sessions;
            this.organisations = organisations;
            this.registrations = registrations;
            this.mail = mail;
            this.previews = previews;
            this.languages = languages;
            this.clock = clock;
        }

        /** What there is about a published session. */
        public Optional<MessageSheet> of(String id) {
            var found = table.read(List.of(sessions.key(id), organisations.key()));
            var listed = organisations.in(found);
            return sessions.in(found, id).map(session -> {
                var people = registrations
                        .now(id)
                        .filter(MessageGroup::canBeWrittenTo)
                        .map(registration -> registration.asListed(listed))
                        .toList();
                return new MessageSheet(session, people, MessageGroup.of(people));
            });
        }

        /** The mail in each language in which somebody gets it. */
        List<Preview> previews(MessageSheet desk, MessageForm form, String organiser) {
            var group = new MessageGroup(form.group());
            var message = new Message(
                    desk.session().id(),
                    0,
                    clock.instant(),
                    organiser,
                    form.text(),
                    group,
                    group.organisation(desk.people()),
                    List.of(),
                    0);
            return languages.all().stream()
                    .flatMap(language -> preview(desk, message, language).stream())
                    .toList();
        }

        private Optional<Preview> preview(MessageSheet desk, Message message, Language language) {
            var readers = desk.people().stream()
                    .filter(message.group()::has)
                    .filter(reader -> message.text()
                            .in(reader.participant().language(), languages.preferred())
                            .equals(language))
                    .toList();
            return readers.stream().findFirst().map(reader -> new Preview(
                    language,
                    readers.size(),
                    reader,
                    previews.of(mail.to(reader, desk.session(), message, NOWHERE))));
        }

        /** The number of a sending that begins now. */
        long number() {
            return clock.millis();
        }
    }
}
