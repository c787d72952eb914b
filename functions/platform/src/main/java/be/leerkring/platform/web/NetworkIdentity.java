package be.leerkring.platform.web;

import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;

/** Whose site this is. */
@Singleton
public final class NetworkIdentity {

    private final String name;
    private final String organiser;

    public NetworkIdentity(@Value("${NETWORK_NAME}") String name, @Value("${NETWORK_ORGANISER}") String organiser) {
        this.name = name;
        this.organiser = organiser;
    }

    /** The network's own name. */
    public String name() {
        return name;
    }

    /** Who runs it. */
    public String organiser() {
        return organiser;
    }
}
