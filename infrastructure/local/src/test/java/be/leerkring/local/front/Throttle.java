package be.leerkring.local.front;

import be.leerkring.emulator.template.StackTemplate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * API Gateway's throttle: a bucket that is full at first, loses a token for each request, and gets so many again each
 * second (AWS: "Throttle requests to your HTTP APIs for better throughput"). Whether every route has a bucket of its
 * own is said nowhere; one for all of them is the strictest reading.
 */
final class Throttle {

    private final int burst;
    private final int rate;
    private final Clock clock;

    private double tokens;
    private Instant filled;
    private int taken;

    Throttle(int burst, int rate, Clock clock) {
        this.burst = burst;
        this.rate = rate;
        this.clock = clock;
        this.tokens = burst;
        this.filled = clock.instant();
    }

    /** As the template sets it. */
    static Throttle of(StackTemplate template, Clock clock) {
        var site = template.resources("AWS::Serverless::HttpApi").getFirst();
        var settings = (Map<?, ?>) site.properties().get("DefaultRouteSettings");
        return new Throttle(
                Integer.parseInt(settings.get("ThrottlingBurstLimit").toString()),
                Integer.parseInt(settings.get("ThrottlingRateLimit").toString()),
                clock);
    }

    /** Whether one more request may pass now. */
    boolean lets() {
        var now = clock.instant();
        tokens = Math.min(burst, tokens + rate * Duration.between(filled, now).toMillis() / 1000.0);
        filled = now;
        if (tokens < 1) {
            return false;
        }
        tokens--;
        taken++;
        return true;
    }

    int taken() {
        return taken;
    }
}
