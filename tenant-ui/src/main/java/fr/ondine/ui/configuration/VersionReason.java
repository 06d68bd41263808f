package fr.ondine.ui.configuration;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.fleet.ConfigurationVersion;
import java.util.regex.Pattern;

/** Why a configuration came into force, in words: what a person gave, or what the platform notes in their place. */
public final class VersionReason {

    private static final Pattern ROLLED_BACK = Pattern.compile("version (\\d{1,9})");
    private static final Pattern IMPORTED = Pattern.compile("from (\\S+) as of \\S+");

    private VersionReason() {}

    public static String of(ConfigurationVersion version) {
        var back = ROLLED_BACK.matcher(version.reason());
        if (back.matches()) {
            return I18NProvider.translate("console.version.rolled-back", Integer.valueOf(back.group(1)));
        }
        var imported = IMPORTED.matcher(version.reason());
        return imported.matches()
                ? I18NProvider.translate("console.version.imported", imported.group(1))
                : version.reason();
    }
}
