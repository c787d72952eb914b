package be.leerkring.platform.web;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** Whose site this is. */
@Singleton
public final class NetworkIdentity {

    private final String name;
    private final String organiser;
    private final String contact;

    public NetworkIdentity(
            @Value("${NETWORK_NAME}") String name,
            @Value("${NETWORK_ORGANISER}") String organiser,
            @Value("${CONTACT}") String contact) {
        this.name = name;
        this.organiser = organiser;
        this.contact = contact;
    }

    /** The network's own name. */
    public String name() {
        return name;
    }

    /** Who runs it. */
    public String organiser() {
        return organiser;
    }

    /** The mail address at which visitors reach the organisers. */
    public String contact() {
        return contact;
    }
}
