package be.leerkring.platform.mail;

import be.leerkring.platform.language.Languages;
import be.leerkring.platform.templates.StaticTemplates;
import be.leerkring.platform.web.NetworkIdentity;
import gg.jte.Content;
import jakarta.inject.Singleton;

/**
 * Shows a mail on a page before it is decided: the very letter that its reader will get, in the clothes of the page. A
 * mail's own HTML brings styles of its own, which the policy of our pages does not allow.
 */
@Singleton
public final class MailPreview {

    private final Languages languages;
    private final NetworkIdentity network;

    MailPreview(Languages languages, NetworkIdentity network) {
        this.languages = languages;
        this.network = network;
    }

    /** The mail; its buttons and references lead nowhere. */
    public Content of(Mail mail) {
        return new StaticTemplates().mailpreview(mail, network, languages.texts(mail.language()));
    }
}
