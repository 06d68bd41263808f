package fr.ondine.platform.customers;

import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.tenancy.Vault;
import fr.ondine.tenantconfig.Proof;
import fr.ondine.tenantconfig.TenantConfig;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A proof as the person typed it, in the form in which it is stored; a claim key only as its keyed digest, by spaces one
 * under each master key that is given.
 */
record TypedProof(Proof kind, String value) {

    /** The purpose under which the import digests claim keys. */
    static final String CLAIM_KEY = "claim-key";

    private static final int LONGEST_SERIAL = 40;

    static TypedProof of(Proof kind, String typed, TenantConfig utility, Vault vault) {
        return new TypedProof(
                kind,
                switch (kind) {
                    case CLAIM_KEY -> claimKey(typed, utility, vault);
                    case EMAIL_ON_FILE -> new EmailAddress(typed).value();
                    case INVOICE_NUMBER -> invoiceNumber(typed, utility);
                    case METER_NUMBER -> meterNumber(typed);
                });
    }

    /** Compares with what is on file, or with nothing when there is no such contract, in the same time. */
    boolean shows(@Nullable ContractOnFile contract) {
        return switch (kind) {
            case CLAIM_KEY -> contract != null && contract.hasKey();
            case EMAIL_ON_FILE -> same(contract == null ? null : contract.email());
            case INVOICE_NUMBER -> contract != null && contract.hasInvoice();
            case METER_NUMBER -> contract != null && contract.hasMeter();
        };
    }

    /** The value when it is of that kind; else one that nothing on file equals. */
    String valueIf(Proof wanted) {
        return kind == wanted ? value : "";
    }

    private boolean same(@Nullable String onFile) {
        var equal = MessageDigest.isEqual(bytes(value), bytes(Objects.requireNonNullElse(onFile, "")));
        return equal && onFile != null;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String claimKey(String typed, TenantConfig utility, Vault vault) {
        var format = Objects.requireNonNull(utility.claims().claimKey());
        var key = format.normalise(typed).orElseThrow(() -> new ImpossibleProof(Proof.CLAIM_KEY, format.length()));
        return String.join(" ", vault.macs(CLAIM_KEY, key));
    }

    private static String invoiceNumber(String typed, TenantConfig utility) {
        var format = utility.invoiceNumbers();
        return format.normalise(typed).orElseThrow(() -> new ImpossibleProof(Proof.INVOICE_NUMBER, format.example()));
    }

    private static String meterNumber(String typed) {
        var serial = typed.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
        if (serial.isEmpty() || serial.length() > LONGEST_SERIAL) {
            throw new ImpossibleProof(Proof.METER_NUMBER, LONGEST_SERIAL);
        }
        return serial;
    }

    /** Never what was typed: this may be logged. */
    @Override
    public String toString() {
        return kind.toString();
    }
}
