package fr.ondine.demo.data;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The three utilities of the demonstration: how many subscribers they have and how they write their numbers. */
public enum DemoUtility {
    SIEGVO("siegvo", 2_000, 0, Dialect.FRENCH, "03 53 01") {
        @Override
        String agreementNumber(int dossier, Service service) {
            return "20 %04d %03d".formatted(1_200 + dossier, 17 * dossier % 1_000);
        }

        @Override
        String invoiceNumber(LocalDate issuedOn, int dossier, Service service) {
            return "%d-%06d".formatted(issuedOn.getYear(), 10_000 * issuedOn.getMonthValue() + 218 + dossier);
        }
    },
    MALESHERBOIS("malesherbois", 250, 12, Dialect.SEMICOLON, "02 61 91") {
        @Override
        String agreementNumber(int dossier, Service service) {
            return "IT%05d".formatted(2 * dossier + service.ordinal());
        }

        @Override
        String invoiceNumber(LocalDate issuedOn, int dossier, Service service) {
            var sequence = 2_888 + 2 * dossier + service.ordinal();
            return "%d/%02d/%04d".formatted(issuedOn.getYear(), issuedOn.getMonthValue(), sequence);
        }
    },
    ILEO("ileo", 5_000, 0, Dialect.COMMA, "03 53 01") {
        @Override
        String agreementNumber(int dossier, Service service) {
            return "24 001 %03d %02d".formatted(dossier / 100 + 200, dossier % 100);
        }

        @Override
        Optional<String> formerNumber(int dossier) {
            return Optional.of("059 %04d %c".formatted(dossier, 'A' + 7 * dossier % 26));
        }

        @Override
        String invoiceNumber(LocalDate issuedOn, int dossier, Service service) {
            var year = issuedOn.getYear() % 100;
            return issuedOn.isBefore(RENUMBERED_ON)
                    ? "%02d %02d %06d".formatted(year, issuedOn.getMonthValue(), 12_345 + dossier)
                    : "F%02d-%07d".formatted(year, 100_000 * issuedOn.getMonthValue() + 12_345 + dossier);
        }
    };

    /** The day iléo gave every agreement a new number. */
    static final LocalDate RENUMBERED_ON = LocalDate.of(2024, 1, 1);

    private final String slug;
    private final int dossiers;
    private final int mainDossier;
    private final Dialect dialect;
    private final String phonePrefix;
    private final List<String> communes;

    DemoUtility(String slug, int dossiers, int mainDossier, Dialect dialect, String phonePrefix) {
        this.slug = slug;
        this.dossiers = dossiers;
        this.mainDossier = mainDossier;
        this.dialect = dialect;
        this.phonePrefix = phonePrefix;
        this.communes = Words.lines("communes-" + slug + ".txt");
    }

    abstract String agreementNumber(int dossier, Service service);

    abstract String invoiceNumber(LocalDate issuedOn, int dossier, Service service);

    Optional<String> formerNumber(int dossier) {
        return Optional.empty();
    }

    /** The utility of that slug. */
    public static DemoUtility of(String slug) {
        return valueOf(slug.toUpperCase(Locale.ROOT));
    }

    /** The name of the tenant. */
    public String slug() {
        return slug;
    }

    int dossiers() {
        return dossiers;
    }

    int mainDossier() {
        return mainDossier;
    }

    Dialect dialect() {
        return dialect;
    }

    String title() {
        return this == SIEGVO ? "SIEGVO" : this == ILEO ? "iléo" : "Le Malesherbois";
    }

    String phonePrefix() {
        return phonePrefix;
    }

    /** The identifier under which the utility debits accounts (ICS). */
    String creditor() {
        return "FR" + phonePrefix.replace(" ", "").substring(2) + "ZZZ" + (600_100 + ordinal());
    }

    List<String> communes() {
        return communes;
    }

    /** Water and sewerage are two agreements at Le Malesherbois, one elsewhere. */
    List<Service> services() {
        return this == MALESHERBOIS ? List.of(Service.values()) : List.of(Service.WATER);
    }

    /** Eight letters and digits that are not mistaken for each other; iléo prints none. */
    String claimKey(Draw draw) {
        return this == ILEO ? "" : draw.from("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 8);
    }
}
