package be.leerkring.mailer;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;

/**
 * What the functions that send mail are told by the template. A variable that is missing stops them at start, by its
 * name. The function that unsubscribes sends nothing and stands behind the site, whose address it therefore can't know:
 * there is none of this in it, nor of what depends on it.
 */
@Singleton
@Requires(property = "site.address")
final class MailerConfiguration {

    private final String sender;
    private final String networkName;
    private final List<String> organisers;
    private final String siteAddress;
    private final String configurationSet;
    private final int sendingRate;

    MailerConfiguration(
            @Value("${SENDER}") String sender,
            @Value("${NETWORK_NAME}") String networkName,
            @Value("${ORGANISERS}") String organisers,
            @Value("${SITE_ADDRESS}") String siteAddress,
            @Value("${CONFIGURATION_SET}") String configurationSet,
            @Value("${SENDING_RATE}") int sendingRate) {
        this.sender = sender;
        this.networkName = networkName;
        this.organisers = Arrays.stream(organisers.split(",")).map(String::strip).toList();
        this.siteAddress = siteAddress;
        this.configurationSet = configurationSet;
        this.sendingRate = sendingRate;
    }

    /** The address that mails come from. */
    String sender() {
        return sender;
    }

    /** The name that mails come from. */
    String networkName() {
        return networkName;
    }

    /** Where answers go: to people who read them. */
    List<String> organisers() {
        return organisers;
    }

    /** The site's public address, without a slash at its end. */
    String siteAddress() {
        return siteAddress;
    }

    /** The SES configuration set that mails are sent with. */
    String configurationSet() {
        return configurationSet;
    }

    /** How many mails a second SES takes from this account, at the most; from 1. */
    int sendingRate() {
        return sendingRate;
    }
}
