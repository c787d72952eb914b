package be.leerkring.desk;

import be.leerkring.platform.web.View;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.util.List;
import java.util.Optional;

/**
 * Tells above a form what somebody else changed meanwhile; nothing where nobody did.
 *
 * @param texts what the keys of its texts begin with
 * @param differences from how it stands to what the organiser wanted; none where it was to be removed
 */
public record ConflictNotice(View view, String texts, Optional<List<Change>> differences) implements Content {

    @Override
    public void writeTo(TemplateOutput output) {
        differences.ifPresent(changes -> new StaticTemplates().conflict(view, texts, changes).writeTo(output));
    }
}
