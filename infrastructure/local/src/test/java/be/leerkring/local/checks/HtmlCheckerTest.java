package be.leerkring.local.checks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlCheckerTest {

    @Test
    void aGoodDocumentPassesAndABadOneDoesNotEachTimeAnew() {
        var good = "<!DOCTYPE html><html lang=\"en\"><title>t</title><p>text</p></html>";
        var checker = new HtmlChecker();
        assertThat(checker.check(good)).isEmpty();
        assertThat(checker.check(good.replace("<p>", "<p role=\"nothing\">"))).hasSize(1);
        assertThat(checker.check(good.replace("</p>", "</section>"))).isNotEmpty();
        assertThat(checker.check(good)).isEmpty();
    }
}
