package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.testing.Utilities;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever is asked, the page says how to pay it: by a button, or by a word where there is none. */
class WaysToPayTests extends MoneyPages {

    static final TenantId MODEL = Utilities.MALESHERBOIS;

    @Autowired
    TenantProvisioning provisioning;

    @Test
    void a_debit_that_came_back_is_told_with_its_day_and_what_to_do() {
        paysBy("DIRECT_DEBIT");
        sentBack(invoice(today.minusMonths(2)));
        try (var visit = dashboard("missed")) {
            assertThat(due(visit)).containsText("Votre prélèvement a été rejeté le");
            assertThat(due(visit)).containsText("Payez par carte, ou appelez-nous au");
            assertThat(payButton(visit)).isVisible();
            Axe.assertClean(visit.page());

            assertThat(visit.open("/factures").locator("tbody tr")).containsText("Prélèvement rejeté le");
            assertThat(due(visit)).containsText("Votre prélèvement a été rejeté le");
            Axe.assertClean(visit.page());
        }
    }

    @Test
    @Tag("long")
    void a_debit_that_came_back_among_several_invoices_is_one_of_them() {
        paysBy("DIRECT_DEBIT");
        sentBack(invoice(today.minusMonths(2)));
        invoice(today.minusMonths(3));
        try (var visit = dashboard("missed-several")) {
            assertThat(due(visit)).containsText("Un prélèvement a été rejeté le");
            assertThat(due(visit)).containsText("En tout, pour 2 factures.");
        }
    }

    @Test
    @Tag("long")
    void a_debit_that_was_never_made_is_told_too() {
        paysBy("DIRECT_DEBIT");
        invoice(today.minusMonths(2));
        try (var visit = dashboard("not-debited")) {
            assertThat(due(visit)).containsText("Ce montant n'a pas été prélevé.");
            assertThat(due(visit)).containsText("Payez par carte, ou appelez-nous au");
        }
    }

    @Test
    @Tag("long")
    void who_pays_on_invoice_is_told_of_no_debit() {
        invoice(today.minusMonths(2));
        try (var visit = dashboard("overdue")) {
            assertThat(due(visit)).containsText("Échéance dépassée");
            assertThat(due(visit)).not().containsText("prélev");
            assertThat(due(visit)).not().containsText("appelez-nous");
        }
    }

    @Tag("long")
    @Test
    void what_is_too_little_for_a_card_has_no_button_but_a_sentence() {
        invoice(today.minusDays(5));
        onAccount("107.00");
        try (var visit = dashboard("too-small")) {
            assertThat(due(visit)).containsText("0,75");
            assertThat(due(visit)).containsText("Ce montant est trop petit pour être payé par carte");
            assertThat(payButton(visit)).hasCount(0);
            assertThat(visit.open("/factures").locator("tbody button")).hasCount(0);
        }
    }

    @Test
    @Tag("long")
    void an_invoice_too_small_for_a_card_among_others_is_told_apart() {
        invoice(today.minusDays(5));
        pay(invoice(today.minusDays(6)), "107.00");
        try (var visit = dashboard("one-too-small")) {
            assertThat(due(visit))
                    .containsText("Une facture d'un montant trop petit ne peut pas être payée par carte.");
            assertThat(visit.open("/factures").locator("tbody button")).hasCount(1);
        }
    }

    @Test
    @Tag("long")
    void the_least_that_a_card_takes_has_its_button() {
        invoice(today.minusDays(5));
        onAccount("106.75");
        try (var visit = dashboard("least")) {
            assertThat(due(visit)).not().containsText("trop petit");
            assertThat(payButton(visit)).isVisible();
        }
    }

    @Test
    @Tag("long")
    void an_older_invoice_that_may_not_be_paid_here_says_whom_to_call() {
        moveTo(latestOnly());
        invoice(today.minusMonths(7));
        pay(invoice(today.minusDays(20)));
        try (var visit = dashboard("older")) {
            assertThat(due(visit)).containsText("Cette facture ne peut pas être payée ici par carte.");
            assertThat(payButton(visit)).hasCount(0);
            assertThat(link(visit, "Voir la facture (PDF)")).isVisible();
            Axe.assertClean(visit.page());
        }
    }

    @Test
    @Tag("long")
    void older_invoices_that_may_not_be_paid_here_say_whom_to_call() {
        moveTo(latestOnly());
        invoice(today.minusMonths(7));
        invoice(today.minusMonths(8));
        pay(invoice(today.minusDays(20)));
        try (var visit = dashboard("older-several")) {
            assertThat(due(visit)).containsText("Ces factures ne peuvent pas être payées ici par carte.");
            assertThat(link(visit, "Voir et payer mes factures")).hasCount(0);
            assertThat(visit.open("/factures").locator("tbody button")).hasCount(0);
        }
    }

    @Test
    @Tag("long")
    void where_only_the_latest_invoice_may_be_paid_the_list_says_why_the_others_have_no_button() {
        moveTo(latestOnly());
        invoice(today.minusMonths(7));
        invoice(today.minusDays(5));
        try (var visit = dashboard("latest-only")) {
            assertThat(link(visit, "Voir et payer mes factures")).isVisible();
            assertThat(visit.open("/factures").locator("tbody button")).hasCount(1);
            assertThat(due(visit)).containsText("Ici, seule votre dernière facture peut être payée par carte.");
        }
    }

    @Test
    void without_cards_the_invoice_itself_says_how_to_pay() {
        moveTo(withoutCards());
        invoice(today.minusDays(5));
        try (var visit = dashboard("no-cards")) {
            assertThat(due(visit)).containsText("suivez les indications de votre facture");
            assertThat(payButton(visit)).hasCount(0);
            visit.open("/factures");
            assertThat(due(visit)).containsText("suivez les indications de votre facture");
        }
    }

    @Test
    @Tag("long")
    void without_cards_who_was_sent_back_is_asked_to_call() {
        moveTo(withoutCards());
        paysBy("DIRECT_DEBIT");
        sentBack(invoice(today.minusMonths(2)));
        try (var visit = dashboard("missed-no-cards")) {
            assertThat(due(visit)).containsText("Votre prélèvement a été rejeté le");
            assertThat(due(visit)).containsText("Appelez-nous au");
            assertThat(due(visit)).not().containsText("par carte");
        }
    }

    private TenantId latestOnly() {
        var yaml = Utilities.like(MODEL, LATEST_ONLY.slug());
        return provisioning.provision(yaml.replace("payable: every-invoice", "payable: latest-invoice"));
    }

    private TenantId withoutCards() {
        var yaml = Utilities.like(MODEL, "withoutcards");
        return provisioning.provision(
                yaml.replace("provider: stripe", "provider: none").replaceAll(" *stripe-account: .*\n", ""));
    }
}
