package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.billing.ChosenForms;
import fr.ondine.platform.billing.InvoiceForm;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.documents.Braille;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody who does not understand an invoice is told what it is made of, from where the question arises. */
@PortalTest
class ExplainedInvoicePagesTests {

    /** What of a list does not fit, beside the arrow that opens it. */
    private static final String CUT = """
            list => {
              const style = getComputedStyle(list);
              const pen = document.createElement('canvas').getContext('2d');
              pen.font = style.font;
              const room = list.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight) - 20;
              return [...list.options].map((one) => one.text).filter((text) => pen.measureText(text).width > room);
            }""";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Ledger ledger;

    @Autowired
    ChosenForms forms;

    @Autowired
    Braille braille;

    private final TenantId utility = Utilities.ILEO;
    private AgreementId agreement;
    private UserId subscriber;
    private ReceivableId invoice;

    @BeforeEach
    void a_subscriber_with_the_invoices_of_a_year() {
        in(() -> {
            var rows = new Rows(database);
            agreement = rows.agreement();
            subscriber = rows.user();
            rows.link(subscriber, agreement);
            invoice = new ExplainedInvoices(database, ledger, agreement).issued();
            return invoice;
        });
    }

    @Test
    void an_invoice_is_explained_from_the_list_on_a_phone_and_on_a_desk() {
        for (var width : new int[] {Visit.PHONE, Visit.DESK}) {
            try (var visit = visit(width)) {
                var page = visit.open("/factures");
                Pictures.keep(page, shot("liste", width));
                page.getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName(Pattern.compile("^Comprendre la facture")))
                        .first()
                        .click();
                page.waitForURL(Pattern.compile(".*/factures/" + invoice.value() + "/comprendre.*"));

                assertThat(page.locator(".amount").first()).containsText("166,87 €");
                says(page, "Votre compteur a été remplacé");
                says(page, "49,589 m³ avaient déjà été facturés");
                says(page, "cette facture en compte 63,411 m³");
                says(page, "Cela fait 312 litres par jour");
                says(page, "C'est 14 % de plus cette fois");
                says(page, "Un prix a changé le 1er octobre 2025");
                says(page, "36,50 € par an, pour 184 jours sur 365.");
                says(page, "86,3 m³ à 2,00 €.");
                says(page, "Prix de la tranche de 0 m³ à 200 m³ par an.");
                says(page, "Prix en vigueur depuis le 1er octobre 2025 (délibération n° 2025-12).");
                says(page, "resté le même le 1er octobre 2025");
                says(page, "est retirée ici, hors taxes");
                says(page, "L'agence de l'eau");
                says(page, "il restait 130,01 € à payer");
                says(page, "cela faisait 296,88 € en tout");
                assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .isEqualTo(true);
                Axe.assertClean(page);
                Pictures.keep(page, shot("comprendre", width));
            }
        }
    }

    @Test
    void an_invoice_of_which_little_is_known_says_what_is_known() {
        in(() -> database.sql(
                        "update invoice_line set charge = null, used_from = null, used_until = null, price_units = 1,"
                                + " unit_price = net_amount / quantity where invoice_id = ?")
                .param(invoice.value())
                .update());
        try (var visit = visit(Visit.PHONE)) {
            var page = visit.open(path(invoice.value()));
            assertThat(page.locator(".amount").first()).containsText("166,87 €");
            assertThat(page.getByText("délibération")).hasCount(0);
            assertThat(page.getByText("À qui va cet argent")).hasCount(0);
            assertThat(page.getByText("avaient déjà été facturés")).hasCount(0);
            Axe.assertClean(page);
            Pictures.keep(page, shot("comprendre-importee", Visit.PHONE));
        }
    }

    @Test
    void what_a_credit_note_gives_back_is_no_sum_to_pay() {
        in(() -> database.sql(
                        "update invoice set kind = 'CREDIT_NOTE', net_amount = -net_amount, vat_amount = -vat_amount,"
                                + " total_amount = -total_amount where id = ?")
                .param(invoice.value())
                .update());
        try (var visit = visit(Visit.PHONE)) {
            var page = visit.open(path(invoice.value()));
            says(page, "Ce qui vous est rendu");
            says(page, "Avoir n°");
            says(page, "Comprendre mon avoir");
            says(page, "Le détail de cet avoir n'est pas connu ici.");
            says(page, "Voir l'avoir (PDF)");
            says(page, "Le même avoir, pour le lire autrement.");
            assertThat(page.locator("main")).not().containsText("avec cette facture");
            assertThat(page.locator(".amount").first().innerText()).startsWith("166,87");
            Pictures.keep(page, shot("comprendre-avoir", Visit.PHONE));
        }
    }

    @Test
    void the_same_invoice_is_read_otherwise_and_asked_for_so_from_then_on() {
        try (var visit = visit(Visit.PHONE)) {
            var page = visit.open(path(invoice.value()));
            assertThat(answer(page, "texte.txt")).isEqualTo("200 text/plain;charset=UTF-8");
            assertThat(answer(page, "gros-caracteres.pdf")).isEqualTo("200 application/pdf");
            assertThat(answer(page, "braille-integral.brf"))
                    .isEqualTo(braille.isInstalled() ? "200 text/x-brf" : "409 application/problem+json");

            link(page, "Recevoir toutes les factures dans un de ces formats").click();
            page.waitForURL(Pattern.compile(".*/factures/envoi.*"));
            assertThat(page.getByLabel("Format des factures").evaluate(CUT))
                    .as("no choice is wider than a phone shows")
                    .isEqualTo(List.of());
            page.getByLabel("Format des factures").selectOption("Papier, en gros caractères");
            page.getByText("Enregistrer ce choix").click();
            says(page, "C'est noté\u00a0: Papier, en gros caractères.");
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .isEqualTo(true);
            Axe.assertClean(page);
            Pictures.keep(page, shot("envoi", Visit.PHONE));
        }
        assertThat(in(() -> forms.of(subscriber, agreement))).isEqualTo(InvoiceForm.LARGE_PRINT);
    }

    private Object answer(Page page, String file) {
        return page.evaluate(
                "file => fetch(file).then(answer => answer.status + ' ' + answer.headers.get('content-type'))",
                "/factures/" + invoice.value() + "/" + file);
    }

    private static Locator link(Page page, String words) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(words));
    }

    @Test
    void nobody_elses_invoice_is_explained() {
        subscriber = in(() -> new Rows(database).user());
        try (var stranger = visit(Visit.DESK)) {
            for (var path : new String[] {path(invoice.value()), path(UUID.randomUUID()), "/factures/x/comprendre"}) {
                stranger.answer(path);
                assertThat(stranger.page().locator("#outlet main h1")).containsText("n'existe pas");
                assertThat(stranger.page().getByText("166,87")).hasCount(0);
            }
        }
    }

    private static void says(Page page, String text) {
        assertThat(page.getByText(text).first()).isVisible();
    }

    private String path(UUID id) {
        return "/factures/" + id + "/comprendre?contrat=" + agreement.value();
    }

    private Visit visit(int width) {
        var visit = new Visit(utility, port, width, ColorScheme.LIGHT);
        visit.answer(SignInWithoutAsking.path(subscriber));
        return visit;
    }

    private static Page.ScreenshotOptions shot(String name, int width) {
        return new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target", "screenshots", "facture-" + name + "-" + width + ".png"));
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(utility, () -> transaction.execute(status -> work.get()));
    }
}
