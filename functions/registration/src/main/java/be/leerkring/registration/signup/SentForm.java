package be.leerkring.registration.signup;

import static java.nio.charset.StandardCharsets.UTF_8;

import be.leerkring.platform.mail.EmailAddress;
import be.leerkring.platform.web.FormText;
import be.leerkring.registration.form.MistypedAddress;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.micronaut.http.exceptions.HttpStatusException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * A form as it was sent, for the page after it: that names the address, and lets one correct it or have the mail again
 * without filling in the rest anew. It stays with whoever sent it, in a cookie of half an hour that goes to that page
 * alone; so no URL, no log and no table has it.
 *
 * @param fields as they were sent
 * @param mails how often the mail was asked for at this address
 */
public record SentForm(Map<String, String> fields, int mails) {

    static final String COOKIE = "sent-form";

    /** As many mails an hour go to one address about one session ({@code UnprovenMails}): more would leave later. */
    private static final int MOST_MAILS = 3;

    /** Browsers keep 4096 bytes a cookie, its name and attributes among them (RFC 6265, section 6.1). */
    private static final int LONGEST = 3500;

    /** Many times what a form holds that fits. */
    private static final int LONGEST_READ = 64 * 1024;

    static final Duration KEPT = Duration.ofMinutes(30);

    /** Sent for the first time. */
    static SentForm first(FormText form) {
        return new SentForm(form.sent(), 1);
    }

    /** The same with this address, or the one that the form proposed; how often its mail was asked for, one more. */
    SentForm at(FormText typed) {
        var next = new HashMap<>(fields);
        next.remove(MistypedAddress.MEANT);
        typed.sent().forEach(next::put);
        var corrected = new SentForm(next, 1);
        return corrected.address().equals(address()) ? new SentForm(next, mails + 1) : corrected;
    }

    /** What the cookie brings back; empty where it is not there, or not ours. */
    static Optional<SentForm> read(@Nullable String cookie) {
        if (cookie == null) {
            return Optional.empty();
        }
        var dot = cookie.indexOf('.');
        if (dot != 1 || !Character.isDigit(cookie.charAt(0))) {
            return Optional.empty();
        }
        try (var inflated = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(cookie.substring(dot + 1))))) {
            var form = FormText.read(inflated.readNBytes(LONGEST_READ));
            return Optional.of(new SentForm(form.sent(), cookie.charAt(0) - '0'));
        } catch (IOException | IllegalArgumentException | HttpStatusException notOurs) {
            return Optional.empty();
        }
    }

    /** The cookie that brings it back; one that would be too long has the address alone. */
    Cookie cookie(String path, boolean secure) {
        var whole = text(fields);
        return Cookie.of(COOKIE, whole.length() <= LONGEST ? whole : text(Map.of("email", email())))
                .path(path)
                .maxAge(KEPT)
                .httpOnly(true)
                .secure(secure)
                .sameSite(SameSite.Lax);
    }

    private String text(Map<String, String> some) {
        var packed = new ByteArrayOutputStream();
        try (var deflated = new DeflaterOutputStream(packed)) {
            deflated.write(some.entrySet().stream()
                    .map(field -> URLEncoder.encode(field.getKey(), UTF_8) + "="
                            + URLEncoder.encode(field.getValue(), UTF_8))
                    .collect(Collectors.joining("&"))
                    .getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory failed", impossible);
        }
        return Math.min(mails, 9) + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
    }

    private String email() {
        return fields.getOrDefault("email", "");
    }

    FormText text() {
        return new FormText(Map.copyOf(fields));
    }

    RegistrationForm form() {
        return RegistrationForm.of(text());
    }

    /** The address that the mail goes to, as people read it; the empty text where there is none. */
    public String address() {
        return form().address().map(EmailAddress::shown).orElse("");
    }

    /** Whether the rest of the form is here too. */
    public boolean isWhole() {
        return !form().name().isEmpty();
    }

    /** Whether the mail can be had again within the hour. */
    public boolean canBeMailedAgain() {
        return mails < MOST_MAILS;
    }
}
