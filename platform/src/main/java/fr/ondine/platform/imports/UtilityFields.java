package fr.ondine.platform.imports;

import fr.ondine.platform.kernel.Iban;
import fr.ondine.platform.kernel.InvalidIban;
import fr.ondine.platform.kernel.InvalidVatNumber;
import fr.ondine.platform.kernel.VatNumber;
import fr.ondine.platform.tenancy.Vault;
import fr.ondine.tenantconfig.NumberFormat;
import fr.ondine.tenantconfig.Siret;
import fr.ondine.tenantconfig.TenantConfig;
import java.util.HexFormat;

/** The kinds of fields that follow a utility's formats or are sealed with its key. */
record UtilityFields(TenantConfig utility, Vault vault) {

    FieldReader agreementNumber() {
        return number(utility.contractNumbers());
    }

    FieldReader invoiceNumber() {
        return number(utility.invoiceNumbers());
    }

    private static FieldReader number(NumberFormat format) {
        return field -> format.normalise(field).orElseThrow(() -> new Refused("number-format", format.example()));
    }

    /** The mac and the sealed key, between a colon. */
    FieldReader claimKey() {
        return field -> {
            var format = utility.claims().claimKey();
            if (format == null) {
                throw new Refused("no-claim-key");
            }
            var key = format.normalise(field).orElseThrow(() -> new Refused("claim-key", format.length()));
            return vault.mac("claim-key", key) + ":" + sealed(key);
        };
    }

    /** The mac, the sealed IBAN and what may be shown of it, between colons. */
    FieldReader iban() {
        return field -> {
            try {
                var iban = new Iban(field);
                return vault.mac("iban", iban.value()) + ":" + sealed(iban.value()) + ":" + iban.masked();
            } catch (InvalidIban refused) {
                throw new Refused("iban");
            }
        };
    }

    FieldReader siren() {
        var digits = Fields.digits(9);
        return field -> {
            var siren = digits.read(field);
            if (luhn(siren) % 10 != 0) {
                throw new Refused("siren");
            }
            return siren;
        };
    }

    static FieldReader siret() {
        var digits = Fields.digits(14);
        return field -> {
            try {
                return new Siret(digits.read(field)).value();
            } catch (IllegalArgumentException wrong) {
                throw new Refused("siret");
            }
        };
    }

    FieldReader vatNumber() {
        return field -> {
            try {
                return new VatNumber(field).value();
            } catch (InvalidVatNumber wrong) {
                throw new Refused(wrong.reason());
            }
        };
    }

    private static int luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = (digits.charAt(digits.length() - 1 - i) - '0') * (i % 2 == 0 ? 1 : 2);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return sum;
    }

    private String sealed(String secret) {
        return HexFormat.of().formatHex(vault.encrypt(secret));
    }

    /** Enough of an account number to find the row. */
    static String maskedAccount(String iban) {
        var plain = iban.replaceAll("\\s", "");
        return plain.length() < 12 ? "•••" : plain.substring(0, 4) + " •••• " + plain.substring(plain.length() - 4);
    }

    static String hidden(String secret) {
        return secret.isEmpty() ? "" : "•••";
    }
}
