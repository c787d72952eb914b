package be.leerkring.local;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.ses.SentMail;
import be.leerkring.platform.language.Language;
import be.leerkring.platform.mail.Letter;
import be.leerkring.platform.mail.Mail;
import be.leerkring.platform.mail.Outbox;
import be.leerkring.platform.table.Table;
import be.leerkring.platform.table.WriteOutcome;
import be.leerkring.testing.Answer;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** How readers ask for fewer mails, by one click (RFC 8058) or on a page, and for all of them again. */
class UnsubscribeTest {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private static LaptopStage stage;

    @BeforeAll
    static void start() {
        stage = LaptopStage.start();
    }

    @AfterAll
    static void stop() {
        stage.close();
    }

    private static Answer send(String method, String path, Map<String, String> headers, String body) {
        return stage.site().send(method, path, headers, body);
    }

    /** The mails that this reader has, when one more was decided and everything was delivered. */
    private static List<SentMail> mailsAfterOneMore(String reader, boolean optional) {
        var letter = new Letter(
                "Een bericht", "Dag", List.of(new Letter.Paragraph("Tekst.")), "Groeten", "U was erbij.");
        var mail = new Mail(
                optional ? "message" : "confirmed", "test-" + NUMBER.incrementAndGet(), 1, reader, new Language("nl"),
                letter, List.of(), false, optional);
        var context = stage.laptop().context();
        var outbox = context.getBean(Outbox.class);
        assertThat(context.getBean(Table.class)
                .write(optional ? outbox.putOptional(mail) : List.of(outbox.put(mail))))
                .isInstanceOf(WriteOutcome.Written.class);
        stage.deliver();
        return stage.ses().mails().stream().filter(sent -> sent.to().contains(reader)).toList();
    }

    /** Where the head of this mail leads who wants no more. */
    private static String path(SentMail mail) {
        var header = mail.headers().get("List-Unsubscribe");
        assertThat(header).startsWith("<" + stage.laptop().address() + "/unsubscribe/").endsWith(">");
        return header.substring(1 + stage.laptop().address().length(), header.length() - 1);
    }

    @Test
    void oneClickOfAMailProgramIsHonouredAtOnceWithoutSigningIn() {
        var reader = "klik@example.org";
        var first = mailsAfterOneMore(reader, true).getFirst();
        assertThat(first.headers()).containsEntry("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");

        var answer = send(
                "POST",
                path(first),
                Map.of("content-type", "application/x-www-form-urlencoded"),
                "List-Unsubscribe=One-Click");

        assertThat(answer.status()).as("no redirection, which RFC 8058 forbids").isEqualTo(200);
        assertThat(answer.header("set-cookie")).isEmpty();
        assertThat(mailsAfterOneMore(reader, true)).hasSize(1);
        assertThat(mailsAfterOneMore(reader, false)).as("what one needs still comes").hasSize(2);
    }

    @Test
    void aMailProgramMaySendItsClickAsAFormOfSeveralParts() {
        var reader = "delen@example.org";
        var first = mailsAfterOneMore(reader, true).getFirst();

        var answer = send(
                "POST",
                path(first),
                Map.of("content-type", "multipart/form-data; boundary=b"),
                "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(mailsAfterOneMore(reader, true)).hasSize(1);
    }

    @Test
    void whoLooksHasNotAskedAndWhoAskedCanComeBackOnTheSamePage() {
        var reader = "pagina@example.org";
        var path = path(mailsAfterOneMore(reader, true).getFirst());
        for (int look = 0; look < 3; look++) {
            var page = send("GET", path, Map.of(), "");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).contains("action=\"" + path + "/stop\"");
            assertThat(page.header("cache-control")).contains("no-store");
            assertThat(page.header("referrer-policy")).isEqualTo("no-referrer");
        }
        assertThat(mailsAfterOneMore(reader, true)).as("a scanner may open every link").hasSize(2);

        for (int press = 0; press < 2; press++) {
            var stopped = send("POST", path + "/stop", Map.of(), "");
            assertThat(stopped.status()).isEqualTo(303);
            assertThat(stopped.header("location")).isEqualTo(path);
        }
        assertThat(send("GET", path, Map.of(), "").body()).contains("action=\"" + path + "/again\"");
        assertThat(mailsAfterOneMore(reader, true)).hasSize(2);

        assertThat(send("POST", path + "/again", Map.of(), "").status()).isEqualTo(303);
        assertThat(mailsAfterOneMore(reader, true)).hasSize(3);
    }

    @Test
    void aMailThatOneNeedsHasNoWayOut() {
        var mail = mailsAfterOneMore("nodig@example.org", false).getFirst();

        assertThat(mail.headers()).doesNotContainKeys("List-Unsubscribe", "List-Unsubscribe-Post");
        assertThat(mail.text()).doesNotContain("/unsubscribe/");
    }

    @Test
    void theFootOfTheMailLeadsToTheSamePage() {
        var mail = mailsAfterOneMore("voet@example.org", true).getFirst();

        assertThat(mail.text()).contains(stage.laptop().address() + path(mail));
        assertThat(mail.html()).contains(stage.laptop().address() + path(mail));
    }

    @Test
    void aTokenThatNobodyWasMailedLeadsNowhere() {
        var nowhere = "/unsubscribe/address.abc.AAAAAAAAAAAAAAAAAAAAAA";

        assertThat(send("GET", nowhere, Map.of(), "").status()).isEqualTo(404);
        assertThat(send("POST", nowhere, Map.of(), "").status()).isEqualTo(404);
    }
}
