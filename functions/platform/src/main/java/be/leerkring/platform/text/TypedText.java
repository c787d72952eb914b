package be.leerkring.platform.text;

import java.text.Normalizer;

/** Text as it came from somebody's keyboard, clipboard or spreadsheet. */
public final class TypedText {

    /**
     * What shows nothing wherever it stands, from and to: Unicode's property {@code Default_Ignorable_Code_Point},
     * which Java does not know.
     */
    private static final int[][] IGNORABLE = {
            {0xAD, 0xAD}, {0x34F, 0x34F}, {0x61C, 0x61C}, {0x115F, 0x1160}, {0x17B4, 0x17B5}, {0x180B, 0x180F},
            {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x206F}, {0x3164, 0x3164}, {0xFE00, 0xFE0F}, {0xFEFF, 0xFEFF},
            {0xFFA0, 0xFFA0}, {0xFFF0, 0xFFF8}, {0x1BCA0, 0x1BCA3}, {0x1D173, 0x1D17A}, {0xE0000, 0xE0FFF}};

    /** No field of ours takes more, but for one of plain letters: a longer text is not composed. */
    private static final int LONGEST = 10_000;

    private static final int NEXT_LINE = 0x85;
    private static final int COLOURED = 0xFE0F;
    private static final int FIRST_TAG = 0xE0020;
    private static final int LAST_TAG = 0xE007F;

    private TypedText() {}

    /**
     * The text in Unicode form C, without what nobody sees at its ends: white space and whatever else shows nothing, by
     * Unicode's properties. What makes one picture of an emoji stays with it.
     */
    public static String line(String typed) {
        return seen(typed.length() > LONGEST ? typed : Normalizer.normalize(typed, Normalizer.Form.NFC));
    }

    private static String seen(String text) {
        int end = text.length();
        while (end > 0 && isUnseen(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        int start = 0;
        while (start < end && isUnseen(text.codePointAt(start))) {
            start += Character.charCount(text.codePointAt(start));
        }
        return text.substring(start, start < end ? endOfPicture(text, end) : end);
    }

    /** White space, by Unicode's property of this name, or ignorable. */
    private static boolean isUnseen(int codePoint) {
        return Character.isSpaceChar(codePoint)
                || (codePoint >= '\t' && codePoint <= '\r')
                || codePoint == NEXT_LINE
                || isIgnorable(codePoint);
    }

    /** Whether this shows nothing wherever it stands, and takes no room either. */
    static boolean isIgnorable(int codePoint) {
        for (var range : IGNORABLE) {
            if (codePoint <= range[1]) {
                return codePoint >= range[0];
            }
        }
        return false;
    }

    private static int endOfPicture(String text, int end) {
        var last = text.codePointBefore(end);
        int after = end;
        if (last >= 0x80 && Character.isEmoji(last)) {
            while (after < text.length() && belongsToPicture(text.codePointAt(after))) {
                after += Character.charCount(text.codePointAt(after));
            }
        }
        return after;
    }

    private static boolean belongsToPicture(int codePoint) {
        return codePoint == COLOURED || (codePoint >= FIRST_TAG && codePoint <= LAST_TAG);
    }

    /** Whether the text has a letter that can be seen: what has none is nobody's name. */
    public static boolean hasLetter(String text) {
        return text.codePoints().anyMatch(TypedText::isLetter);
    }

    /** Whether the text has a letter or a digit that can be seen: what has neither is the name of nothing. */
    public static boolean hasLetterOrDigit(String text) {
        return text.codePoints().anyMatch(codePoint -> isLetter(codePoint) || Character.isDigit(codePoint));
    }

    private static boolean isLetter(int codePoint) {
        return Character.isLetter(codePoint) && !isUnseen(codePoint);
    }
}
