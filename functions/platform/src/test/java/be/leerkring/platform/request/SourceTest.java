package be.leerkring.platform.request;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A household counts as one, however many addresses it has. */
class SourceTest {

    @Test
    void ofAnAddressOfIpv6TheFirstSixtyFourBitsCount() {
        assertThat(Source.of("2001:db8:1:2:3:4:5:6")).isEqualTo(Source.of("2001:db8:1:2::")).endsWith("/64");
        assertThat(Source.of("2001:db8:1:2::")).isNotEqualTo(Source.of("2001:db8:1:3::"));
    }

    @Test
    void anAddressOfIpv4CountsAsItIs() {
        assertThat(Source.of("192.0.2.1")).isEqualTo("192.0.2.1").isNotEqualTo(Source.of("192.0.2.2"));
        assertThat(Source.of("::ffff:192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void whatIsNoAddressCountsAsItIs() {
        assertThat(Source.of("")).isEmpty();
        assertThat(Source.of("example.org")).isEqualTo("example.org");
    }
}
