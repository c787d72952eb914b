package be.leerkring.platform.markup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkupTest {

    /** Short for tests: {@code |} between blocks, {@code /} between lines, a list in brackets. */
    private static String shape(String text) {
        var shape = new StringBuilder();
        for (var block : Markup.of(text).blocks()) {
            switch (block) {
                case Markup.Paragraph(var lines, _) -> shape.append(words(lines));
                case Markup.Points points -> {
                    shape.append(points.numbered() ? "#[" : "[");
                    for (var point : points.points()) {
                        shape.append(point.number() == 0 ? "" : point.number() + " ")
                                .append(words(point.text()))
                                .append(';');
                    }
                    shape.append(']');
                }
            }
            shape.append('|');
        }
        return shape.toString();
    }

    private static String words(List<Line> lines) {
        return String.join("/", lines.stream().map(Line::words).toList());
    }

    private static String links(String text) {
        return links(Line.of(text));
    }

    private static String links(Line line) {
        var all = new StringBuilder();
        line.pieces().stream().filter(Line.Piece::isLink).forEach(piece -> all.append(piece.words())
                .append(" -> ")
                .append(piece.address())
                .append(' '));
        return all.toString().strip();
    }

    @Test
    void anEmptyLinePartsParagraphsAndALineEndIsKept() {
        assertThat(shape("Eén\r\ntwee\r\n\r\n\r\n  \ndrie")).isEqualTo("Eén/twee|drie|");
        assertThat(shape("\n\n")).isEmpty();
        assertThat(Markup.of(" ").isEmpty()).isTrue();
    }

    @Test
    void linesWithAMarkAreAList() {
        assertThat(shape("Breng mee:\n- pen\n* papier\n• uw badge\nTot dan!")).isEqualTo(
                "Breng mee:|[pen;papier;uw badge;]|Tot dan!|");
        assertThat(shape("1. eerst\n2) dan\n\n3. ten slotte")).isEqualTo("#[1 eerst;2 dan;3 ten slotte;]|");
        assertThat(shape("- pen\n  en inkt\n- papier\n\n- nog iets\n\nSlot")).isEqualTo(
                "[pen/en inkt;papier;nog iets;]|Slot|");
        assertThat(shape("- a\n1. b")).isEqualTo("[a;]|#[1 b;]|");
    }

    @Test
    void aNumberedListKeepsItsNumbersWhereTheyGoOn() {
        assertThat(shape("1. a\n1. b\n1. c")).isEqualTo("#[1 a;2 b;3 c;]|");
        assertThat(shape("1. a\n3. b")).isEqualTo("#[1 a;3 b;]|");
        var points = (Markup.Points) Markup.of("1. a\n2. b\n5. c").blocks().getFirst();
        assertThat(points.jump(1)).isNull();
        assertThat(points.jump(2)).isEqualTo(5);
    }

    /** None of this is markup for those who never heard of it. */
    @ParameterizedTest
    @ValueSource(strings = {
            "23. maart 2017 om 10 uur", "2017. Een goed jaar", "-5 graden", "- ", "**vet** en _schuin_ en a*b*c",
            "# 1 van de 3", "> 50 deelnemers", "    vier spaties", "<b>vet</b> & <script>alert(1)</script>", "`code`",
            "een \\* ster", "&amp; &euro;", "---", "a | b", "![x](y)", "[x](javascript:alert(1))", "[x] (y)"})
    void nothingElseMeansAnything(String text) {
        assertThat(shape(text)).isEqualTo(text.strip() + "|");
        assertThat(Line.of(text).pieces()).noneMatch(Line.Piece::isLink);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Zie https://www.voorbeeld.be/agenda?x=1&y=2. | https://www.voorbeeld.be/agenda?x=1&y=2",
            "(https://nl.wikipedia.org/wiki/Muntplein_(Brussel)) | https://nl.wikipedia.org/wiki/Muntplein_(Brussel)",
            "“https://x.be/a”, ja | https://x.be/a",
            "‘https://x.be/q’. | https://x.be/q",
            "lees https://x.be/a… | https://x.be/a",
            "HTTPS://X.BE/A! | https://x.be/A",
            "www.vlaio.be, en meer | https://www.vlaio.be",
            "www.café-cluster.be | https://www.xn--caf-cluster-dbb.be",
            "http://x.be:8080/p;q | http://x.be:8080/p;q",
            "mail jan.o'neil@vlaio.be! | mailto:jan.o'neil@vlaio.be",
            "A&B@Vlaio.be; | mailto:A%26B@vlaio.be",
            "jan@café.be | mailto:jan@xn--caf-dma.be",
            "<https://x.be/a> | https://x.be/a"})
    void anAddressIsALinkWithoutWhatFollowsIt(String text, String address) {
        var links = Line.of(text).pieces().stream().filter(Line.Piece::isLink).toList();
        assertThat(links).extracting(Line.Piece::address).containsExactly(address);
        assertThat(Line.of(text).words()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "javascript://x.be/%0aalert(1)", "ftp://x.be/a", "https://bank.be@evil.be/x", "https://jan:geheim@x.be",
            "http://localhost", "data:text/html,x", "x@y", "https://", "voorbeeld.be"})
    void whatLeadsNowhereOrElsewhereIsNoLink(String text) {
        assertThat(links(text)).isEmpty();
        assertThat(Line.of(text).words()).isEqualTo(text);
    }

    @Test
    void aLinkCanHaveAName() {
        assertThat(links("Lees [de oproep](https://x.be/a_(b)) en [meer](HTTP://y.be)."))
                .isEqualTo("de oproep -> https://x.be/a_(b) meer -> http://y.be");
        assertThat(Markup.of("Lees [de oproep](https://x.be/a).").plainText())
                .isEqualTo("Lees de oproep (https://x.be/a).");
    }

    @Test
    void noNameHidesAnotherAddress() {
        assertThat(links("[https://bank.be](https://evil.be)"))
                .isEqualTo("https://bank.be -> https://bank.be https://evil.be -> https://evil.be");
        assertThat(links(Line.ofVisitor("[hier](https://evil.be)"))).isEqualTo("https://evil.be -> https://evil.be");
    }

    @Test
    void plainTextIsWhatPeopleType() {
        var text = "Beste\nJan\n\nBreng mee:\n- pen\n- papier van https://x.be/a\n  en inkt\n\n"
                + "1. a\n3. b\n\nMail jan@x.be";
        assertThat(Markup.of(text).plainText()).isEqualTo(text);
        assertThat(Markup.of("* a\r\n\r\n• b").plainText()).isEqualTo("- a\n- b");
    }

    @Test
    void aSummaryEndsBetweenTwoWords() {
        assertThat(Markup.of("Een\n\n- twee\n- drie").summary(100)).isEqualTo("Een twee drie");
        assertThat(Markup.of("Een twee drie").summary(12)).isEqualTo("Een twee …");
        assertThat(Markup.of("Eentweedrievier").summary(8)).hasSizeLessThanOrEqualTo(8).endsWith(" …");
        assertThat(Markup.of("😀😀😀😀😀😀😀😀").summary(7)).isEqualTo("😀😀 …");
    }

    @Test
    void aTextOfNothingButMarksIsReadInAMoment() {
        for (var mark : new String[] {"- x\n", "1. x\n", "[", "[x](https://(", "(https://x.be/", "www.", "@.@",
                "://"}) {
            assertThat(Markup.of(mark.repeat(20_000 / mark.length())).blocks()).isNotEmpty();
        }
    }
}
