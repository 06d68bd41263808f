package fr.ondine.ui.console;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import fr.ondine.migrations.MigrationFailed;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.tenantconfig.InvalidConfiguration;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;

/** Why something was not done: of a configuration every reason with its line, of a schema what the database said. */
final class Refusals {

    private Refusals() {}

    static Notice of(RuntimeException refused) {
        return focused(
                switch (refused) {
                    case InvalidConfiguration invalid -> of(invalid);
                    case DomainException reason -> Notice.plain(Tone.BAD, Texts.refusal(reason));
                    case MigrationFailed failed ->
                        new Notice(Tone.BAD, Words.text("console.work.failed"), String.valueOf(failed.getMessage()));
                    default -> throw refused;
                });
    }

    /** What is there when a page is loaded is read out only when the focus comes to it. */
    static Notice focused(Notice notice) {
        notice.getElement()
                .setAttribute("role", "alert")
                .setAttribute("tabindex", "-1")
                .executeJs("setTimeout(() => this.focus())");
        return notice;
    }

    private static Notice of(InvalidConfiguration invalid) {
        var reasons = new UnorderedList();
        invalid.refusals().forEach(refusal -> reasons.add(new ListItem(refusal.sentence(Written.language()))));
        return new Notice(
                Tone.BAD,
                Words.text("console.configuration.refused", invalid.refusals().size()),
                reasons);
    }
}
