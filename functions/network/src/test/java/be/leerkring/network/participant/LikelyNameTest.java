package be.leerkring.network.participant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People are called by their names, and nobody's mailbox is written into with something else. */
class LikelyNameTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "An", "Jean-Pierre D’Hondt", "Siobhán O'Hara", "Ελένη Παπαδοπούλου", "Łukasz Đặng", "J.P. Van den Broeck",
            "J.-P. Peeters", "St. John", "’t Jong Jan", "Maria del Carmen de la Cruz", "王小明", "عمر الخيام",
            "Zoë Claes Jr."})
    void aNameIsOne(String name) {
        assertThat(LikelyName.in(name)).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "", " ", "WIN 500 EUR", "evil.example", "www.evil.example", "https://evil.example", "evil . example",
            "bel +32 900", "jan@example.org", "een twee drie vier vijf zes zeven", "{{site}}", "<b>An</b>", "An, Bo",
            "Klik: hier", "AnAnAnAnAnAnAnAnAnAnAnAnAnAnAnAnAnAnAnAnAnAnAnAnAnAnAnAnAnAnAn", "evil。example"})
    void anythingElseIsNone(String words) {
        assertThat(LikelyName.in(words)).isEmpty();
    }
}
