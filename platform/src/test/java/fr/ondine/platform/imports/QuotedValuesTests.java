package fr.ondine.platform.imports;

import static fr.ondine.platform.imports.FileSet.aHousehold;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a report repeats of a file is what the file says; what the portal computes is written as in the language. */
class QuotedValuesTests extends ImportTest {

    @Test
    void an_amount_is_repeated_as_it_was_written_and_the_sum_is_in_french() {
        assertThat(refusal(aHousehold().replacing("factures.csv", "110,00;6,50;116,50", "1 000,00;6,50;1006.50")))
                .isEqualTo("factures.csv, ligne 2, colonne montant_ht, « 1 000,00 » : la somme des lignes fait"
                        + " 110,00\u00a0€");
        assertThat(refusal(aHousehold()
                        .replacing("factures.csv", "110,00;6,50;116,50", "1010.00;6,50;1016,50")
                        .replacing(
                                "lignes_facture.csv", "50;m³;2,0000;100,00;5,5\n2026", "500;m³;2,0000;1001;5,5\n2026")))
                .contains("« 1010.00 »")
                .endsWith("la somme des lignes fait 1\u00a0011,00\u00a0€");
    }

    @Test
    void every_field_of_a_repeated_key_is_repeated_as_it_was_written() {
        assertThat(refusal(aHousehold().adding("releves.csv", "M1;30/06/2025;101;Agent;réel")))
                .startsWith("releves.csv, ligne 4, colonne compteur, « M1 / 30/06/2025 / Agent » :");
    }

    @Test
    void another_field_that_the_sentence_names_is_as_it_was_written() {
        assertThat(refusal(aHousehold().replacing("mandats.csv", "2020-01-01;", "01/01/2020;2019-01-01")))
                .endsWith("« 2019-01-01 » : cette date est avant celle du début (01/01/2020)");
    }

    @Test
    void a_value_is_found_below_rows_of_several_lines_and_where_a_column_is_left_out() {
        var lines = aHousehold().with("mandats.csv", """
                        signe_le,contrat,creancier,reference,iban,titulaire
                        2020-01-01,99 0000 001,FR12ZZZ123456,RUM1,FR76 3000 6000 0112 3456 7890 189,"Jeanne
                        Petit"

                        2020-01-01,"99-0000.009",FR12ZZZ123456,RUM2,FR76 3000 6000 0112 3456 7890 189,Petit
                        """);
        assertThat(refusal(lines))
                .startsWith("mandats.csv, ligne 5, colonne contrat, « 99-0000.009 » : ce contrat est inconnu");
        assertThat(refusal(aHousehold().with("compteurs.csv", """
                                numero_serie;roues;point_de_service;pose_le;index_pose;index_depose
                                M1;4;P1;2020-01-01;0;9
                                """)))
                .startsWith("compteurs.csv, ligne 2, colonne depose_le : une dépose");
    }

    @Test
    void of_many_rows_that_break_a_rule_a_thousand_are_repeated_and_the_rest_counted() {
        var rows = new StringBuilder(aHousehold().text("paiements.csv"));
        for (int i = 0; i < 1_500; i++) {
            rows.append("X").append(i).append(";99 0000 009;;carte;1 0,00;01/02/2026;;\n");
        }
        var report = load(aHousehold().with("paiements.csv", rows.toString()));
        assertThat(report.refusals()).hasSize(1_000).extracting(Refusal::value).containsOnly("99 0000 009");
        assertThat(report.refusalCount()).isEqualTo(1_500);
    }

    @Test
    void a_long_value_is_shortened_wherever_it_stands() {
        var spaces = " ".repeat(90_000);
        assertThat(refusal(aHousehold().replacing("factures.csv", "110,00;6,50", "1" + spaces + "11,00;6,50")))
                .hasSizeLessThan(250)
                .contains("…");
    }

    @Test
    void a_meter_that_is_known_to_be_fitted_later_has_to_be_removed_before() {
        load(aHousehold().replacing("compteurs.csv", "2020-01-01;0;;", "2024-01-01;0;;"));
        assertThat(refusal(aHousehold().replacing("compteurs.csv", "2020-01-01;0;;", "01/01/2020;0;02/01/2024;50")))
                .isEqualTo("compteurs.csv, ligne 2, colonne depose_le, « 02/01/2024 » : ce compteur est posé de nouveau"
                        + " le 01/01/2024, sans être déposé avant");
    }

    private String refusal(FileSet files) {
        return load(files).refusals().getFirst().toString();
    }
}
