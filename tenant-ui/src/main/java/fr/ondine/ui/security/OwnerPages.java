package fr.ondine.ui.security;

import fr.ondine.platform.identity.OwnerAct;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a person does what they must show for that it is they: the page, and its word in an address. */
final class OwnerPages {

    static final String CONTRACT = "contrat";

    private OwnerPages() {}

    /** {@code about} is the contract of which it is the page, where it is one of a contract. */
    static String of(OwnerAct act, @Nullable UUID about) {
        return path(act) + (about == null ? "" : "?" + CONTRACT + "=" + about);
    }

    static String word(OwnerAct act) {
        return switch (act) {
            case LINK_IDENTITY -> "lier";
            case UNLINK_IDENTITY -> "delier";
            case REMOVE_PASSWORD -> "sans-mot-de-passe";
            default -> path(act).substring(path(act).lastIndexOf('/') + 1);
        };
    }

    static Optional<OwnerAct> named(String word) {
        return Arrays.stream(OwnerAct.values())
                .filter(act -> word(act).equals(word))
                .findFirst();
    }

    private static String path(OwnerAct act) {
        return switch (act) {
            case TAKE_DATA -> "/mon-compte/mes-donnees";
            case CHANGE_ADDRESS -> "/mon-compte/adresse-email";
            case DELETE_ACCOUNT -> "/mon-compte/supprimer";
            case SHARE_CONTRACT -> "/contrats/partager";
            case CHOOSE_PASSWORD -> "/mon-compte/mot-de-passe";
            case CHANGE_PASSKEYS -> "/mon-compte/cles-d-acces";
            case ANSWER_PROGRAM -> ProgramQuestion.PAGE;
            case LINK_IDENTITY, UNLINK_IDENTITY, REMOVE_PASSWORD -> "/mon-compte/franceconnect";
        };
    }
}
