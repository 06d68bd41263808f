package fr.ondine.platform.billing;

import static fr.ondine.platform.billing.InvoicePrinterTests.PRINTER;
import static fr.ondine.platform.billing.InvoicePrinterTests.SIEGVO;
import static fr.ondine.platform.billing.InvoicePrinterTests.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.Writing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is heard or felt of an invoice, beside what is seen of it. */
class InvoiceTextTests {

    private static final Writing W = new Writing(Locale.FRENCH);

    /** What a text has other words for: its title says the number, and its totals the total. */
    private static final Set<String> NAMED_OTHERWISE = Set.of(
            SIEGVO.utility().slogan(),
            "Page",
            "Numéro de facture",
            "Numéro d'avoir",
            "Total de cette facture TTC",
            "Total de cet avoir TTC");

    @Test
    void a_text_says_the_same_from_top_to_bottom() throws Exception {
        var missing = new ArrayList<String>();
        for (var kind : kinds().entrySet()) {
            var printed = kind.getValue().printed();
            var text = lines(printed);
            var page = PageValues.of(PRINTER.page(printed, SIEGVO));

            assertThat(page.rows()).as(kind.getKey()).isNotEmpty();
            page.rows().stream()
                    .filter(row -> text.stream().noneMatch(line -> row.stream().allMatch(value -> says(line, value))))
                    .forEach(row -> missing.add(kind.getKey() + ", in one line: " + row));
            assertThat(page.others()).as(kind.getKey()).hasSizeGreaterThan(30);
            page.others().stream()
                    .filter(value -> !NAMED_OTHERWISE.contains(value))
                    .filter(value -> text.stream().noneMatch(line -> says(line, value)))
                    .forEach(value -> missing.add(kind.getKey() + ": " + value));
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void it_says_in_full_the_days_that_are_cut_short_on_a_page() {
        for (var kind : kinds().entrySet()) {
            var printed = kind.getValue().printed();
            var text = lines(printed);

            assertThat(printed.invoice().meters())
                    .as(kind.getKey())
                    .allSatisfy(meter -> assertThat(text)
                            .anyMatch(line -> says(line, meter.serial())
                                    && says(line, W.date(meter.from()))
                                    && says(line, W.date(meter.until()))));
            assertThat(printed.chart().bars())
                    .as(kind.getKey())
                    .allSatisfy(bar -> assertThat(text)
                            .anyMatch(line -> line.startsWith(
                                            W.capitalised(W.period(bar.use().days())) + " : ")
                                    && says(line, W.volume(bar.use().used()))));
        }
    }

    @Test
    void what_matters_comes_first_and_each_thing_stands_with_its_name() {
        var printed = kinds().get("solde-anterieur").printed();
        var vat = printed.invoice().vatByRate().getFirst();

        assertThat(lines(printed))
                .startsWith("Facture n° 2026-004218")
                .containsSubsequence(
                        "Volume facturé : 57 m³",
                        "Total à payer d'ici au 9 août 2026 : "
                                + PageValues.plain(W.money(printed.due().amount())),
                        "Solde précédent au 10 juil. 2026 : 48,20 €",
                        "Distribution de l'eau",
                        PageValues.plain("TVA 5,5 % : " + W.money(vat.amount()) + ", base HT " + W.money(vat.net())));
    }

    @Test
    void a_credit_note_is_never_called_an_invoice_nor_asks_for_anything() {
        for (var name : List.of("avoir", "avoir-partiel")) {
            assertThat(lines(kinds().get(name).printed()))
                    .as(name)
                    .noneMatch(line -> line.contains("cette facture") || line.contains("Comment payer"))
                    .anyMatch(line -> line.startsWith("Motif : "))
                    .anyMatch(line -> line.startsWith("En votre faveur : "));
        }
    }

    private static List<String> lines(PrintedInvoice printed) {
        return PRINTER.text(printed, SIEGVO)
                .plain()
                .lines()
                .map(PageValues::plain)
                .toList();
    }

    /** As a whole: 57 m³ does not stand in 157 m³, nor 1,20 € in −1,20 €. */
    private static boolean says(String line, String value) {
        return Pattern.compile(
                        "(?<![\\p{L}\\d,−-])" + Pattern.quote(PageValues.plain(value)) + "(?![\\p{L}\\d])",
                        Pattern.CASE_INSENSITIVE)
                .matcher(line)
                .find();
    }
}
