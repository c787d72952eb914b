package be.leerkring.feedback.results;

import be.leerkring.desk.Change;
import be.leerkring.network.session.Session;
import be.leerkring.platform.web.FormErrors;
import java.util.List;
import java.util.Optional;

/**
 * The page on which organisers reply to what people said of a session.
 *
 * @param conflict how what stands differs from the form, where somebody else changed it meanwhile
 */
public record ReplySheet(Session session, ReplyForm form, FormErrors errors, Optional<List<Change>> conflict) {}
