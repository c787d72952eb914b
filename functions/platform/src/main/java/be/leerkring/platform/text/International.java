package be.leerkring.platform.text;

import com.ibm.icu.text.IDNA;
import java.lang.Character.UnicodeScript;
import java.util.EnumSet;
import java.util.Optional;

/** Domains with letters beyond ASCII, by UTS 46. Its tables are loaded with this class, by the first such domain. */
final class International {

    private static final IDNA UTS_46 = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII
                    | IDNA.NONTRANSITIONAL_TO_UNICODE
                    | IDNA.CHECK_BIDI
                    | IDNA.CHECK_CONTEXTJ
                    | IDNA.CHECK_CONTEXTO
                    | IDNA.USE_STD3_RULES);

    /** The end of Latin Extended-A, with which the languages of Europe can be written. */
    private static final int LAST_OF_EUROPE = 0x17F;

    /** Latin letters of Europe that look like another one. */
    private static final String LOOK_ALIKE = "ıĸŀŉſ";

    private International() {}

    /** The domain in ASCII; empty where UTS 46 finds anything wrong with it. */
    static Optional<String> toAscii(String domain) {
        var errors = new IDNA.Info();
        var ascii = UTS_46.nameToASCII(domain, new StringBuilder(), errors).toString();
        return errors.hasErrors() ? Optional.empty() : Optional.of(ascii);
    }

    /** The domain in its own letters where they can be taken for no others, or else as it is. */
    static String shown(String ascii) {
        var errors = new IDNA.Info();
        var domain = UTS_46.nameToUnicode(ascii, new StringBuilder(), errors).toString();
        return !errors.hasErrors() && isUnmistakable(domain) ? domain : ascii;
    }

    private static boolean isUnmistakable(String domain) {
        var scripts = EnumSet.noneOf(UnicodeScript.class);
        domain.codePoints().mapToObj(UnicodeScript::of).forEach(scripts::add);
        scripts.remove(UnicodeScript.COMMON);
        scripts.remove(UnicodeScript.INHERITED);
        return scripts.size() == 1
                && domain.codePoints().allMatch(International::isWritten)
                && (!scripts.contains(UnicodeScript.LATIN) || domain.codePoints().allMatch(International::isOfEurope));
    }

    /** Letters, and the marks without which some scripts have no words; a slash that is none looks like one. */
    private static boolean isWritten(int codePoint) {
        return codePoint < 0x80
                || Character.isLetter(codePoint)
                || Character.getType(codePoint) == Character.NON_SPACING_MARK
                || Character.getType(codePoint) == Character.COMBINING_SPACING_MARK;
    }

    private static boolean isOfEurope(int codePoint) {
        return codePoint <= LAST_OF_EUROPE && LOOK_ALIKE.indexOf(codePoint) < 0;
    }
}
