package be.leerkring.platform.mail;

import be.leerkring.platform.table.Attribute;
import be.leerkring.platform.table.Item;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What is known of a mail that was decided. These are all transitions, and who makes them; each is one conditional
 * write, so that of two who try one succeeds:
 *
 * <ul>
 *   <li>nothing to {@code QUEUED}: the transaction of the change that causes the mail
 *   <li>{@code QUEUED} to {@code CLAIMED}: a sender, for as long as its lease runs
 *   <li>{@code CLAIMED} to {@code CLAIMED}: another sender, the sweep, once that lease has run out
 *   <li>{@code CLAIMED} to {@code QUEUED}: its sender, when SES did not take the mail now, or nothing can be made of it
 *   <li>{@code CLAIMED} to {@code SENT}: its sender, by SES's answer
 *   <li>{@code CLAIMED} to {@code SUPPRESSED}: its sender, when the address takes no mail, or none of its kind
 *   <li>{@code CLAIMED} to {@code FAILED}: its sender, when SES will never take it, or did not for a day
 *   <li>{@code FAILED} or {@code SUPPRESSED} to {@code QUEUED}: an organiser who lets it be tried again
 *   <li>any to {@code SENT}, {@code DELAYED}, {@code DELIVERED}, {@code BOUNCED}, {@code COMPLAINED} or {@code FAILED}
 *       that stands further down here: a report of SES, which come in any order and more than once. So a mail is
 *       {@code SENT} too when its sender died, or never heard SES's answer, before it could write that down
 * </ul>
 *
 * <p>What SES reports only ever moves a mail down this list.
 */
public enum MailState {
    /** It is decided, and waits to be sent. */
    QUEUED,
    /** Somebody is at it. */
    CLAIMED,
    /** SES has it. */
    SENT,
    /** SES tries to deliver it, and is put off by the reader's server. */
    DELAYED,
    /** The reader's server has it. */
    DELIVERED,
    /** The reader's server will not have it, for good or for now; SES has given up. */
    BOUNCED,
    /** The reader has said that it is spam. */
    COMPLAINED,
    /** It was not handed to SES, for its address takes no mail, or none of this kind. */
    SUPPRESSED,
    /** It will not be sent. */
    FAILED;

    /** As it is written in texts' keys: {@code delivered}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether nothing more is to be done to send it. */
    public boolean isFinished() {
        return this != QUEUED && this != CLAIMED;
    }

    /** Whether its reader does not have it, and somebody should know; {@link MailRecord#isTrouble} knows more. */
    public boolean isTrouble() {
        return this == BOUNCED || this == COMPLAINED || this == FAILED;
    }

    /** The states in which a report of this one says something new. */
    List<MailState> before() {
        return Arrays.stream(values()).takeWhile(state -> state != this).toList();
    }

    /** As it stands in an item. */
    Attribute value() {
        return Item.text(name());
    }
}
