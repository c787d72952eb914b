package be.leerkring.meetings.memory;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.network.organisation.Organisation;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An order of organisations that tells nobody who is who: by HMAC-SHA256 (RFC 2104) of their ids, with a key of 256
 * random bits that is drawn once and kept for good. So it is the same on every look, and nothing that anybody knows or
 * tries says whether a guess of it is right.
 */
public final class SecretOrder {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String key;

    private SecretOrder(String key) {
        this.key = key;
    }

    /** One that nobody knows yet. */
    public static SecretOrder fresh() {
        var bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return new SecretOrder(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** The one with this key. */
    public static SecretOrder of(String key) {
        return new SecretOrder(key);
    }

    /** The key, for its item and for nothing else. */
    String key() {
        return key;
    }

    /** These organisations in the order. */
    public List<Organisation> of(List<Organisation> organisations) {
        var places = organisations.stream()
                .map(Organisation::id)
                .distinct()
                .collect(Collectors.toMap(Function.identity(), this::place));
        return organisations.stream()
                .sorted(Comparator.comparing(organisation -> places.get(organisation.id())))
                .toList();
    }

    private String place(String id) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(id.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError("Every Java platform has HMAC-SHA256", impossible);
        }
    }
}
