package fr.ondine.platform.imports;

import static fr.ondine.platform.imports.FileSet.aHousehold;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** A credit note that says which invoice it corrects: that one is not asked for any more. */
class CreditNotesOfImportsTests extends ImportTest {

    @Test
    void takes_from_its_invoice_what_is_still_owed_on_it_and_the_rest_from_the_oldest() {
        load(withNote("2026-000002", "2026-000001", "110,00;6,50;116,50"));

        assertThat(balance("2026000001")).isZero();
        assertThat(balance("2026000002")).isZero();
        assertThat(balance("2023000001")).as("105.50 less 50.00").isEqualByComparingTo("55.50");
        assertThat(count("(select entry_id from posting group by entry_id having sum(amount) <> 0) x"))
                .isZero();
    }

    @Test
    void one_that_names_no_invoice_takes_from_the_oldest_first() {
        load(withNote("2026-000002", "", "110,00;6,50;116,50"));

        assertThat(balance("2023000001")).isZero();
        assertThat(balance("2026000001")).as("66.50 less 11.00").isEqualByComparingTo("55.50");
        assertThat(balance("2026000002")).isZero();
    }

    @Test
    void a_later_file_corrects_an_invoice_known_before_and_only_once() {
        load(aHousehold());
        var note = withNote("2026-000002", "2023-000001", "100,00;5,50;105,50");

        load(note);
        assertThat(load(note).counts()).allMatch(count -> count.added() == 0 && count.changed() == 0);

        assertThat(balance("2023000001")).isZero();
        assertThat(balance("2026000002")).isZero();
        assertThat(count("ledger_entry where kind = 'ADJUSTMENT'")).isOne();
    }

    @Test
    void two_of_one_invoice_take_no_more_than_is_owed() {
        load(note(
                withNote("2026-000002", "2026-000001", "110,00;6,50;116,50"),
                "2026-000003",
                "2026-000001",
                "20,00;1,10;21,10"));

        assertThat(balance("2026000001")).isZero();
        assertThat(balance("2026000002")).isZero();
        assertThat(balance("2026000003")).isZero();
        assertThat(balance("2023000001")).as("105.50 less 50.00 and 21.10").isEqualByComparingTo("34.40");
    }

    @Test
    void which_invoice_it_corrects_never_changes() {
        load(withNote("2026-000002", "2026-000001", "110,00;6,50;116,50"));

        assertThat(load(withNote("2026-000002", "2023-000001", "110,00;6,50;116,50"))
                        .text())
                .contains("« 2026-000002 » : cette facture a déjà été émise avec un autre contenu");
    }

    @Test
    void an_invoice_that_is_unknown_or_anothers_or_a_credit_note_itself_is_refused() {
        var place = "factures.csv, ligne 4, colonne facture_corrigee";
        assertThat(load(withNote("2026-000002", "2026-000009", "10,00;0,55;10,55"))
                        .text())
                .contains(place + ", « 2026-000009 » : cette facture est inconnue");
        assertThat(load(withNote("2026-000002", "2026-000002", "10,00;0,55;10,55"))
                        .text())
                .contains(place + ", « 2026-000002 » : cette facture est inconnue");
        var others = withNote("2026-000002", "2026-000001", "10,00;0,55;10,55")
                .replacing("factures.csv", "2026-000002;99 0000 001", "2026-000002;99 0000 002");
        assertThat(load(others).text())
                .contains(place + ", « 2026-000001 » : cette facture n'est pas celle du contrat");
    }

    @Test
    void only_a_credit_note_corrects() {
        var files = withNote("2026-000002", "2026-000001", "10,00;0,55;10,55")
                .replacing("factures.csv", ";avoir;", ";reelle;");
        assertThat(load(files).text()).contains("seul un avoir corrige une facture");
    }

    private static FileSet withNote(String number, String corrects, String amounts) {
        var files = aHousehold();
        var rows = files.text("factures.csv")
                .replace("montant_ttc;document", "montant_ttc;document;facture_corrigee")
                .replace("116,50;\n", "116,50;;\n")
                .replace("105,50;\n", "105,50;;\n");
        return note(files.with("factures.csv", rows), number, corrects, amounts);
    }

    /** The lines of the two rates of the household, or of its first rate alone. */
    private static FileSet note(FileSet files, String number, String corrects, String amounts) {
        var net = amounts.split(";")[0];
        var noted = files.adding(
                "factures.csv",
                number + ";99 0000 001;avoir;20/01/2026;20/01/2026;;;;-" + amounts.replace(";", ";-") + ";;"
                        + corrects);
        return net.equals("110,00")
                ? line(line(noted, number, 1, "100,00", "5,5"), number, 2, "10,00", "10")
                : line(noted, number, 1, net, "5,5");
    }

    private static FileSet line(FileSet files, String number, int position, String net, String rate) {
        return files.adding(
                "lignes_facture.csv",
                number + ";" + position + ";eau;Annulation;-1;u;" + net + ";-" + net + ";" + rate);
    }

    private BigDecimal balance(String invoice) {
        return one(
                BigDecimal.class,
                "select sum(p.amount) from posting p join invoice i on i.id = p.invoice_id where account = 'RECEIVABLE'"
                        + " and i.number = '" + invoice + "'");
    }
}
