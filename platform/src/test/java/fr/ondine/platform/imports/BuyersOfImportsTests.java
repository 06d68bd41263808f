package fr.ondine.platform.imports;

import static fr.ondine.platform.imports.FileSet.aHousehold;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** As whom a holder buys, and what they are known by, as a file tells it. */
class BuyersOfImportsTests extends ImportTest {

    private static final String COLUMNS =
            "reference;nature;nom;siren;siret;numero_tva;acheteur;code_service;engagement\n";
    private static final String TOWN = "T1;organisation;Commune de Saint-Exemple;";
    private static final String NUMBERS =
            "select concat_ws(' ', siren, siret, vat_number, buyer_kind, service_code," + " commitment) from customer";

    @Test
    void a_town_hall_comes_with_its_numbers() {
        loaded(TOWN + "215 799 990;215 799 990 00019;FR60215799990;public;EAU-2;2026-000117");

        assertThat(one(String.class, NUMBERS))
                .isEqualTo("215799990 21579999000019 FR60215799990 PUBLIC_BODY EAU-2 2026-000117");
    }

    @Test
    void what_staff_noted_stays_as_long_as_the_file_says_nothing_of_it() {
        loaded(TOWN + "215799990;21579999000019;;public;EAU-2;2026-000117");
        var report = loaded(TOWN + "215799990;;;;;");

        assertThat(report.counts()).allMatch(count -> count.added() == 0 && count.changed() == 0);
        assertThat(one(String.class, NUMBERS)).isEqualTo("215799990 21579999000019 PUBLIC_BODY EAU-2 2026-000117");
    }

    @Test
    void the_place_of_one_organisation_is_not_that_of_the_next() {
        loaded(TOWN + "215799990;21579999000019;;public;;");
        loaded("T1;organisation;Boulangerie;900123456;;;professionnel;;");

        assertThat(one(String.class, NUMBERS)).isEqualTo("900123456 PROFESSIONAL");
    }

    @Test
    void post_offices_have_numbers_of_their_own_kind() {
        loaded("T1;organisation;La Poste;356000000;35600000049837;;;;");

        assertThat(one(String.class, NUMBERS)).isEqualTo("356000000 35600000049837");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            215799990;21579999000018;;;;|colonne siret, « 21579999000018 » : ce numéro SIRET n'existe pas, sa clé est fausse
            215799990;2157999900001;;;; |colonne siret, « 2157999900001 » : 14 chiffres sont attendus
            900123456;21579999000019;;;;|colonne siret, « 21579999000019 » : ce SIRET n'est pas celui d'un établissement
            ;;;mairie;;                 |colonne acheteur, « mairie » : ce mot n'est pas prévu ; sont attendus : consommateur
            """)
    void what_is_no_number_is_refused_at_its_place(String numbers, String refusal) {
        var report = load(aHousehold().with("titulaires.csv", COLUMNS + TOWN + numbers + "\n"));

        assertThat(report.refusals()).singleElement().asString().startsWith("titulaires.csv, ligne 2, " + refusal);
    }

    private ImportReport loaded(String row) {
        var report = load(aHousehold().with("titulaires.csv", COLUMNS + row + "\n"));
        assertThat(report.refusals()).isEmpty();
        return report;
    }
}
