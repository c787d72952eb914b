package be.leerkring.speeddating.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import be.leerkring.emulator.MovableClock;
import be.leerkring.meetings.memory.ContactWishes;
import be.leerkring.meetings.memory.Forgetting;
import be.leerkring.meetings.memory.MeetingMemory;
import be.leerkring.meetings.plan.SpeedDates;
import be.leerkring.meetings.plan.SpeedDatingPlans;
import be.leerkring.network.participant.OwnPage;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.network.participant.RegistrationState;
import be.leerkring.network.session.Session;
import be.leerkring.platform.links.Links;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Query;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.speeddating.DatingDesk;
import be.leerkring.speeddating.plan.Acquaintances;
import be.leerkring.speeddating.plan.History;
import be.leerkring.speeddating.planner.Pair;
import be.leerkring.testing.Answer;
import be.leerkring.testing.Cut;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is remembered the day after, who is asked, and who learns of whose wish. */
final class ContactsTest {

    private static final String PAGE = "/organiser/sessions/kennismaking/speed-dating";
    private static final Instant MORNING = Instant.parse("2017-01-27T08:00:00Z");
    private static final Instant NOON = Instant.parse("2017-01-27T11:00:00Z");
    private static final int RACES = 25;

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-01-26T07:00:00Z"));
    private final Session session = DatingDesk.session();
    private DatingDesk desk;
    private List<Participant> people;

    @BeforeEach
    void open() {
        desk = new DatingDesk(clock);
        desk.put(session, 40);
    }

    @AfterEach
    void close() {
        Cut.nowhere();
        desk.close();
    }

    /** Plans so many rounds for so many organisations of one, of which so many were. */
    private void speedDate(int organisations, int rounds, int done) {
        people = desk.people(session, organisations, 1);
        var an = desk.organiser("an");
        assertThat(an.post(PAGE, an.get(PAGE).form("rounds", Integer.toString(rounds))).status()).isEqualTo(303);
        over(done);
    }

    private void over(int done) {
        desk.write(desk.get(SpeedDatingPlans.class).put(desk.plan().over(done, clock.instant()), session));
    }

    private void theScheduleRuns() {
        new ContactSchedule(desk.context()).handleRequest(Map.of(), null);
    }

    private void everybodyMet(int organisations) {
        speedDate(organisations, organisations - 1, organisations - 1);
        clock.moveTo(NOON);
        theScheduleRuns();
    }

    private List<Item> mails(Participant reader, String purpose) {
        return desk.get(Table.class)
                .query(Query.of("pk = :subject AND begins_with(sk, :purpose)")
                        .with(":subject", "MAIL#" + reader.subject())
                        .with(":purpose", purpose + "#"))
                .toList();
    }

    private String page(Participant reader) {
        var link = OwnPage.issue(desk.get(Links.class), reader, session);
        desk.write(link.write());
        return OwnPage.path(link.token()) + "/contacts";
    }

    private Answer look(String page) {
        return desk.stranger().get(page);
    }

    private void tick(String page, Participant... ticked) {
        var form = new HashMap<String, String>();
        for (var one : ticked) {
            form.put(one.person(), "yes");
        }
        assertThat(desk.stranger().post(page, form).location()).isEqualTo(page);
    }

    private MeetingMemory memory() {
        return desk.get(MeetingMemory.class);
    }

    private int contacts() {
        return memory().history().organisations().getFirst().contacts().values().stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    @Test
    void aPlanThatTookPlaceIsRememberedInTheMorningAndAskedAboutAtNoonOnce() {
        speedDate(4, 3, 2);
        theScheduleRuns();
        assertThat(memory().history().organisations()).isEmpty();

        clock.moveTo(MORNING);
        theScheduleRuns();
        assertThat(memory().history().organisations().getFirst().meetings().values()).containsOnly(1).hasSize(4);
        assertThat(people).allSatisfy(one -> assertThat(mails(one, "contacts")).isEmpty());

        clock.moveTo(NOON);
        theScheduleRuns();
        theScheduleRuns();
        assertThat(people).allSatisfy(one -> {
            assertThat(mails(one, "contacts")).hasSize(1);
            assertThat(mails(one, "contacts").getFirst().map("body").required("text"))
                    .contains("/my/", "/contacts", "Alleen wie elkaar allebei kiest");
        });
        assertThat(memory().history().people().getFirst().times()).hasSize(4);
    }

    @Test
    void aPlanThatNobodyClosedIsLookedAtAgainUntilSomebodyDoes() {
        people = desk.people(session, 4, 1);
        var an = desk.organiser("an");
        an.post(PAGE, an.get(PAGE).form("rounds", "3"));
        clock.moveTo(NOON);
        theScheduleRuns();
        assertThat(desk.plan().state()).isEqualTo(SpeedDates.State.PLANNED);
        assertThat(memory().history().people()).isEmpty();

        over(3);
        theScheduleRuns();
        assertThat(memory().history().people().getFirst().people()).hasSize(4);
    }

    @Test
    void onlyThoseWhoWereCheckedInMetWhereAnybodyWas() {
        speedDate(4, 3, 3);
        people.subList(0, 3).forEach(one -> desk.put(one.as(RegistrationState.ATTENDED)));
        clock.moveTo(NOON);
        theScheduleRuns();

        assertThat(memory().history().people().getFirst().times()).hasSize(3);
        assertThat(mails(people.getFirst(), "contacts")).hasSize(1);
        assertThat(mails(people.getLast(), "contacts")).isEmpty();
        assertThat(look(page(people.getLast())).text()).contains("Er staat niemand genoteerd");
    }

    @Test
    void whereverARunIsCutOffNothingCountsTwiceAndNobodyIsMailedTwice() {
        for (int call = 1; call < 60; call++) {
            for (var before : List.of(true, false)) {
                desk.close();
                open();
                clockBack();
                speedDate(3, 3, 3);
                clock.moveTo(NOON);
                if (before) {
                    Cut.before(call);
                } else {
                    Cut.after(call);
                }
                var died = catchThrowable(this::theScheduleRuns);
                Cut.nowhere();
                theScheduleRuns();

                assertThat(memory().history().people().getFirst().times().values()).containsExactly(1, 1, 1);
                assertThat(memory().history().organisations().getFirst().meetings().values()).containsExactly(1, 1, 1);
                assertThat(people).allSatisfy(one -> assertThat(mails(one, "contacts")).hasSize(1));
                if (died == null) {
                    assertThat(call).isGreaterThan(8);
                    return;
                }
            }
        }
    }

    private void clockBack() {
        clock.moveTo(Instant.parse("2017-01-26T07:00:00Z"));
    }

    @Test
    void bothLearnOfAWishThatBothHaveAndNobodyOfAnother() {
        everybodyMet(4);
        var an = people.get(0);
        var bo = people.get(1);
        var pageOfAn = page(an);
        var pageOfBo = page(bo);
        var before = look(pageOfBo).body();
        assertThat(before).contains(an.name()).doesNotContain(an.email().text());

        tick(pageOfAn, bo);
        assertThat(look(pageOfBo).body()).isEqualTo(before);
        assertThat(look(pageOfAn).text()).contains("U vinkte één persoon aan").doesNotContain(bo.email().text());
        assertThat(contacts()).isZero();
        assertThat(mails(an, "contact")).isEmpty();
        assertThat(mails(bo, "contact")).isEmpty();

        tick(pageOfBo, an, people.get(2));
        assertThat(mails(an, "contact").getFirst().map("body").required("text"))
                .contains(bo.name(), bo.organisation(), bo.email().text());
        assertThat(mails(bo, "contact").getFirst().map("body").required("text"))
                .contains(an.name(), an.organisation(), an.email().text());
        assertThat(mails(an, "contact").getFirst().required("subject")).doesNotContain(bo.name());
        assertThat(contacts()).isEqualTo(1);
        assertThat(look(pageOfAn).text()).contains("U houdt contact met " + bo.name()).contains(bo.email().text());
        assertThat(mails(people.get(2), "contact")).isEmpty();
    }

    @Test
    void aWishCanBeTakenBackUntilItIsReturned() {
        everybodyMet(4);
        var an = people.get(0);
        var bo = people.get(1);
        var pageOfAn = page(an);
        var pageOfBo = page(bo);

        tick(pageOfAn, bo);
        tick(pageOfAn);
        tick(pageOfBo, an);
        assertThat(contacts()).isZero();
        tick(pageOfAn, bo);
        assertThat(contacts()).isEqualTo(1);
        tick(pageOfAn);
        tick(pageOfBo);

        assertThat(contacts()).isEqualTo(1);
        assertThat(look(pageOfAn).text()).contains(bo.email().text());
        assertThat(mails(an, "contact")).hasSize(1);
    }

    @Test
    void ofTwoWhoWishAtTheSameMomentBothFindTheOther() throws Exception {
        everybodyMet(4);
        var pages = people.stream().map(this::page).toList();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int race = 0; race < RACES; race++) {
                threads.invokeAll(people.stream()
                        .<Callable<Void>>map(one -> () -> {
                            tick(pages.get(people.indexOf(one)), people.toArray(Participant[]::new));
                            return null;
                        })
                        .toList())
                        .forEach(run -> assertThat(catchThrowable(run::get)).isNull());
                assertThat(contacts()).isEqualTo(6);
                assertThat(people).allSatisfy(one -> assertThat(mails(one, "contact")).hasSize(3));
                again();
            }
        }
    }

    /** As if nobody had wished anything yet. */
    private void again() {
        var table = desk.get(Table.class);
        people.forEach(one -> {
            table.delete(mails(one, "contact").stream().map(Item::key).toList());
            table.delete(List.of(desk.get(ContactWishes.class).key(one.email().person())));
        });
        var key = new Key("NETWORK", "ORGANISATIONS#MET#kennismaking");
        var met = new HashMap<>(table.read(List.of(key)).get(key).attributes());
        desk.write(Write.put(Item.of(met).with("contacts", Map.<String, String>of())));
    }

    @Test
    void whateverOrderPeopleWishInOnlyWhatBothWishIsAContact() {
        everybodyMet(6);
        var pages = people.stream().map(this::page).toList();
        var random = new Random(2017);
        var wished = new boolean[6][6];
        var made = new boolean[6][6];
        for (int step = 0; step < 120; step++) {
            var wisher = random.nextInt(6);
            var ticked = people.stream().filter(one -> random.nextInt(4) == 0).toArray(Participant[]::new);
            tick(pages.get(wisher), ticked);
            for (int other = 0; other < 6; other++) {
                if (other != wisher && !made[wisher][other]) {
                    wished[wisher][other] = List.of(ticked).contains(people.get(other));
                    made[wisher][other] = made[other][wisher] = wished[wisher][other] && wished[other][wisher];
                }
            }
            for (int reader = 0; reader < 6; reader++) {
                var body = look(pages.get(reader)).body();
                for (int other = 0; other < 6; other++) {
                    assertThat(body.contains(people.get(other).email().text()))
                            .as("step %d: %d sees %d", step, reader, other)
                            .isEqualTo(other != reader && made[reader][other]);
                }
            }
        }
    }

    @Test
    void whoeverIsErasedDisappearsFromEveryPage() {
        everybodyMet(4);
        var an = people.get(0);
        var bo = people.get(1);
        tick(page(an), bo);
        tick(page(bo), an);
        var forgetting = desk.get(Forgetting.class);

        var forgotten = forgetting.forget(session.id(), bo.email());
        desk.get(Table.class).delete(List.of(Participants.key(session.id(), bo.person())));
        forgetting.forgetWishes(forgotten);

        assertThat(look(page(an)).body()).doesNotContain(bo.name()).doesNotContain(bo.email().text());
        assertThat(contacts()).isEqualTo(1);
        tick(page(an), bo);
        assertThat(look(page(an)).status()).isEqualTo(200);
    }

    @Test
    void aLinkThatIsOverOrWasNeverSentLeadsNowhere() {
        everybodyMet(4);
        var page = page(people.getFirst());
        assertThat(look("/my/kennismaking.niemand.x/contacts").status()).isEqualTo(404);
        clock.moveTo(Instant.parse("2017-06-01T08:00:00Z"));
        assertThat(look(page).status()).isEqualTo(410);
        assertThat(desk.stranger().post(page, Map.of()).status()).isEqualTo(410);
    }

    @Test
    void theMapIsOneQuery() {
        everybodyMet(4);
        var an = desk.organiser("an");

        Cut.before(2);
        assertThat(desk.stranger().get("/network").status()).isEqualTo(200);
        // Who is signed in is the first call.
        Cut.before(3);
        assertThat(an.get("/organiser/network").status()).isEqualTo(200);
        Cut.before(3);
        assertThat(an.get("/organiser/network.graphml").status()).isEqualTo(200);
    }

    @Test
    void aLaterSessionsPlanKnowsWhoMetBefore() {
        everybodyMet(4);
        var later = new Session(
                "later",
                session.title(),
                session.summary(),
                session.start().plusSeconds(86_400 * 30L),
                session.end().plusSeconds(86_400 * 30L),
                session.venue(),
                session.audience(),
                session.themes(),
                session.programme(),
                false,
                session.admission(),
                session.edition());
        var there = List.of("An 1", "An 2", "Nieuw").stream()
                .map(name -> DatingDesk.person(later, name, "org-" + name.charAt(name.length() - 1)))
                .toList();

        var history = desk.get(Acquaintances.class).of(later, there);

        assertThat(history.people())
                .isEqualTo(Map.of(
                        new Pair(
                                there.get(0).person(), there.get(1).person()),
                        1));
        assertThat(history.organisations()).hasSize(6);
        assertThat(desk.get(Acquaintances.class).of(session, people)).isEqualTo(History.NONE);
    }
}
