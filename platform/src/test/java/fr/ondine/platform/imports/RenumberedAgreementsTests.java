package fr.ondine.platform.imports;

import static fr.ondine.platform.imports.FileSet.aHousehold;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An agreement that gets another number, once and once more. */
class RenumberedAgreementsTests extends ImportTest {

    static final String ALIASES = "ancien_numero;contrat;remplace_le;exploitant\n";

    @BeforeEach
    void renumbered_once() {
        load(aHousehold());
    }

    @Test
    void an_invoice_under_its_oldest_number_comes_with_the_second_renumbering() {
        var report = load(secondTime(ALIASES + "99 0000 001;77 0000 001;2026-06-01;\n")
                .adding("factures.csv", "2022-000001;88 0000 001;reelle;12/07/2022;12/08/2022;;;;10,00;0,55;10,55;")
                .adding("lignes_facture.csv", "2022-000001;1;eau;Consommation;5;m³;2;10,00;5,5"));

        assertThat(report.refusals()).isEmpty();
        assertThat(count("invoice i join agreement a on a.id = i.agreement_id where a.number = '770000001'"))
                .isEqualTo(3);
    }

    @Test
    void all_older_numbers_may_lead_to_the_newest() {
        var aliases =
                ALIASES + "88 0000 001;77 0000 001;2024-01-01;Ancienne régie\n99 0000 001;77 0000 001;2026-06-01;\n";

        assertThat(load(secondTime(aliases)).refusals()).isEmpty();

        assertThat(count("agreement_alias l join agreement a on a.id = l.agreement_id where a.number = '770000001'"))
                .isEqualTo(2);
    }

    @Test
    void an_older_number_cannot_lead_to_another_older_one() {
        var aliases = ALIASES + "66 0000 001;99 0000 001;2020-01-01;\n99 0000 001;77 0000 001;2026-06-01;\n";

        assertThat(load(secondTime(aliases)).text())
                .contains(
                        "anciens_numeros.csv, ligne 2, colonne contrat, « 99 0000 001 » : ce numéro est un ancien numéro");
    }

    @Test
    void an_older_number_of_one_cannot_become_that_of_another() {
        assertThat(load(aHousehold().replacing("anciens_numeros.csv", "99 0000 001", "99 0000 002"))
                        .text())
                .contains("cet ancien numéro est celui du contrat 990000001");
    }

    @Test
    void two_agreements_cannot_get_one_number() {
        var aliases = ALIASES + "99 0000 001;77 0000 001;2026-06-01;\n99 0000 002;77 0000 001;2026-06-01;\n";

        assertThat(load(secondTime(aliases).replacing("contrats.csv", "99 0000 002", "55 0000 002"))
                        .text())
                .contains("anciens_numeros.csv, ligne 2, colonne ancien_numero")
                .contains("ce numéro est celui d'un autre contrat que 77 0000 001");
    }

    /** The invoices and payments of before are known: only what is new is in the file. */
    private static FileSet secondTime(String aliases) {
        var household = aHousehold().replacing("contrats.csv", "99 0000 001", "77 0000 001");
        return household
                .with("anciens_numeros.csv", aliases)
                .with(
                        "factures.csv",
                        household.text("factures.csv").lines().findFirst().orElseThrow() + "\n")
                .with(
                        "lignes_facture.csv",
                        household.text("lignes_facture.csv").lines().findFirst().orElseThrow() + "\n")
                .without("paiements.csv")
                .without("mandats.csv");
    }
}
