package be.leerkring.platform.language;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SlugTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Industrie 4.0 en circulaire economie | industrie-4-0-en-circulaire-economie",
            "  Eén thema’s café: coöperatie & œuvre!  | een-themas-cafe-cooperatie-oeuvre",
            "Straße nach Łódź, Ærø | strasse-nach-lodz-aero",
            "Ένα δίκτυο που μαθαίνει: Θεσσαλονίκη | ena-diktyo-pou-mathainei-thessaloniki",
            "ﬁnanciering ② | financiering-2",
            "İstanbul | istanbul",
            "学习 | ''",
            "--- | ''"
    })
    void aTitleBecomesWhatCanBeReadInAnAddress(String title, String slug) {
        assertThat(Slug.of(title, 60)).isEqualTo(slug);
    }

    @ParameterizedTest
    @CsvSource({
            "samen leren over netwerken, 20, samen-leren-over",
            "samen leren over netwerken, 11, samen-leren",
            "kwaliteitsverbeteringstrajecten, 10, kwaliteits",
            "a kwaliteitsverbeteringstraject, 10, a-kwalitei"
    })
    void aLongOneEndsWithAWholeWordWhereOneFits(String title, int longest, String slug) {
        assertThat(Slug.of(title, longest)).isEqualTo(slug);
    }

    @Property
    void whateverIsTypedBecomesAnIdOrNothing(@ForAll String title, @ForAll @IntRange(min = 8, max = 60) int longest) {
        assertThat(Slug.of(title, longest)).matches("([a-z0-9]+(-[a-z0-9]+)*)?").hasSizeLessThanOrEqualTo(longest);
    }

    @Property
    void aSlugIsItsOwn(@ForAll String title) {
        var slug = Slug.of(title, 60);
        assertThat(Slug.of(slug, 60)).isEqualTo(slug);
        assertThat(Slug.of(slug.replace('-', ' '), 60)).isEqualTo(slug);
    }
}
