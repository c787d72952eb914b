package be.leerkring.platform.mail;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What is known of a mail that was decided. These are all transitions, and who makes them:
 *
 * <ul>
 *   <li>{@code QUEUED} to {@code CLAIMED}: a sender, by a conditional write with a lease
 *   <li>{@code CLAIMED} to {@code CLAIMED}: another sender, once the lease has run out
 *   <li>{@code CLAIMED} to {@code QUEUED}: its sender, when SES did not take it now
 *   <li>{@code CLAIMED} to {@code SENT}: its sender, by SES's answer; or SES's report that it has the mail, when the
 *       sender died before it could write that down
 *   <li>{@code CLAIMED} to {@code SUPPRESSED}: its sender, when the address takes no mail
 *   <li>{@code CLAIMED} to {@code FAILED}: its sender, when SES will never take it, or did not for a day
 *   <li>{@code FAILED} to {@code QUEUED}: an organiser who lets it be tried again
 *   <li>{@code SENT} and whatever SES reports later to what is further down here: SES's reports, which come in any
 *       order and more than once
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
    /** The reader's server will not have it. */
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

    /** Whether its reader does not have it, and somebody should know. */
    public boolean isTrouble() {
        return this == BOUNCED || this == COMPLAINED || this == FAILED;
    }

    /** The states in which a report of this one says something new. */
    List<MailState> before() {
        return Arrays.stream(values()).takeWhile(state -> state != this).toList();
    }
}
