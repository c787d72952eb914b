package be.leerkring.organiser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FileFormTest {

    private static final String HEAD = "--edge\r\nContent-Disposition: form-data; name=\"seen\"\r\n\r\n";

    private static final String TYPE = "multipart/form-data; boundary=edge";

    private static FileForm read(String text) {
        return FileForm.read(text.getBytes(UTF_8), TYPE);
    }

    @Test
    void textsAndFilesAreTakenApartToTheByte() {
        var everyByte = new byte[256];
        for (int value = 0; value < everyByte.length; value++) {
            everyByte[value] = (byte) value;
        }
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                (HEAD + "één\r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"leden; \u00e9.csv\""
                        + "\r\nContent-Type: text/csv\r\n\r\n").getBytes(UTF_8));
        body.writeBytes(everyByte);
        body.writeBytes("\r\n--edge--\r\n".getBytes(UTF_8));

        var form = FileForm.read(body.toByteArray(), TYPE);

        assertThat(form.text("seen")).isEqualTo("één");
        assertThat(form.file("file")).isEqualTo(everyByte);
        assertThat(form.fields()).containsOnlyKeys("seen");
    }

    @Test
    void aFileThatWasNotChosenIsEmptyAndLinesStayAsTheyAre() {
        var form = read(
                HEAD + "a\r\n\r\n b \r\n--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n"
                        + "\r\n--edge--");

        assertThat(form.text("seen")).isEqualTo("a\r\n\r\n b ");
        assertThat(form.file("file")).isEmpty();
        assertThat(form.text("file")).isEmpty();
    }

    @Test
    void ofWhatIsNoSuchFormNothingIsTaken() {
        assertThat(read("").fields()).isEmpty();
        assertThat(read("seen=a").fields()).isEmpty();
        assertThat(read(HEAD + "cut off").fields()).isEmpty();
        assertThat(read("--edge\r\nname=\"x\"\r\n--edge--").fields()).isEmpty();
    }

    @Test
    void aLineThatOnlyBeginsLikeTheBoundaryEndsNothing() {
        var lines = "a\r\n--edges of the network\r\n--edge1\r\n-- edge\r\n --edge\r\nb";

        assertThat(read(HEAD + lines + "\r\n--edge--").text("seen")).isEqualTo(lines);
    }

    @Test
    void aLineOfAFileCanBeAsLongAsTheFile() {
        var line = "x;".repeat(50_000);

        assertThat(read(HEAD + line + "\r\n--edge--").text("seen")).isEqualTo(line);
    }

    @Test
    void theBoundaryMayStandBetweenQuotesAndHasToBeThere() {
        var body = (HEAD + "a\r\n--edge--").getBytes(UTF_8);

        assertThat(FileForm.read(body, "multipart/form-data; boundary=\"edge\"").text("seen")).isEqualTo("a");
        assertThat(FileForm.read(body, "multipart/form-data").fields()).isEmpty();
        assertThat(FileForm.read(body, "multipart/form-data; boundary=").fields()).isEmpty();
    }

    @Test
    void ofTwoFieldsOfOneNameTheFirstCounts() {
        assertThat(read(HEAD + "one\r\n" + HEAD + "two\r\n--edge--").text("seen")).isEqualTo("one");
    }

    @Test
    void whateverBytesComeNothingBreaks() {
        var bytes = (HEAD + "x\r\n--edge--").getBytes(ISO_8859_1);
        for (int length = 0; length < bytes.length; length++) {
            assertThat(FileForm.read(Arrays.copyOf(bytes, length), TYPE).fileFields()).isEmpty();
        }
    }
}
