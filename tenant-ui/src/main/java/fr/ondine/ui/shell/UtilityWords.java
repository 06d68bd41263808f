package fr.ondine.ui.shell;

import fr.ondine.tenantconfig.TenantConfig;
import java.util.Objects;

/** The places in a text that each utility fills with its own words. */
final class UtilityWords {

    private UtilityWords() {}

    static String of(TenantConfig utility, String place) {
        return switch (place) {
            case "utility" -> utility.name();
            case "portal" -> utility.words().portal();
            case "phone" -> utility.contact().mainPhone().number().toString().replace(' ', '\u00a0');
            case "email" -> utility.contact().email();
            case "contract-number" -> utility.words().contractNumber();
            case "claim-key" -> Objects.requireNonNull(utility.words().claimKey(), place);
            case "activate" -> utility.words().activate();
            case "claim" -> utility.claimWord();
            case "sign-up" -> utility.words().signUp();
            default -> throw new IllegalArgumentException("no word for {" + place + "}");
        };
    }
}
