package be.leerkring.platform.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DomainTest {

    @ParameterizedTest
    @CsvSource({
            "Voorbeeld.BE, voorbeeld.be",
            "maßanfertigung.de, xn--maanfertigung-cdb.de",
            "MAẞANFERTIGUNG.de, xn--maanfertigung-cdb.de",
            "βόλος.com, xn--nxasmm1c.com",
            "βόλοσ.com, xn--nxasmq6b.com",
            "ΒΌΛΟΣ.com, xn--nxasmq6b.com",
            "CAFÉ.be, xn--caf-dma.be",
            "cafe\u0301.be, xn--caf-dma.be",
            "XN--CAF-DMA.be, xn--caf-dma.be",
            "exämple。be, xn--exmple-cua.be",
            "пример.рф, xn--e1afmkfd.xn--p1ai",
            "１２.com, 12.com"
    })
    void aDomainIsTheOneToWhichBrowsersGo(String typed, String ascii) {
        assertThat(Domain.parse(typed)).contains(new Domain(ascii));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "be", "a..be", "-a.be", "a-.be", "a_b.be", "127.0.0.1", "[::1]", "a b.be",
            "a\u0000.be", "xn--a.be", "xn--caf\u00e9.be", "a\u200db.be", "\u05d0a.be", "\u0301a.be", "é\ufffd.be",
            "xn--maanfertigung-CDBß.de"})
    void whatIsNoDomainIsNone(String typed) {
        assertThat(Domain.parse(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
            "xn--caf-dma.be, café.be",
            "xn--maanfertigung-cdb.de, maßanfertigung.de",
            "xn--e1afmkfd.xn--p1ai, пример.рф",
            "voorbeeld.be, voorbeeld.be"
    })
    void aDomainIsShownInItsOwnLetters(String ascii, String shown) {
        assertThat(new Domain(ascii).shown()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(strings = {"аррӏе.com", "gооgle.be", "βόλος.com", "exаmple.рф", "vlaanderеn.be", "ıban.be",
            "a⁄b.be", "пример⁄а.рф", "ɡoogle.be", "exạmple.be"})
    void aDomainThatLooksLikeAnotherOneIsShownInAscii(String typed) {
        var domain = Domain.parse(typed).orElseThrow();

        assertThat(domain.shown()).isEqualTo(domain.text()).contains("xn--");
    }

    @Property
    void whateverIsTypedIsADomainInAsciiThatStaysTheSame(@ForAll @StringLength(max = 70) String typed) {
        Domain.parse(typed + ".be").ifPresent(domain -> {
            assertThat(domain.text()).matches("[a-z0-9.-]+");
            assertThat(Domain.parse(domain.text())).contains(domain);
            assertThat(Domain.parse(domain.shown())).contains(domain);
        });
    }

    @Test
    void aDomainInAsciiNeedsNoTablesOfUnicode() throws ReflectiveOperationException {
        var parse = new WithoutIcu().loadClass(Domain.class.getName()).getMethod("parse", String.class);

        assertThat((Optional<?>) parse.invoke(null, "Voorbeeld.BE")).isPresent();
        assertThat((Optional<?>) parse.invoke(null, "127.0.0.1")).isEmpty();
        assertThatThrownBy(() -> parse.invoke(null, "café.be")).hasCauseInstanceOf(NoClassDefFoundError.class);
    }

    /** Reads this package's classes anew, where the library is not to be had. */
    private static final class WithoutIcu extends ClassLoader {

        private WithoutIcu() {
            super(DomainTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("com.ibm.icu")) {
                throw new ClassNotFoundException(name);
            }
            return name.startsWith(Domain.class.getPackageName()) && findLoadedClass(name) == null
                    ? read(name)
                    : super.loadClass(name, resolve);
        }

        private Class<?> read(String name) {
            try (var code = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
                var bytes = code.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
