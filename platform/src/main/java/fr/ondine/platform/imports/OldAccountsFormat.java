package fr.ondine.platform.imports;

import static fr.ondine.platform.imports.Column.optional;
import static fr.ondine.platform.imports.Column.required;
import static fr.ondine.platform.imports.Fields.text;
import static fr.ondine.platform.imports.Fields.word;

import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.oldaccounts.OldNumbers;
import fr.ondine.platform.oldaccounts.OldPasswords;
import fr.ondine.platform.oldaccounts.OldSalt;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The file of logins of the portal before this one. A hash is wrapped as its row is read: it reaches no table, not even a
 * temporary one, and no report.
 */
record OldAccountsFormat(UtilityFields utility, OldPasswords passwords) {

    private static final String HASH = "empreinte";
    private static final int SHORT = 60;
    private static final int LONG = 200;

    private static final int AT_NUMBER = 0;
    private static final int AT_EMAIL = 5;
    private static final int AT_HASH = 6;
    private static final int AT_SALT = 7;
    private static final int AT_PLACE = 8;

    Sheet sheet() {
        return new Sheet(
                "anciens_comptes.csv",
                "stage_old_login",
                List.of("number"),
                List.of(
                        required("identifiant", "number", "text", OldAccountsFormat::number),
                        required("contrats", "agreements", "text", this::agreements),
                        optional("titulaire", "customer", "text", text(SHORT)),
                        optional("prenom", "first_name", "text", text(100)),
                        optional("nom", "last_name", "text", text(100)),
                        optional("email", "email", "text", Fields.email()),
                        optional(HASH, "wrapped", "text", text(LONG)).shownAs(UtilityFields::hidden),
                        optional("sel", "form", "text", text(SHORT)).shownAs(UtilityFields::hidden),
                        optional(
                                "place_du_sel",
                                "salt_before",
                                "boolean",
                                word(Map.of("avant", "true", "apres", "false")))),
                this::wrap);
    }

    private static String number(String field) {
        var number = OldNumbers.tidy(field);
        if (number.isEmpty()) {
            throw new Refused("empty");
        }
        return text(SHORT).read(number);
    }

    /** Several between bars. */
    private String agreements(String field) {
        var number = utility.agreementNumber();
        return Arrays.stream(field.split("\\|", -1))
                .map(each -> number.read(each.strip()))
                .distinct()
                .collect(Collectors.joining("|"));
    }

    private void wrap(@Nullable String[] values) {
        var hash = values[AT_HASH];
        var place = values[AT_PLACE];
        var salt = new OldSalt(values[AT_SALT], place == null ? null : Boolean.valueOf(place));
        values[AT_HASH] = null;
        values[AT_SALT] = null;
        if (hash != null) {
            wrap(values, hash, salt);
        }
        if (values[AT_HASH] == null && values[AT_EMAIL] == null) {
            throw new RowRefused(HASH, new Refused(hash == null ? "old-account-closed" : "old-hash-unknown"));
        }
    }

    private void wrap(@Nullable String[] values, String hash, OldSalt salt) {
        try {
            passwords
                    .wrap(Objects.requireNonNull(values[AT_NUMBER]), hash, salt)
                    .ifPresent(wrapped -> {
                        values[AT_HASH] = wrapped.wrapped();
                        values[AT_SALT] = wrapped.form();
                    });
        } catch (DomainException refused) {
            throw new RowRefused(HASH, refused);
        }
    }
}
