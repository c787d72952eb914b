package be.leerkring.organiser.importing;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Optional;

/**
 * The text of a file, whichever way a spreadsheet wrote it: in UTF-8, with a byte order mark or without; in UTF-16 with
 * one, as Excel's "Unicode text"; or else in Windows-1252, as Excel in Western Europe writes a CSV file. A text in
 * Windows-1252 that has a letter with an accent is no UTF-8, but for a chance that can be neglected.
 */
final class FileText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final String MARK = "\uFEFF";

    private FileText() {}

    /** The text, without a byte order mark; empty where the file holds no text, such as a workbook. */
    static Optional<String> of(byte[] bytes) {
        var text = decoded(bytes);
        return text.indexOf('\0') >= 0 ? Optional.empty() : Optional.of(unmarked(text));
    }

    /** The text without a byte order mark, which can also be pasted along. */
    static String unmarked(String text) {
        return text.startsWith(MARK) ? text.substring(MARK.length()) : text;
    }

    private static String decoded(byte[] bytes) {
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return new String(bytes, UTF_16LE);
        }
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return new String(bytes, UTF_16BE);
        }
        try {
            return UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(bytes, WINDOWS);
        }
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length >= 2 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }
}
