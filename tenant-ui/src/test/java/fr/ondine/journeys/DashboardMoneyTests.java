package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fr.ondine.platform.customers.AgreementId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the first page says of money, and that the list of invoices says the same. */
class DashboardMoneyTests extends MoneyPages {

    @Test
    void an_old_debt_is_asked_for_however_many_invoices_were_paid_since() {
        invoice(today.minusYears(3));
        for (var month = 0; month < 13; month++) {
            pay(invoice(today.minusMonths(month)));
        }
        try (var visit = dashboard("old-debt")) {
            assertThat(due(visit)).containsText("À payer");
            assertThat(due(visit)).containsText("107,75");
            assertThat(due(visit)).not().containsText("Rien à payer");
            assertThat(payButton(visit)).isVisible();
            assertThat(lastInvoice(visit)).containsText("Payée le");
        }
    }

    @Test
    @Tag("long")
    void where_all_is_paid_nothing_is_asked_and_the_last_invoice_can_be_read() {
        pay(invoice(today.minusDays(20)));
        try (var visit = dashboard("settled")) {
            assertThat(due(visit)).containsText("Rien à payer");
            assertThat(payButton(visit)).hasCount(0);
            assertThat(lastInvoice(visit)).containsText("Payée le");
            assertThat(lastInvoice(visit)).containsText("107,75");
            assertThat(read(visit)).hasAttribute("href", Pattern.compile("/factures/.*\\.pdf"));
            Axe.assertClean(visit.page());
        }
    }

    @Test
    void one_invoice_to_pay_is_paid_from_here_and_read_from_here() {
        var asked = invoice(today.minusDays(5));
        try (var visit = dashboard("single")) {
            assertThat(payButton(visit)).isVisible();
            assertThat(due(visit).locator(".pill")).containsText("Au plus tard le");
            assertThat(link(visit, "Voir la facture (PDF)"))
                    .hasAttribute("href", "/factures/" + asked.value() + ".pdf");
            assertThat(lastInvoice(visit)).containsText("À payer d'ici au");
            assertThat(read(visit)).isVisible();
            Axe.assertClean(visit.page());
        }
    }

    @Test
    @Tag("long")
    void several_invoices_to_pay_are_summed_and_the_last_can_be_read() {
        invoice(today.minusMonths(7));
        invoice(today.minusDays(5));
        try (var visit = dashboard("several")) {
            assertThat(due(visit)).containsText("215,50");
            assertThat(due(visit)).containsText("En tout, pour 2 factures, dont 1 en retard.");
            assertThat(due(visit).locator(".pill")).containsText("Échéance dépassée depuis le");
            assertThat(link(visit, "Voir et payer mes factures")).isVisible();
            assertThat(link(visit, "Voir mes factures")).hasCount(1);
            assertThat(lastInvoice(visit)).containsText("À payer d'ici au");
            assertThat(read(visit)).isVisible();
            Axe.assertClean(visit.page());
        }
    }

    @Test
    @Tag("long")
    void several_invoices_that_are_all_late_or_all_in_time_are_only_counted() {
        invoice(today.minusDays(5));
        invoice(today.minusDays(6));
        try (var visit = dashboard("several-in-time")) {
            assertThat(due(visit)).containsText("En tout, pour 2 factures.");
            assertThat(due(visit).locator(".pill")).containsText("Au plus tard le");
        }
    }

    @Test
    void what_is_debited_is_not_asked_for_here_nor_in_the_list() {
        paysBy("DIRECT_DEBIT");
        invoice(today.minusDays(5));
        invoice(today.minusDays(12));
        try (var visit = dashboard("debited")) {
            assertThat(due(visit)).containsText("Rien à faire");
            assertThat(due(visit).getByText("Prélèvement de 107,75 € prévu le")).hasCount(2);
            assertThat(due(visit).locator(".pill")).hasCount(0);
            assertThat(due(visit)).not().containsText("À payer");
            assertThat(link(visit, "Voir et payer mes factures")).hasCount(0);
            Axe.assertClean(visit.page());

            assertThat(visit.open("/factures").locator("tbody button")).hasCount(0);
            assertThat(visit.page().locator("tbody .pill").first()).containsText("Prélèvement prévu le");
            assertThat(visit.page().locator("main")).not().containsText("Reste à payer");
        }
    }

    @Tag("long")
    @Test
    void a_debit_that_came_back_is_asked_for_and_the_next_one_is_told_beside_it() {
        paysBy("DIRECT_DEBIT");
        sentBack(invoice(today.minusMonths(3)));
        invoice(today.minusDays(5));
        try (var visit = dashboard("sent-back")) {
            assertThat(due(visit)).containsText("À payer");
            assertThat(due(visit).locator(".amount")).containsText("107,75");
            assertThat(due(visit)).containsText("Pour une autre facture, un prélèvement de 107,75 € est prévu le");
            assertThat(due(visit)).not().containsText("Prélèvement de");
            assertThat(payButton(visit)).isVisible();
            Axe.assertClean(visit.page());

            assertThat(visit.open("/factures").locator("tbody button")).hasCount(1);
            assertThat(due(visit)).containsText("Pour une autre facture, un prélèvement de 107,75");
        }
    }

    @Test
    @Tag("long")
    void who_pays_monthly_on_schedule_has_nothing_to_do() {
        paysBy("INSTALMENTS");
        invoice(today.minusMonths(2));
        try (var visit = dashboard("instalments")) {
            assertThat(due(visit)).containsText("Rien à faire");
            assertThat(due(visit)).containsText("Mensualités en cours");
            assertThat(due(visit)).containsText("Il reste 107,75");
            assertThat(due(visit).locator(".amount")).hasCount(0);
            assertThat(due(visit)).not().containsText("Échéance dépassée");
            assertThat(payButton(visit)).hasCount(0);
            Axe.assertClean(visit.page());

            assertThat(visit.open("/factures").locator("tbody .pill")).hasText("Mensualités en cours");
            assertThat(visit.page().locator("tbody button")).hasCount(0);
        }
    }

    @Test
    @Tag("long")
    void who_pays_monthly_and_was_sent_back_once_is_told_and_cannot_pay_twice() {
        paysBy("INSTALMENTS");
        sentBack(invoice(today.minusMonths(2)));
        try (var visit = dashboard("instalment-sent-back")) {
            assertThat(due(visit)).containsText("Une mensualité a été rejetée");
            assertThat(due(visit)).containsText("Pour le régler, appelez-nous au");
            assertThat(due(visit)).not().containsText("Rien à faire");
            assertThat(payButton(visit)).hasCount(0);
            Axe.assertClean(visit.page());
        }
    }

    @Test
    @Tag("long")
    void who_pays_monthly_and_was_sent_back_twice_is_asked_for_the_rest() {
        paysBy("INSTALMENTS");
        var invoice = invoice(today.minusMonths(2));
        sentBack(invoice);
        sentBack(invoice);
        invoice(today.minusDays(5));
        try (var visit = dashboard("instalments-sent-back")) {
            assertThat(due(visit)).containsText("Échéance dépassée");
            assertThat(due(visit)).containsText("Pour une autre facture, il reste 107,75 € à payer, mois par mois.");
            assertThat(payButton(visit)).isVisible();
        }
    }

    @Test
    @Tag("long")
    void one_debit_to_come_is_an_amount_on_a_day() {
        paysBy("DIRECT_DEBIT");
        invoice(today.minusDays(5));
        try (var visit = dashboard("debited-once")) {
            assertThat(due(visit)).containsText("Rien à faire");
            assertThat(due(visit).locator(".pill")).containsText("Prélèvement prévu le");
            assertThat(due(visit).locator(".amount")).containsText("107,75");
            assertThat(link(visit, "Voir la facture (PDF)")).isVisible();
            assertThat(link(visit, "Voir mes factures")).hasCount(1);
        }
    }

    @Test
    void a_payment_in_progress_is_nothing_to_do_and_is_not_paid_twice() {
        inProgress(invoice(today.minusDays(5)));
        try (var visit = dashboard("in-progress")) {
            assertThat(due(visit)).containsText("Rien à faire");
            assertThat(due(visit).locator(".pill")).hasText("Paiement en cours");
            assertThat(due(visit).locator(".amount")).containsText("107,75");
            assertThat(payButton(visit)).hasCount(0);
            Axe.assertClean(visit.page());

            assertThat(visit.open("/factures").locator("tbody .pill")).hasText("Paiement en cours");
            assertThat(visit.page().locator("main")).containsText("Paiement en cours : 107,75");
        }
    }

    @Test
    @Tag("long")
    void a_payment_in_progress_beside_what_is_asked_is_of_another_invoice() {
        invoice(today.minusDays(5));
        inProgress(invoice(today.minusMonths(2)));
        try (var visit = dashboard("in-progress-beside")) {
            assertThat(due(visit)).containsText("À payer");
            assertThat(due(visit)).containsText("Pour une autre facture, un paiement de 107,75 € est en cours.");
        }
    }

    @Test
    @Tag("long")
    void what_the_utility_owes_is_said() {
        pay(invoice(today.minusDays(20)));
        onAccount("12.00");
        try (var visit = dashboard("credit")) {
            assertThat(due(visit)).containsText("vous doit");
            assertThat(due(visit)).containsText("12,00");
            assertThat(due(visit)).containsText("déduit de votre prochaine facture");
            Axe.assertClean(visit.page());

            assertThat(visit.open("/factures").locator("main")).containsText("déduit de votre prochaine facture");
        }
    }

    @Test
    @Tag("long")
    void what_the_utility_owes_on_a_contract_that_has_ended_is_for_the_utility_to_pay_back() {
        pay(invoice(today.minusDays(20)));
        onAccount("12.00");
        end(agreement);
        try (var visit = dashboard("credit-ended")) {
            assertThat(due(visit)).containsText("Ce montant doit vous être remboursé. Appelez-nous au");
            assertThat(due(visit)).not().containsText("prochaine facture");

            assertThat(visit.open("/factures").locator("main")).containsText("Ce montant doit vous être remboursé.");
        }
    }

    @Test
    @Tag("long")
    void what_is_left_of_an_invoice_is_told_with_the_whole_of_it() {
        pay(invoice(today.minusDays(5)), "50.00");
        try (var visit = dashboard("part")) {
            assertThat(due(visit).locator(".amount")).containsText("57,75");
            assertThat(due(visit)).containsText("Il reste 57,75 € sur 107,75 €.");
            assertThat(lastInvoice(visit)).containsText("Reste à régler");
            assertThat(lastInvoice(visit)).containsText("57,75");
        }
    }

    @Test
    @Tag("long")
    void an_invoice_that_was_paid_too_much_is_settled_and_says_so() {
        pay(invoice(today.minusDays(5)), "119.75");
        try (var visit = dashboard("overpaid")) {
            assertThat(due(visit)).containsText("vous doit");
            assertThat(lastInvoice(visit)).containsText("Réglée, 12,00 € à votre crédit");
            assertThat(lastInvoice(visit)).not().containsText("Reste à régler");
        }
    }

    @Test
    @Tag("long")
    void a_credit_note_is_not_the_last_invoice() {
        pay(invoice(today.minusDays(20)));
        creditNote(today.minusDays(3));
        try (var visit = dashboard("credit-note")) {
            assertThat(due(visit)).containsText("21,55");
            assertThat(lastInvoice(visit)).containsText("Payée le");
            assertThat(visit.open("/factures").locator("tbody .pill").first()).hasText("21,55 € à votre crédit");
        }
    }

    @Test
    @Tag("long")
    void a_credit_note_that_an_invoice_has_used_up_is_deducted() {
        creditNote(today.minusDays(3));
        invoice(today.minusDays(20));
        try (var visit = visit()) {
            var states = visit.open("/factures").locator("tbody .pill");
            assertThat(states.first()).hasText("Avoir déduit");
            assertThat(due(visit)).containsText("86,20");
        }
    }

    @Test
    void another_contract_that_owes_is_one_line_that_leads_there() {
        var chosen = agreement;
        var other = anotherContract();
        agreement = other;
        invoice(today.minusDays(5));
        try (var visit = visit()) {
            var page = visit.open("/tableau-de-bord?contrat=" + chosen.value());
            shoot(page, "elsewhere");
            assertThat(due(visit)).containsText("Rien à payer");
            assertThat(page.getByText(Pattern.compile("^Pour votre contrat .* \\(eau\\), il reste 107,75")))
                    .isVisible();
            Axe.assertClean(page);
            assertThat(page.locator("main .button:not(.second)")).hasText(new String[] {"Voir ce contrat"});
            page.getByText("Voir ce contrat").click();

            page.waitForURL("**/tableau-de-bord?contrat=" + other.value());
            assertThat(due(visit)).containsText("À payer");
            assertThat(page.getByText("Pour votre contrat")).hasCount(0);
            end(other);
            page = visit.open("/tableau-de-bord?contrat=" + chosen.value());
            assertThat(page.getByText(Pattern.compile("^Pour votre contrat .* \\(eau, terminé\\), il reste 107,75")))
                    .isVisible();
            assertThat(page.locator("select option").last()).containsText("(terminé) – eau");
        }
    }

    @Test
    @Tag("long")
    void several_other_contracts_that_owe_are_one_line_that_leads_to_the_first() {
        var chosen = agreement;
        for (var count = 0; count < 2; count++) {
            agreement = anotherContract();
            invoice(today.minusDays(5));
        }
        try (var visit = visit()) {
            var page = visit.open("/tableau-de-bord?contrat=" + chosen.value());
            assertThat(page.getByText("Pour 2 autres contrats, il reste 215,50 € à payer."))
                    .isVisible();
            page.getByText("Voir le contrat").click();
            assertThat(due(visit)).containsText("À payer");
        }
    }

    private void end(AgreementId ended) {
        in(() -> database.sql("update agreement set ended_on = ? where id = ?")
                .params(today.minusDays(2), ended.value())
                .update());
    }
}
