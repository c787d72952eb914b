package be.leerkring.platform.links;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.MovableClock;
import be.leerkring.platform.table.TestTable;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class LinksTest {

    private static final String SUBJECT = "sessie-1.abc_DEF-9";
    private static final Duration VALID = Duration.ofHours(48);

    private final MovableClock clock = MovableClock.at(Instant.parse("2017-02-15T08:00:00Z"));
    private final TestTable database = new TestTable(clock);
    private final Links links = new Links(database.table(), clock);

    @AfterAll
    void close() {
        database.close();
    }

    private Token issue() {
        var issued = links.issue("confirm", SUBJECT, clock.instant().plus(VALID));
        database.table().write(List.of(issued.write()));
        return issued.token();
    }

    private Link follow(Token token, String purpose) {
        return links.judge(token, purpose, database.table().read(List.of(links.key(token))));
    }

    @Test
    void aLinkLeadsToItsSubjectUntilItsTimeIsOver() {
        var token = issue();

        clock.forward(VALID.minusMillis(1));
        assertThat(follow(token, "confirm")).isEqualTo(new Link.Valid(SUBJECT));

        clock.forward(Duration.ofMillis(1));
        assertThat(follow(token, "confirm")).isEqualTo(new Link.Expired(SUBJECT));
    }

    @Test
    void aLinkForOnePurposeDoesNotServeAnother() {
        assertThat(follow(issue(), "my")).isEqualTo(new Link.Unknown());
    }

    @Test
    void aTokenThatNobodyWasSentIsUnknown() {
        var token = issue();

        assertThat(follow(Token.about(SUBJECT), "confirm")).isEqualTo(new Link.Unknown());
        assertThat(follow(new Token(""), "confirm")).isEqualTo(new Link.Unknown());
        assertThat(follow(new Token(token.text().replace("sessie-1", "sessie-2")), "confirm"))
                .isEqualTo(new Link.Unknown());
    }

    @Test
    void nobodyWhoReadsTheTableCanUseALink() {
        var token = issue();
        var random = token.text().substring(token.text().lastIndexOf('.') + 1);

        assertThat(database.everything().toString()).doesNotContain(random).contains(token.hash());
    }

    @Test
    void aTokenHas128RandomBitsThatNeedNoEscaping() {
        var seen = new HashSet<String>();
        for (var i = 0; i < 1000; i++) {
            var token = Token.about(SUBJECT);
            var random = token.text().substring(SUBJECT.length() + 1);
            assertThat(Base64.getUrlDecoder().decode(random)).hasSizeGreaterThanOrEqualTo(16);
            assertThat(token.text()).matches("[A-Za-z0-9._-]+");
            assertThat(token.claimedSubject()).isEqualTo(SUBJECT);
            assertThat(seen.add(random)).isTrue();
        }
    }

    @Test
    void aDerivedValueFollowsFromTheTokenAndTheUseAndIsNotTheLinksKey() {
        var token = Token.about(SUBJECT);

        assertThat(token.derive("answer"))
                .isEqualTo(new Token(token.text()).derive("answer"))
                .isNotEqualTo(token.derive("other"))
                .isNotEqualTo(token.hash())
                .isNotEqualTo(Token.about(SUBJECT).derive("answer"));
    }

    @Test
    void aTextWithoutADotClaimsNoSubject() {
        assertThat(new Token("abc").claimedSubject()).isEmpty();
        assertThat(new Token("").claimedSubject()).isEmpty();
    }
}
