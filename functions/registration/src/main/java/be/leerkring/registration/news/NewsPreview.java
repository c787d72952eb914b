package be.leerkring.registration.news;

import be.leerkring.network.seats.OfferDeadline;
import be.leerkring.network.session.Contradiction;
import be.leerkring.network.session.Session;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.links.Token;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.mail.MailPreview;
import be.leerkring.registration.Registrations;
import be.leerkring.registration.WaitingListMails;
import be.leerkring.registration.state.Confirmed;
import be.leerkring.registration.state.Holding;
import be.leerkring.registration.state.Offered;
import be.leerkring.registration.state.Waiting;
import gg.jte.Content;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/**
 * What people will be told when a session moves or is called off, before it happens.
 *
 * @param next the session as it would be
 * @param told those who would be mailed
 * @param contradictions what it would say then that can't be
 * @param samples a mail of each sort that they would get
 */
public record NewsPreview(
        Session next,
        List<Holding> told,
        List<Contradiction> contradictions,
        List<NewsPreview.Sample> samples) {

    /** What those who are told have, in the order of the page. */
    public enum Standing {
        SEATED,
        OFFERED,
        /** A seat is held for them, and would be no longer. */
        OVERTAKEN,
        WAITING,
        UNDECIDED;

        /** As it is written in texts' keys: {@code seated}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * A mail as it would be.
     *
     * @param reader one of its readers, as who it is shown
     * @param readers all of them
     */
    public record Sample(
            Language language, Standing standing, Holding reader, List<Holding> readers, Content mail) {}

    /** Makes announcements; nothing is written, and nobody is mailed. */
    @Singleton
    static final class Writer {

        /** The links of a preview lead nowhere. */
        private static final Token NOWHERE = Token.about("preview");

        private final Registrations registrations;
        private final SessionMails mails;
        private final WaitingListMails lineMails;
        private final OfferDeadline deadline;
        private final MailPreview previews;
        private final Clock clock;

        Writer(
                Registrations registrations,
                SessionMails mails,
                WaitingListMails lineMails,
                OfferDeadline deadline,
                MailPreview previews,
                Clock clock) {
            this.registrations = registrations;
            this.mails = mails;
            this.lineMails = lineMails;
            this.deadline = deadline;
            this.previews = previews;
            this.clock = clock;
        }

        NewsPreview of(Session next) {
            var told = registrations
                    .now(next.id())
                    .flatMap(registration -> TellingNews.concerned(registration, next).stream())
                    .map(holding -> asItWouldBe(holding, next))
                    .toList();
            var sorts = new LinkedHashMap<Sort, List<Holding>>();
            told.stream().map(one -> sort(one, next)).distinct().sorted().forEach(sort -> sorts.put(
                    sort, told.stream().filter(reader -> sort(reader, next).equals(sort)).toList()));
            return new NewsPreview(
                    next,
                    told,
                    next.cancelled() ? List.of() : Contradiction.of(next, clock.instant()),
                    sorts.entrySet().stream()
                            .map(sort -> sample(sort.getKey(), sort.getValue(), told, next))
                            .toList());
        }

        /** A seat that is held is so until another moment, where the session moves. */
        private Holding asItWouldBe(Holding holding, Session next) {
            return holding instanceof Offered offered && !next.cancelled()
                    ? offered.holdUntil(deadline.moved(next, offered.since(), offered.until()))
                    : holding;
        }

        private Sort sort(Holding holding, Session next) {
            var standing = switch (holding) {
                case Confirmed _ -> Standing.SEATED;
                case Offered offered -> !next.cancelled() && offered.isOver(clock.instant())
                        ? Standing.OVERTAKEN
                        : Standing.OFFERED;
                case Waiting waiting -> waiting.approved() ? Standing.WAITING : Standing.UNDECIDED;
            };
            return new Sort(standing, holding.participant().language().code());
        }

        private Sample sample(Sort sort, List<Holding> readers, List<Holding> told, Session next) {
            var reader = readers.getFirst();
            return new Sample(
                    reader.participant().language(),
                    sort.standing(),
                    reader,
                    readers,
                    previews.of(mail(sort.standing(), reader, told, next)));
        }

        private Mail mail(Standing standing, Holding reader, List<Holding> told, Session next) {
            if (next.cancelled()) {
                return mails.calledOff(reader, next);
            }
            return standing == Standing.OVERTAKEN && reader instanceof Offered offered
                    ? lineMails.overtaken(offered.end(clock.instant()), next, isPassedOn(told, next))
                    : mails.moved(reader, next, NOWHERE);
        }

        private boolean isPassedOn(List<Holding> told, Session next) {
            return deadline.of(next, clock.instant()).isPresent()
                    && told.stream().anyMatch(one -> one instanceof Waiting waiting && waiting.approved());
        }

        private record Sort(Standing standing, String language) implements Comparable<Sort> {

            @Override
            public int compareTo(Sort other) {
                var first = standing.compareTo(other.standing);
                return first == 0 ? language.compareTo(other.language) : first;
            }
        }
    }
}
