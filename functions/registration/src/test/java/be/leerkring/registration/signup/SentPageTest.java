package be.leerkring.registration.signup;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.network.session.AdmissionRules;
import be.leerkring.network.session.Session;
import be.leerkring.registration.RegistrationRoom;
import be.leerkring.testing.Answer;
import be.leerkring.testing.Reader;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The page after the form, and what the form asks back. */
final class SentPageTest {

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-03-06T09:00:00Z"));
    private final RegistrationRoom room = new RegistrationRoom(clock);
    private final Session session = room.publish(RegistrationRoom.session("sessie", AdmissionRules.NONE), 9);
    private final String form = session.path() + "/register";

    @AfterEach
    void close() {
        room.close();
    }

    private Answer send(String... more) {
        var fields = new HashMap<>(Map.of("name", "Fatma Yıldız", "email", "fatma@example.org", "organisation", "vil",
                "role", "coördinator", "language", "en", "consent", "yes", "needs", "halal"));
        for (var each = 0; each < more.length; each += 2) {
            fields.put(more[each], more[each + 1]);
        }
        return room.visitor().post(form, fields);
    }

    private static String cookie(Answer answer) {
        return set(answer).split(";")[0];
    }

    private static String set(Answer answer) {
        return answer.cookies().stream()
                .filter(cookie -> cookie.startsWith(SentForm.COOKIE + "="))
                .findFirst()
                .orElseThrow();
    }

    private Reader with(Answer sent) {
        return room.visitor(cookie(sent));
    }

    @Test
    void thePageNamesTheAddressAndNoAddressHasIt() {
        var sent = send();

        assertThat(sent.location()).isEqualTo(form + "/sent");
        assertThat(set(sent))
                .contains("Path=" + form + "/sent", "HttpOnly", "Max-Age=1800", "SameSite=Lax")
                .doesNotContain("fatma");
        assertThat(with(sent).get(form + "/sent").body())
                .contains("fatma@example.org", "mailto:")
                .doesNotContain("gestuurd");
        assertThat(room.visitor().get(form + "/sent").body()).contains("het adres", "href=\"" + form + "\"");
    }

    @Test
    void theAddressIsCorrectedAndTheRestOfTheFormStays() {
        var corrected = with(send()).post(form + "/sent", Map.of("email", "fatma.yildiz@example.org"));

        assertThat(corrected.status()).isEqualTo(303);
        assertThat(with(corrected).get(form + "/sent").body()).contains("fatma.yildiz@example.org");
        var participant = room.registration(session, "Fatma Yildiz").participant();
        assertThat(participant.name()).isEqualTo("Fatma Yıldız");
        assertThat(participant.role()).isEqualTo("coördinator");
        assertThat(participant.organisation()).isEqualTo("VIL");
        assertThat(participant.language().code()).isEqualTo("en");
        assertThat(room.purposes("Fatma Yildiz")).containsExactly("confirm-request");
    }

    @Test
    void theMailIsHadAgainAsOftenAsOneLeaves() {
        var answer = send();
        for (int mails = 2; mails <= 3; mails++) {
            answer = with(answer).post(form + "/sent", Map.of("email", "fatma@example.org"));
            assertThat(room.mails("Fatma")).hasSize(mails);
        }
        var page = with(answer).get(form + "/sent").body();
        assertThat(page).contains("3 keer");

        assertThat(with(answer).post(form + "/sent", Map.of("email", "fatma@example.org")).status()).isEqualTo(303);
        assertThat(room.mails("Fatma")).as("nothing is promised that does not leave").hasSize(3)
                .allSatisfy(mail -> assertThat(mail.at()).isBeforeOrEqualTo(clock.instant()));
    }

    @Test
    void whoIsRegisteredAlreadyCanHaveTheMailAgainToo() {
        room.confirm(session, "Fatma", "vil");
        clock.forward(Duration.ofMinutes(20));
        var sent = send("name", "Fatma");
        assertThat(room.purposes("Fatma")).endsWith("already");

        with(sent).post(form + "/sent", Map.of("email", "fatma@example.org"));

        assertThat(room.purposes("Fatma")).endsWith("already", "already");
    }

    @Test
    void anAddressThatIsNoneIsAskedForInTheWholeForm() {
        var answer = with(send()).post(form + "/sent", Map.of("email", "fatma"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.form()).containsEntry("name", "Fatma Yıldız").containsEntry("email", "fatma")
                .containsEntry("role", "coördinator");
    }

    @Test
    void withoutTheCookieTheFormIsFilledInAnew() {
        for (var cookie : new String[] {"", "sent-form=", "sent-form=1.x", "sent-form=1.eJwDAAAAAAE", "sent-form=99"}) {
            assertThat(room.visitor(cookie).get(form + "/sent").status()).isEqualTo(200);
            assertThat(room.visitor(cookie).post(form + "/sent", Map.of("email", "a@example.org")).location())
                    .isEqualTo(form);
        }
    }

    @Test
    void aFormTooLongForACookieStillNamesItsAddress() {
        var noise = new Random(1).ints(4000, 33, 126)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        var sent = send("needs", noise);

        assertThat(cookie(sent).length()).isLessThan(200);
        assertThat(with(sent).get(form + "/sent").body()).contains("fatma@example.org", "href=\"" + form + "\"");
    }

    @Test
    void aSlipInTheAddressIsAskedAboutOnceAndNeverInTheWay() {
        var asked = send("email", "fatma@gmial.com");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.text()).contains("Het is fatma@gmail.com");

        assertThat(send("email", "fatma@gmial.com", "sureOf", "fatma@gmial.com").status()).isEqualTo(303);
        assertThat(send("email", "fatma@gmial.com", "sureOf", "fatma@hotmial.com").status()).isEqualTo(422);

        var taken = send("email", "fatma@hotmial.com", "sureOf", "fatma@hotmial.com", "meant", "fatma@hotmail.com");
        assertThat(with(taken).get(form + "/sent").body()).contains("fatma@hotmail.com");
    }

    @Test
    void whatFillsInTheFieldThatNobodySeesIsToldSo() {
        var answer = send("website", "https://www.example.org");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("href=\"#website\"", "id=\"website-error\"")
                .doesNotContain("class=\"trap\"");
        assertThat(room.mails("Fatma")).isEmpty();
        var again = answer.form("organisation", "vil", "consent", "yes", "language", "nl");
        assertThat(room.visitor().post(form, again).status()).isEqualTo(303);
    }

    @Test
    void aNameThatIsTypedWithNothingChosenCounts() {
        send("organisation", "", "otherOrganisation", "Stad Mechelen");
        assertThat(room.registration(session, "Fatma").participant().organisation()).isEqualTo("Stad Mechelen");
    }

    @Test
    void aNameThatIsTypedBesideAnotherChoiceIsAskedAbout() {
        var asked = send("organisation", "vil", "otherOrganisation", "Stad Mechelen");
        assertThat(asked.status()).isEqualTo(422);
        assertThat(asked.form()).containsEntry("otherOrganisation", "Stad Mechelen");

        assertThat(send("organisation", "vil", "otherOrganisation", "vil").status()).as("the same").isEqualTo(303);
        assertThat(send("organisation", "", "otherOrganisation", "").status()).isEqualTo(422);
        assertThat(asked.body()).contains("name=\"organisation\" autocomplete=\"on\"");
    }
}
