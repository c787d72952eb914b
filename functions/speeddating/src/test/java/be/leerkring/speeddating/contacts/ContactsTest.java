package be.leerkring.speeddating.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import be.leerkring.meetings.memory.ContactWishes;
import be.leerkring.meetings.memory.Forgetting;
import be.leerkring.network.participant.Participant;
import be.leerkring.network.participant.Participants;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.Write;
import be.leerkring.testing.Proof;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Who learns of whose wish. */
final class ContactsTest extends DayAfter {

    private static final int RACES = Proof.of(5, 25);
    private static final int STEPS = Proof.of(20, 120);

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
        assertThat(look(pageOfAn).text()).contains("U hebt één persoon aangevinkt").doesNotContain(bo.email().text());
        assertThat(contacts()).isZero();
        assertThat(mails(an, "contact")).isEmpty();
        assertThat(mails(bo, "contact")).isEmpty();

        tick(pageOfBo, an, people.get(2));
        assertThat(desk.text(mails(an, "contact").getFirst()))
                .contains(bo.name(), bo.organisation(), bo.email().text());
        assertThat(desk.text(mails(bo, "contact").getFirst()))
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
            table.delete(List.of(desk.get(ContactWishes.class).key(one.identity())));
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
        for (int step = 0; step < STEPS; step++) {
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

        var forgotten = forgetting.forget(session.id(), bo.identity());
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
}
