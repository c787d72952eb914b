package be.leerkring.platform.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Environments that resume one snapshot don't wait alike. A copy of what draws the waits stands for the snapshot's. */
class ContentionTest {

    @Test
    void twoThatResumeFromOneStateDrawDifferentWaits() throws Exception {
        assertThat(drawn(resumed(Contention.RANDOM))).isNotEqualTo(drawn(resumed(Contention.RANDOM)));
    }

    /** So the copy is one: whose state is all in the JVM draws alike. */
    @Test
    void twoOfAnOrdinaryGeneratorWouldDrawTheSame() throws Exception {
        var ordinary = new Random();

        assertThat(drawn(resumed(ordinary))).isEqualTo(drawn(resumed(ordinary)));
    }

    private static RandomGenerator resumed(Random generator) throws Exception {
        var state = new ByteArrayOutputStream();
        try (var writer = new ObjectOutputStream(state)) {
            writer.writeObject(generator);
        }
        try (var reader = new ObjectInputStream(new ByteArrayInputStream(state.toByteArray()))) {
            return (RandomGenerator) reader.readObject();
        }
    }

    private static List<Long> drawn(RandomGenerator generator) {
        return LongStream.generate(() -> generator.nextLong(640_000_000)).limit(12).boxed().toList();
    }
}
