package fr.ondine.platform.imports;

import static fr.ondine.platform.imports.FileSet.aHousehold;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** VAT by each lawful way to round it, and by none. */
class VatOfImportsTests extends ImportTest {

    /** By rate 0.055 and 0.012, by line 0.0275 twice and 0.006 twice, all at once 0.067. */
    static final List<String> LINES = List.of("0,50;5,5", "0,50;5,5", "0,03;20", "0,03;20");

    @ParameterizedTest
    @CsvSource({
        "0.07, of each rate and of the whole invoice",
        "0.08, of each line",
        "0.06, of each rate with halves down"
    })
    void any_one_way_to_round_is_accepted(String vat, String way) {
        assertThat(load(anInvoiceOf(LINES, "1.06", vat)).refusals()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0.05", "0.09"})
    void what_no_way_gives_is_refused(String vat) {
        assertThat(load(anInvoiceOf(LINES, "1.06", vat)).text())
                .contains("colonne montant_tva, « " + vat
                        + " » : la TVA des lignes fait 0,07\u00a0€ par taux, 0,08\u00a0€ par ligne, "
                        + "0,07\u00a0€ par facture");
    }

    @Test
    void many_lines_may_be_cents_away_from_their_rate() {
        var lines = List.of("0,10;5,5", "0,10;5,5", "0,10;5,5", "0,10;5,5", "0,10;5,5", "0,10;5,5");
        assertThat(load(anInvoiceOf(lines, "0.60", "0.06")).refusals()).isEmpty();
        assertThat(load(anInvoiceOf(lines, "0.60", "0.05")).text()).contains("montant_tva");
    }

    @Test
    void an_invoice_must_not_mix_the_ways() {
        // by rate 0.03 + 0.02, by line 0.06 + 0.02, all at once 0.05
        var lines = List.of("0,10;5,5", "0,10;5,5", "0,10;5,5", "0,10;5,5", "0,10;5,5", "0,10;5,5", "0,10;20");
        assertThat(load(anInvoiceOf(lines, "0.70", "0.07")).accepted()).isFalse();
        assertThat(load(anInvoiceOf(lines, "0.70", "0.08")).accepted()).isTrue();
    }

    @Test
    void a_credit_note_rounds_as_its_invoice_did() {
        var lines = List.of("-0,10;5,5", "-0,10;5,5", "-0,10;5,5");
        assertThat(load(anInvoiceOf(lines, "-0.30", "-0.03")).refusals()).isEmpty();
        assertThat(load(anInvoiceOf(lines, "-0.30", "-0.01")).text()).contains("montant_tva");
    }

    private static FileSet anInvoiceOf(List<String> lines, String net, String vat) {
        var total = new BigDecimal(net).add(new BigDecimal(vat));
        var files = aHousehold()
                .adding(
                        "factures.csv",
                        "2026-000009;99 0000 001;ponctuelle;12/01/2026;12/02/2026;;;;" + net + ";" + vat + ";" + total
                                + ";");
        for (int i = 0; i < lines.size(); i++) {
            var amount = lines.get(i).split(";")[0];
            files = files.adding(
                    "lignes_facture.csv", "2026-000009;" + (i + 1) + ";autre;Ligne;1;u;" + amount + ";" + lines.get(i));
        }
        return files;
    }
}
