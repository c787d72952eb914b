package be.leerkring.desk;

import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.table.Item;
import be.leerkring.platform.table.Key;
import be.leerkring.platform.table.Write;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Who may work at the desk: the addresses that the template's parameter lists, and those whom an organiser invited. The
 * latter are one item; a network has a handful. It stands apart from what the site's public functions may write.
 */
@Singleton
public final class Organisers {

    private static final Key KEY = new Key("DESK", "ORGANISERS");

    private final List<String> listed;

    public Organisers(@Value("${ORGANISERS}") String listed) {
        this.listed = Arrays.stream(listed.split(","))
                .map(typed -> EmailAddress.parse(typed).map(EmailAddress::text).orElse(typed.strip()))
                .toList();
    }

    /** Whom an organiser invited, by whom, and when. */
    public record Invited(String address, String by, Instant at) {}

    /**
     * All who may work at the desk.
     *
     * @param listed by the template's parameter; only a deploy changes them
     * @param revision of the list of those who were invited
     */
    public record All(List<String> listed, List<Invited> invited, long revision) {

        /** Whether the address is an organiser's; in lower case. */
        public boolean has(String address) {
            return addresses().anyMatch(address::equals);
        }

        /** Everybody's address. */
        public Stream<String> addresses() {
            return Stream.concat(listed.stream(), invited.stream().map(Invited::address));
        }
    }

    /** Where those who were invited stand. */
    public Key key() {
        return KEY;
    }

    /** All organisers, by what was read. */
    public All in(Map<Key, Item> found) {
        var item = found.get(KEY);
        return item == null
                ? new All(listed, List.of(), 0)
                : new All(
                        listed,
                        item.items("organisers").stream()
                                .map(part -> new Invited(
                                        part.required("address"),
                                        part.required("by"),
                                        part.requiredMoment("at")))
                                .toList(),
                        item.count("revision"));
    }

    /** The write of those who were invited; refused when they changed since this was read. */
    public Write put(All read, List<Invited> invited) {
        return Write.putNext(
                Item.at(KEY)
                        .with("revision", read.revision() + 1)
                        .with(
                                "organisers",
                                invited.stream()
                                        .map(one -> Item.map()
                                                .with("address", one.address())
                                                .with("by", one.by())
                                                .with("at", one.at()))
                                        .toList()),
                read.revision());
    }
}
