package fr.ondine.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.customers.Service;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.tariffs.Rating;
import fr.ondine.platform.tariffs.RatingRequest;
import fr.ondine.platform.tariffs.ServiceTraits;
import fr.ondine.platform.tariffs.Tariffs;
import fr.ondine.platform.tariffs.Use;
import fr.ondine.platform.tenancy.TenantContext;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Tariffs come with the file of the billing software, published as they hold there. */
class TariffsOfImportsTests extends ImportTest {

    private static final String HEADER = "tarif;nom;service;habituel;valable_du;deliberation;composante;nature;libelle;"
            + "rubrique;part;taux_tva;mention_tva;par_logement;bassin;diametre;saison;a_partir_de;prix\n";
    private static final String FIXED =
            "EAU;Eau;eau;oui;01/01/2025;n° 12;fixe;abonnement;Abonnement;eau;communale;5,5;;;;;;;36,50\n";
    private static final String WIDE =
            "EAU;Eau;eau;oui;01/01/2025;n° 12;fixe;abonnement;Abonnement;eau;communale;5,5;;;;40;;;95,5\n";
    private static final String FIRST =
            "EAU;Eau;eau;oui;01/01/2025;n° 12;eau;consommation;Consommation;eau;communale;5,5;;;;;;0;1,20\n";
    private static final String SECOND =
            "EAU;Eau;eau;oui;01/01/2025;n° 12;eau;consommation;Consommation;eau;communale;5,5;;;;;;80;1,50\n";
    private static final String LEVY =
            "EAU;Eau;eau;oui;01/01/2025;n° 12;reseaux;redevance;Réseaux;organismes_publics;agence;5,5;;;Seine;;;;\n";
    private static final String RATES = "bassin;composante;annee;taux;coefficient\nSeine;reseaux;2025;0,085;0,2\n";

    @Autowired
    Tariffs tariffs;

    @Test
    void a_tariff_is_published_with_its_tiers_its_diameters_and_its_levies() {
        var report = load(all(FIXED + WIDE + FIRST + SECOND + LEVY));
        assertThat(report.refusals()).isEmpty();
        assertThat(report.text()).contains("tarifs.csv, lignes lues : 5, ajoutées : 5");

        var book = TenantContext.callAs(tenant, () -> tariffs.all());
        var year = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1));
        var rated = new Rating(book.of(Service.WATER, new TreeMap<>()), book.rules())
                .rate(RatingRequest.of(
                        new ServiceTraits(40, 1), new Use(year, Volume.ofCubicMetres(100)), year.lastDay()));
        // 95.50 + 80 x 1.20 + 20 x 1.50 + 100 x 0.085 x 0.2
        assertThat(rated.net()).isEqualTo(Money.euros("223.20"));
    }

    @Test
    void the_same_file_again_changes_nothing_and_another_price_of_that_day_is_refused() {
        load(all(FIXED + FIRST + LEVY));
        assertThat(load(all(FIXED + FIRST + LEVY)).text()).contains("tarifs.csv, lignes lues : 3, ajoutées : 0");

        var changed = load(all(FIXED + FIRST.replace("1,20", "1,21") + LEVY));
        assertThat(changed.accepted()).isFalse();
        assertThat(changed.refusals().toString())
                .contains("tarifs.csv, ligne 2", "déjà publiée pour le 1er janvier 2025");

        var next = (FIXED + FIRST).replace("01/01/2025", "2026-01-01").replace("1,20", "1,21");
        assertThat(load(all(next)).accepted()).isTrue();
        assertThat(count("tariff_version where state = 'PUBLISHED' and published_by = 'import'"))
                .isEqualTo(2);
        assertThat(count("tariff")).isOne();
    }

    @Test
    void what_staff_could_not_enter_is_refused_at_its_line_and_nothing_is_kept() {
        var broken = Map.of(
                FIXED + FIRST.replace(";0;1,20", ";10;1,20"), "ligne 3, colonne composante, « eau » : entre 0",
                FIXED + FIRST.replace("5,5", "2,1"), "un taux de TVA de 2,1 % n'existe pas",
                FIXED + FIRST.replace("1,20", "1,2000001"), "plus de 6 décimales",
                FIXED + FIRST.replace("1,20", "1,234.5"), "ce n'est pas un nombre",
                WIDE + FIRST, "« Abonnement » n'a pas de prix",
                FIRST + SECOND.replace("Consommation;", "Autre;"), "cette composante a un autre libellé",
                FIRST + FIRST, "cette ligne est déjà dans le fichier",
                FIXED + LEVY.replace("Seine", ""), "le nom de son bassin",
                FIXED + LEVY.replace("01/01/2025", "01/01/2024"), "en 2024 n'est pas connu",
                FIXED + FIRST.replace(";0;1,20", ";0;"), "« Consommation » n'a pas de prix");
        broken.forEach((rows, refusal) -> {
            var report = load(all(rows));
            assertThat(report.accepted()).as(rows).isFalse();
            assertThat(report.refusals().toString()).as(rows).contains(refusal);
        });
        assertThat(count("tariff")).isZero();
        assertThat(count("levy_rate")).isZero();
    }

    @Test
    void a_contract_has_the_tariff_that_the_file_names_and_another_from_the_day_of_the_data_on() {
        var garden = (FIXED + FIRST).replace("EAU;Eau;eau;oui", "JARDIN;Jardin;eau;non");
        var household =
                FileSet.aHousehold().with("redevances.csv", RATES).with("tarifs.csv", HEADER + FIXED + FIRST + garden);
        assertThat(load(household.with("contrats.csv", contracts("PISCINE")))
                        .refusals()
                        .toString())
                .contains("contrats.csv, ligne 2, colonne tarif, « PISCINE » : ce tarif est inconnu");

        load(household.with("contrats.csv", contracts("JARDIN")));
        load(household.with("contrats.csv", contracts("JARDIN")));
        assertThat(count("agreement_tariff")).isOne();
        assertThat(one(LocalDate.class, "select valid_from from agreement_tariff"))
                .isEqualTo(LocalDate.of(2020, 1, 1));

        load(household.with("contrats.csv", contracts("EAU")).with("extraction.csv", "date\n2026-03-01\n"));
        assertThat(one(LocalDate.class, "select max(valid_from) from agreement_tariff"))
                .isEqualTo(LocalDate.of(2026, 3, 1));
    }

    private static String contracts(String tariff) {
        return FileSet.aHousehold()
                .text("contrats.csv")
                .replace("fin\n", "fin;tarif\n")
                .replace("2020-01-01;\n", "2020-01-01;;" + tariff + "\n")
                .replace("2025-12-31\n", "2025-12-31;\n");
    }

    @Test
    void a_service_point_has_as_many_dwellings_as_the_file_says_and_one_where_it_says_none() {
        var points = "reference;local;service;adresse;code_postal;ville;logements\n";
        var first = "P1;L1;eau;1 rue des Lilas;57130;Gravelotte;";
        load(new FileSet(Map.of()).with("points_de_service.csv", points + first + "12\n"));
        assertThat(one(Integer.class, "select dwellings from service_point")).isEqualTo(12);
        load(new FileSet(Map.of()).with("points_de_service.csv", points + first + "\n"));
        assertThat(one(Integer.class, "select dwellings from service_point")).isOne();
        assertThat(load(new FileSet(Map.of()).with("points_de_service.csv", points + first + "0\n"))
                        .accepted())
                .isFalse();
    }

    @Test
    void a_service_point_is_of_the_round_that_the_file_says_and_of_none_where_it_says_none() {
        var points = "reference;local;service;adresse;code_postal;ville;tournee\n";
        var first = "P1;L1;eau;1 rue des Lilas;57130;Gravelotte;";
        load(new FileSet(Map.of()).with("points_de_service.csv", points + first + "Nord 3\n"));
        assertThat(one(String.class, "select round from service_point")).isEqualTo("Nord 3");
        load(new FileSet(Map.of()).with("points_de_service.csv", points + first + "\n"));
        assertThat(count("service_point where round is null")).isOne();
    }

    private static FileSet all(String rows) {
        return new FileSet(Map.of()).with("redevances.csv", RATES).with("tarifs.csv", HEADER + rows);
    }
}
