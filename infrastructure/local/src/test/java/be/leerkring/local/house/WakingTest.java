package be.leerkring.local.house;

import static org.assertj.core.api.Assertions.assertThat;

import be.leerkring.emulator.template.Schedule;
import be.leerkring.emulator.template.StackFunction;
import be.leerkring.emulator.template.StackTemplate;
import be.leerkring.local.Project;
import be.leerkring.local.SiteAddresses;
import be.leerkring.platform.request.Waking;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No function rests so long that a visitor finds it gone. */
class WakingTest {

    /** AWS, "Activating and managing Lambda SnapStart": a snapshot that nobody used for 14 days is let go of. */
    private static final Duration SNAPSHOT = Duration.ofDays(13);

    /** Nowhere promised, but long seen: an environment stays for some minutes after its last event. */
    private static final Duration ENVIRONMENT = Duration.ofMinutes(5);

    private final List<StackFunction> functions = StackTemplate
            .read(Project.root().resolve("template.yaml"))
            .functions();

    @Test
    void whateverHasASnapshotIsWokenBeforeItIsLetGo() {
        assertThat(functions).filteredOn(StackFunction::snapStart).isNotEmpty().allSatisfy(
                function -> assertThat(wakings(function)).singleElement().satisfies(
                        every -> assertThat(every).isLessThanOrEqualTo(SNAPSHOT)));
    }

    /** A snapshot that is made anew answers nobody, and a mail program that pressed a button does not come again. */
    @Test
    void whatTakesAPressFromAMailHasNoSnapshotAndStaysWarm() {
        assertThat(functions).filteredOn(WakingTest::takesPresses).hasSize(4).allSatisfy(function -> {
            assertThat(function.snapStart()).isFalse();
            assertThat(wakings(function)).containsExactly(ENVIRONMENT);
        });
    }

    private static boolean takesPresses(StackFunction function) {
        return function.routes().stream()
                .anyMatch(route -> route.path().contains("{token}") && !SiteAddresses.isOfDesk(route.path()));
    }

    @Test
    void whatRunsByItselfHasNoSnapshotAndWakesItself() {
        assertThat(functions).filteredOn(function -> function.routes().isEmpty()).isNotEmpty().allSatisfy(function -> {
            assertThat(function.snapStart()).isFalse();
            assertThat(wakings(function)).isEmpty();
        });
    }

    @Test
    void noScheduleOfTheSiteDoesAnythingElse() {
        assertThat(functions).filteredOn(function -> !function.routes().isEmpty())
                .allSatisfy(function -> assertThat(function.schedules()).hasSameSizeAs(wakings(function)));
    }

    private static List<Duration> wakings(StackFunction function) {
        return function.schedules().stream().filter(WakingTest::wakes).flatMap(WakingTest::every).toList();
    }

    /** As Lambda's own reader hands the event over. */
    private static boolean wakes(Schedule schedule) {
        var reader = LambdaEventSerializers.serializerFor(
                APIGatewayV2HTTPEvent.class, WakingTest.class.getClassLoader());
        return !schedule.input().isEmpty() && Waking.is(reader.fromJson(schedule.input()));
    }

    private static Stream<Duration> every(Schedule schedule) {
        return schedule instanceof Schedule.Rate rate ? Stream.of(rate.every()) : Stream.empty();
    }
}
