package be.leerkring.organiser.signin;

import be.leerkring.desk.Organisers;
import be.leerkring.platform.mail.MailState;
import java.util.Map;

/**
 * Who works at the desk, as the page shows it.
 *
 * @param unreachable those who get no mail but the link to sign in, and why
 */
public record OrganisersSheet(Organisers.All all, Map<String, MailState> unreachable) {}
