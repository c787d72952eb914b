package be.leerkring.programme.statement;

import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.web.View;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.regions.Region;

/** What the statements say of this site and of no other: where it runs, and whom one can turn to. */
@Singleton
public final class Facts {

    /** When somebody last compared the statement on accessibility with the site. */
    private static final LocalDate LOOKED_AT = LocalDate.of(2026, 11, 28);

    /** So far back DynamoDB can restore a table (AWS: "Point-in-time backups for DynamoDB"). */
    private static final Duration BACKED_UP = Duration.ofDays(35);

    private final String region;
    private final String domain;
    private final String officer;
    private final long logged;

    Facts(
            @Value("${aws.region}") String region,
            @Value("${FRONT_DOMAIN}") String domain,
            @Value("${PRIVACY_CONTACT}") String officer,
            @Value("${LOG_RETENTION}") long logged) {
        this.region = region;
        this.domain = domain;
        this.officer = officer;
        this.logged = logged;
    }

    /**
     * Somebody to turn to.
     *
     * @param name with the address by post
     * @param site a complete https address
     */
    public record Authority(String name, String site) {}

    /** Where the data are: {@code eu-west-1 (Europe (Ireland))}. */
    public String region() {
        var metadata = Region.of(region).metadata();
        return metadata == null ? region : metadata.description() + ", " + region;
    }

    /** The services that process them. */
    public List<Service> services() {
        return Stream.of(Service.values())
                .filter(service -> service != Service.CLOUDFRONT || !domain.isEmpty())
                .toList();
    }

    /** The address of the data protection officer; can be empty. */
    public String officer() {
        return officer;
    }

    /** The address of a link that opens a mail to the officer. */
    public String officerMailto() {
        return new EmailAddress(officer).mailto();
    }

    /** For how long logs are kept. */
    public String logged(View view) {
        return Kept.length(view, Duration.ofDays(logged));
    }

    /** For how long there are backups. */
    public String backedUp(View view) {
        return Kept.length(view, BACKED_UP);
    }

    /** The day of the statement on accessibility. */
    public String lookedAt(View view) {
        return view.day(LOOKED_AT);
    }

    /** Those whom the texts that begin with this key name: as many as there are. */
    public List<Authority> authorities(View view, String key) {
        return IntStream.iterate(1, number -> view.find(key + "." + number).isPresent(), number -> number + 1)
                .mapToObj(number -> key + "." + number)
                .map(each -> new Authority(view.text(each), view.text(each + ".site")))
                .toList();
    }
}
