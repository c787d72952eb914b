package be.leerkring.registration.news;

import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.mail.MailPreview;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Registration;
import gg.jte.Content;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * What people will be told when a session moves or is called off, before it happens.
 *
 * @param next the session as it would be
 * @param told those who would be mailed
 * @param samples a mail of each sort that they would get
 */
public record NewsPreview(Session next, List<Registration> told, List<NewsPreview.Sample> samples) {

    /**
     * A mail as it would be.
     *
     * @param seated whether its readers have a seat; the others wait
     * @param reader one of them, as who it is shown
     * @param readers all of them
     */
    record Sample(Language language, boolean seated, Registration reader, List<Registration> readers, Content mail) {}

    /** Makes announcements; nothing is written, and nobody is mailed. */
    @Singleton
    static final class Writer {

        /** The links of a preview lead nowhere. */
        private static final Token NOWHERE = Token.about("preview");

        private final Registrations registrations;
        private final SessionMails mails;
        private final MailPreview previews;

        Writer(Registrations registrations, SessionMails mails, MailPreview previews) {
            this.registrations = registrations;
            this.mails = mails;
            this.previews = previews;
        }

        NewsPreview of(Session next) {
            var told = registrations
                    .now(next.id())
                    .filter(registration -> TellingNews.concerns(registration, next))
                    .toList();
            var sorts = new LinkedHashMap<Sort, List<Registration>>();
            told.stream().map(Sort::of).distinct().sorted().forEach(sort -> sorts.put(
                    sort, told.stream().filter(reader -> Sort.of(reader).equals(sort)).toList()));
            return new NewsPreview(
                    next,
                    told,
                    sorts.entrySet().stream().map(sort -> sample(sort.getKey(), sort.getValue(), next)).toList());
        }

        private Sample sample(Sort sort, List<Registration> readers, Session next) {
            var reader = readers.getFirst();
            return new Sample(
                    reader.participant().language(),
                    sort.seated(),
                    reader,
                    readers,
                    previews.of(mail(reader, next)));
        }

        private Mail mail(Registration reader, Session next) {
            return next.cancelled() ? mails.calledOff(reader, next) : mails.moved(reader, next, NOWHERE);
        }

        /** Those who have a seat before those who wait. */
        private record Sort(boolean seated, String language) implements Comparable<Sort> {

            static Sort of(Registration registration) {
                return new Sort(
                        registration instanceof Confirmed,
                        registration.participant().language().code());
            }

            @Override
            public int compareTo(Sort other) {
                var first = Boolean.compare(other.seated, seated);
                return first == 0 ? language.compareTo(other.language) : first;
            }
        }
    }
}
