package fr.ondine.ui.configuration;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Tone;
import java.util.Optional;

/** What whoever is about to switch FranceConnect off should know: how many have no other way in. */
public final class LeftOutside {

    private LeftOutside() {}

    public static Optional<Notice> warning(int many) {
        return many == 0
                ? Optional.empty()
                : Optional.of(new Notice(
                        Tone.WARN,
                        I18NProvider.translate("staff.configuration.closing-franceconnect", many),
                        I18NProvider.translate("staff.configuration.closing-franceconnect.what")));
    }
}
