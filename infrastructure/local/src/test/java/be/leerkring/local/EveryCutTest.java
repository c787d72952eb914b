package be.leerkring.local;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.feedback.ask.FeedbackRequestSchedule;
import be.leerkring.network.organisation.Organisations;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.seats.SeatCounts;
import be.leerkring.platform.table.Table;
import be.leerkring.testing.Cut;
import be.leerkring.testing.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;

/**
 * One run for every call to DynamoDB and SES on the way of a registration, a confirmation, a cancellation and a request
 * for feedback, cut before it, and one cut after it. The person presses again where the page said that something went
 * wrong; the stream, the schedules and the reports come again as they do on Lambda.
 *
 * <p>Where the process dies, SES reports nothing, and a mail may double at the one point that is documented. Where it
 * goes on and only the call is lost, SES reports what it took, and no mail doubles at all.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryCutTest {

    /** As many as can follow each other, and one more. */
    private static final int DAYS_OFF = 6;

    /** Two months for each of all cuts take 95 years, and the appointments of a calendar count to 2085. */
    private static final Instant BEGINNING = Instant.parse("1979-02-15T08:00:00Z");

    private QuietSite site;
    private int runs;

    @BeforeAll
    void open() {
        site = new QuietSite(BEGINNING);
        site.write(site.get(Organisations.class)
                .putFirst(NetworkFile.read("/network-2017.yaml").organisations()));
    }

    @AfterAll
    void close() {
        Cut.nowhere();
        site.close();
    }

    @Test
    void whoRegistersConfirmsAndCancelsIsToldEachOnceWhereverTheProcessDies() {
        everywhere(
                (run, cut) -> {
                    cut.run();
                    run.registerAndConfirm();
                    var mine = run.link("/my/");
                    run.press(mine + "/cancel", "");
                    run.deliver();
                },
                RegistrationState.CANCELLED,
                "Bevestig uw inschrijving",
                "U bent ingeschreven",
                "Uw inschrijving is geannuleerd");
    }

    @Test
    void whoWasThereIsAskedOnceWhereverTheProcessDies() {
        everywhere(
                (run, cut) -> {
                    if (Proof.isFull()) {
                        cut.run();
                        run.registerAndConfirm();
                    } else {
                        // Those who cancel were cut that far.
                        run.registerAndConfirm();
                        cut.run();
                    }
                    site.clock().moveTo(run.session().end().plus(Duration.ofHours(17)));
                    Cut.aside(() -> {
                        site.write(ClosedSession.write(site, run.session()));
                        return true;
                    });
                    for (int day = 0; day < DAYS_OFF; day++) {
                        Journey.alive(() -> new FeedbackRequestSchedule(site.context()).handleRequest(Map.of(), null));
                        site.clock().forward(Duration.ofDays(1));
                    }
                    run.deliver();
                },
                RegistrationState.CONFIRMED,
                "Bevestig uw inschrijving",
                "U bent ingeschreven",
                "Wat heeft de sessie u opgeleverd?");
    }

    private interface Story {

        /** Tells it; once it has run this, a call is cut. */
        void play(Journey run, Runnable cut);
    }

    private void everywhere(Story story, RegistrationState state, String... subjects) {
        assertThat(Cut.everywhere((call, way) -> isCut(story, call, way, state, List.of(subjects)))).isGreaterThan(10);
    }

    /** Whether a run of its own was cut at this call. */
    private boolean isCut(Story story, int call, Cut.Way way, RegistrationState state, List<String> subjects) {
        runs++;
        site.clock().moveTo(BEGINNING.plus(Duration.ofDays(60L * runs)));
        var reports = way.fate() == Cut.Fate.GOES_ON;
        var run = new Journey(site, runs, reports);
        story.play(run, () -> Cut.at(call, way));
        var happened = Cut.happened();
        var canDouble = canDouble() && !reports;
        Cut.nowhere();
        check(run, state, canDouble, subjects, way + " call " + call);
        return happened;
    }

    /** Whether the cut was between SES's acceptance and the mark in the table: the one point where a mail doubles. */
    private static boolean canDouble() {
        return Cut.happened(Cut.Side.AFTER, SendEmailRequest.class::isInstance)
                || Cut.happened(
                        Cut.Side.BEFORE,
                        call -> call instanceof UpdateItemRequest update
                                && update.expressionAttributeNames().containsValue("messageId"));
    }

    private void check(Journey run, RegistrationState state, boolean canDouble, List<String> subjects, String where) {
        var participants = site.get(Participants.class).of(run.session().id()).toList();
        assertThat(participants).as(where).singleElement().satisfies(participant -> {
            assertThat(participant.email().text()).isEqualTo(run.address());
            assertThat(participant.state()).as(where).isEqualTo(state);
        });
        var counts = site.get(SeatCounts.class);
        var seats = counts.in(
                site.get(Table.class).read(List.of(counts.key(run.session().id()))),
                run.session().id());
        assertThat(seats.taken()).as(where).isEqualTo(state == RegistrationState.CONFIRMED ? 1 : 0);
        var told = run.mails().stream()
                .collect(Collectors.groupingBy(
                        mail -> subjects.stream()
                                .filter(mail.subject()::startsWith)
                                .findFirst()
                                .orElse(mail.subject()),
                        Collectors.counting()));
        assertThat(told.keySet()).as(where).containsExactlyInAnyOrderElementsOf(subjects);
        var doubled = told.values().stream().mapToLong(count -> count - 1).sum();
        assertThat(doubled).as(where + ": mails doubled").isLessThanOrEqualTo(canDouble ? 1 : 0);
    }
}
