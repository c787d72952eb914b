package be.leerkring.platform.web;

import be.leerkring.platform.language.Language;
import be.leerkring.platform.text.MailLink;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Whose site this is. */
@Singleton
public final class NetworkIdentity {

    private static final Pattern ARTICLE = Pattern.compile("(?<language>[a-z]{2,3})=(?<article>[^,=]+)");

    private final String name;
    private final Map<String, String> articles;
    private final String organiser;
    private final Map<String, String> organiserArticles;
    private final String organiserSite;
    private final String contact;
    private final String phone;

    public NetworkIdentity(
            @Value("${NETWORK_NAME}") String name,
            @Value("${NETWORK_ARTICLE}") String article,
            @Value("${NETWORK_ORGANISER}") String organiser,
            @Value("${NETWORK_ORGANISER_ARTICLE}") String organiserArticle,
            @Value("${NETWORK_ORGANISER_SITE}") String organiserSite,
            @Value("${CONTACT}") String contact,
            @Value("${PHONE}") String phone) {
        this.name = name;
        this.articles = articles(article);
        this.organiser = organiser;
        this.organiserArticles = articles(organiserArticle);
        this.organiserSite = organiserSite;
        this.contact = contact;
        this.phone = phone;
    }

    private static Map<String, String> articles(String setting) {
        return ARTICLE.matcher(setting)
                .results()
                .collect(Collectors.toUnmodifiableMap(one -> one.group("language"), one -> one.group("article")));
    }

    /** The network's own name. */
    public String name() {
        return name;
    }

    /** The network's name within a sentence, such as {@code het Lerend netwerk} in {@code van het Lerend netwerk}. */
    public String inSentence(Language language) {
        return with(articles, language, name);
    }

    /** Who runs it. */
    public String organiser() {
        return organiser;
    }

    /** Who runs it, within a sentence. */
    public String organiserInSentence(Language language) {
        return with(organiserArticles, language, organiser);
    }

    /** A language in which the name has no article says it alone. */
    private static String with(Map<String, String> articles, Language language, String name) {
        return Optional.ofNullable(articles.get(language.code()))
                .map(article -> article + " " + name)
                .orElse(name);
    }

    /** The address of their own site; can be empty. */
    public String organiserSite() {
        return organiserSite;
    }

    /** The mail address at which visitors reach the organisers. */
    public String contact() {
        return contact;
    }

    /** The address of a link that opens a mail to them. */
    public String mailto() {
        return MailLink.to(contact);
    }

    /** The number at which visitors reach the organisers, as people write it; can be empty. */
    public String phone() {
        return phone;
    }

    /** The address of a link that calls them (RFC 3966): digits, and what separates them is left out. */
    public String tel() {
        return "tel:" + phone.replaceAll("[^+0-9]", "");
    }
}
