package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.demo.data.DemoSample;
import fr.ondine.demo.data.DemoSubscriber;
import fr.ondine.demo.data.DemoSubscribers;
import fr.ondine.demo.data.DemoUtility;
import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Vault;
import fr.ondine.simulators.stripe.StripeSimulator;
import fr.ondine.tenantconfig.BundledTenants;
import fr.ondine.tenantconfig.ClaimRule.Order;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.SimulatedStripe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** The main job, end to end: sign up, claim, read and pay, send a reading; in the long run at all utilities and widths. */
@PortalTest
class JourneyTests {

    private static final String PASSWORD = "trois chevaux gris";
    private static final String CARD = "4242 4242 4242 4242";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));
    private static final String FETCHED = """
            async link => {
              const bytes = new Uint8Array(await (await fetch(link.href)).arrayBuffer());
              let text = '';
              for (const byte of bytes) text += String.fromCharCode(byte);
              return btoa(text);
            }""";
    private static final StripeSimulator STRIPE = StripeSimulator.start(0);

    @LocalServerPort
    int port;

    @Autowired
    Imports imports;

    @Autowired
    Vault vault;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @DynamicPropertySource
    static void partners(DynamicPropertyRegistry properties) {
        SimulatedStripe.propertiesFor(STRIPE).forEach((name, value) -> properties.add(name, () -> value));
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", CaughtMails.shared()::port);
    }

    @BeforeEach
    void the_well_known_subscribers_and_an_account_at_the_provider() {
        DemoSample.load(imports, TODAY);
        BundledTenants.slugs()
                .forEach(slug -> STRIPE.open(SimulatedStripe.settings(
                        new TenantId(slug), URI.create("http://" + slug + ".localhost:" + port + "/webhooks/stripe"))));
    }

    @ParameterizedTest(name = "at {0}, {1} pixels wide, with the {2}")
    @CsvSource({"malesherbois,1280,KEYBOARD"})
    void a_subscriber_comes_with_an_invoice_on_paper_and_leaves_with_it_paid(String slug, int width, Hands hands) {
        walk(slug, width, hands);
    }

    @Tag("long")
    @ParameterizedTest(name = "at {0}, {1} pixels wide")
    @CsvSource({"siegvo,360", "siegvo,1280", "malesherbois,1280", "malesherbois,360", "ileo,360", "ileo,1280"})
    void and_so_at_the_other_widths(String slug, int width) {
        walk(slug, width, Hands.MOUSE);
    }

    private void walk(String slug, int width, Hands hands) {
        var subscriber = whoOwes(slug);
        try (var visit = new Visit(new TenantId(slug), port, width, ColorScheme.LIGHT)) {
            var journey = new Journey(visit, slug, width, hands, subscriber);
            journey.arrive();
            var email = BundledTenants.read(slug).claims().order() == Order.CLAIM_FIRST
                    ? journey.claimThenSignUp()
                    : journey.signUpThenClaim();
            journey.seeTheDashboard();
            journey.readAndPay(email);
            journey.sendAReading();
            journey.leave();
            journey.comeBack(email);
        }
    }

    /** Somebody who has an invoice to pay, and what is printed on it. */
    private DemoSubscriber whoOwes(String slug) {
        var owing = TenantContext.callAs(new TenantId(slug), () -> transaction.execute(status -> owing(slug)));
        var known = DemoSubscribers.of(DemoUtility.of(slug), TODAY).withPaperInvoice().stream()
                .collect(Collectors.toMap(DemoSubscriber::agreementNumber, Function.identity()));
        return owing.stream()
                .filter(holder -> holder.claimKey().isEmpty() ? known.containsKey(holder.agreementNumber()) : true)
                .map(holder -> known.getOrDefault(holder.agreementNumber(), holder))
                .filter(holder ->
                        !holder.claimKey().isEmpty() || !holder.email().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private List<DemoSubscriber> owing(String slug) {
        var numbers = BundledTenants.read(slug).contractNumbers();
        return database.sql("""
                        select number, claim_key from agreement where payment_method = 'ON_INVOICE' and ended_on is null
                        and (select sum(amount) from posting
                             where account = 'RECEIVABLE' and posting.agreement_id = agreement.id) > 1
                        and not exists (select from customer_link link where link.customer_id = agreement.customer_id)
                        order by number
                        """)
                .query((row, line) -> new DemoSubscriber(
                        slug,
                        "",
                        numbers.display(row.getString("number")),
                        "",
                        row.getBytes("claim_key") == null ? "" : vault.decrypt(row.getBytes("claim_key")),
                        "",
                        "",
                        ""))
                .list();
    }

    /** What the person uses; on the keyboard nothing is reached but by Tab. */
    private enum Hands {
        MOUSE {
            @Override
            void approach(Locator target) {
                target.hover();
            }

            @Override
            void fill(Locator field, String text) {
                field.fill(text);
            }

            @Override
            void press(Locator target) {
                target.click();
            }

            @Override
            void choose(Locator select, String option) {
                var found = select.locator("option", new Locator.LocatorOptions().setHasText(option));
                select.selectOption(found.getAttribute("value"));
            }
        },
        KEYBOARD {
            @Override
            void approach(Locator target) {
                reach(target);
            }

            @Override
            void fill(Locator field, String text) {
                reach(field);
                field.page().keyboard().press("Control+A");
                field.page().keyboard().type(text);
            }

            @Override
            void press(Locator target) {
                reach(target);
                target.page().keyboard().press("Enter");
            }

            @Override
            void choose(Locator select, String option) {
                reach(select);
                var keyboard = select.page().keyboard();
                keyboard.press("Home");
                for (var down = 0; !chosen(select).contains(option); down++) {
                    if (down == MOST_OPTIONS) {
                        throw new AssertionError("not among the options: " + option);
                    }
                    keyboard.press("ArrowDown");
                }
            }

            private static String chosen(Locator select) {
                return select.locator("option:checked").textContent();
            }

            private static void reach(Locator target) {
                target.waitFor();
                for (var tab = 0; tab < MOST_TABS; tab++) {
                    if (Boolean.TRUE.equals(target.evaluate("element => element === document.activeElement"))) {
                        return;
                    }
                    target.page().keyboard().press("Tab");
                }
                throw new AssertionError("not reached by the keyboard: " + target);
            }
        };

        private static final int MOST_TABS = 100;
        private static final int MOST_OPTIONS = 20;

        /** Goes to it without pressing it. */
        abstract void approach(Locator target);

        abstract void fill(Locator field, String text);

        abstract void press(Locator target);

        abstract void choose(Locator select, String option);
    }

    private record Journey(Visit visit, String slug, int width, Hands hands, DemoSubscriber subscriber) {

        void arrive() {
            visit.open("/");
            look("accueil");
        }

        String signUpThenClaim() {
            var email = "essai-" + UUID.randomUUID() + "@exemple.fr";
            var page = visit.open("/inscription");
            fill("Adresse e\u2011mail", email);
            fill("Mot de passe", PASSWORD);
            fill("Confirmation du mot de passe", PASSWORD);
            look("inscription");
            press("Valider");
            assertThat(page.getByText("Relevez votre boîte mail").first()).isVisible();
            visit.open(link(email));
            hands.fill(page.locator("#password"), PASSWORD);
            press("Activer mon compte");
            page.waitForURL(Pattern.compile(".*/tableau-de-bord.*"));
            visit.open("/tableau-de-bord");
            look("tableau-de-bord-vide");
            visit.open("/contrats/lier");
            look("lier");
            fill("Numéro de contrat", subscriber.agreementNumber().toLowerCase());
            fill("Clé de sécurité", subscriber.claimKey().toLowerCase());
            press(BundledTenants.read(slug).words().claimSubmit());
            assertThat(page.getByRole(AriaRole.STATUS)).containsText("dans votre espace");
            look("lie");
            CaughtMails.shared().await(email, mail -> mail.plain().contains(subscriber.agreementNumber()));
            return email;
        }

        String claimThenSignUp() {
            var page = visit.open("/inscription");
            look("inscription");
            fill(
                    "Numéro de contrat",
                    subscriber.formerNumber().isEmpty() ? subscriber.agreementNumber() : subscriber.formerNumber());
            hands.choose(page.getByLabel("Ce qui vous identifie"), "Numéro de facture");
            fill("Numéro de facture", subscriber.invoiceNumber());
            press("Continuer");
            assertThat(page.getByText("Étape 2 sur 3").first()).isVisible();
            fill("Nom", "Essai");
            fill("Adresse e\u2011mail", subscriber.email());
            fill("Mot de passe", PASSWORD);
            fill("Confirmation du mot de passe", PASSWORD);
            look("vos-informations");
            press("Continuer");
            assertThat(page.getByText("Étape 3 sur 3").first()).isVisible();
            visit.open(link(subscriber.email()));
            look("activation");
            hands.fill(page.locator("#password"), PASSWORD);
            press("Activer mon compte");
            page.waitForURL(Pattern.compile(".*/tableau-de-bord.*"));
            return subscriber.email();
        }

        void seeTheDashboard() {
            var page = visit.open("/tableau-de-bord");
            chooseContract();
            assertThat(page.locator("dd", new Page.LocatorOptions().setHasText(subscriber.agreementNumber()))
                            .first())
                    .isVisible();
            look("tableau-de-bord");
        }

        void readAndPay(String email) {
            var page = visit.page();
            hands.press(page.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName("Factures").setExact(true))
                    .first());
            page.waitForURL(Pattern.compile(".*/factures.*"));
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                    .hasText("Mes factures");
            look("factures");
            var unpaid = page.locator("tbody tr")
                    .filter(new Locator.FilterOptions().setHas(page.getByRole(AriaRole.BUTTON, named("Payer"))))
                    .first();
            var number = number(unpaid);
            openThePaper(unpaid, number);
            var list = URI.create(page.url());
            hands.press(unpaid.getByRole(AriaRole.BUTTON));
            page.waitForURL(Pattern.compile(".*/c/pay/.*"));
            hands.fill(page.locator("input[name=number]"), CARD);
            page.keyboard().press("Enter");
            assertThat(page.getByText("Paiement reçu").first()).isVisible();
            look("paiement-recu");
            CaughtMails.shared()
                    .await(email, mail -> mail.subject().toLowerCase().contains("reçu"));
            visit.open(list.getPath() + (list.getQuery() == null ? "" : "?" + list.getQuery()));
            var paid = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(number));
            assertThat(paid).hasCount(1);
            assertThat(paid).containsText("Payée le");
            assertThat(paid.getByRole(AriaRole.BUTTON)).hasCount(0);
        }

        private static String number(Locator row) {
            var line = row.locator(".small", new Locator.LocatorOptions().setHasText("Facture n°"));
            return line.textContent().replaceFirst("^Facture n°\u00a0", "");
        }

        /** The link stands in the row of the invoice, and what it opens is that invoice. */
        private void openThePaper(Locator row, String number) {
            var link = row.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("PDF"));
            hands.approach(link);
            var encoded = (String) link.evaluate(FETCHED);
            var bytes = Base64.getDecoder().decode(encoded);
            assertTrue(new String(bytes, 0, 5, StandardCharsets.US_ASCII).equals("%PDF-"), "is a PDF");
            try (var paper = Loader.loadPDF(bytes)) {
                var text = new PDFTextStripper().getText(paper).replace('\u00a0', ' ');
                assertTrue(text.contains(number), text);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        /** Who has several contracts chooses the one of the invoice in hand. */
        private void chooseContract() {
            var choice = visit.page().locator("select");
            if (choice.count() > 0) {
                hands.choose(choice.first(), subscriber.agreementNumber());
                press("Afficher");
                assertThat(choice.first()).isFocused();
            }
        }

        void sendAReading() {
            var page = visit.open("/consommations");
            look("consommations");
            hands.press(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Transmettre un relevé")));
            fill("Chiffres noirs du compteur", "1");
            look("releve");
            press("Envoyer ce relevé");
            assertThat(page.getByRole(AriaRole.ALERT)).containsText("le dernier connu");
            look("releve-refuse");
            keepOneMore();
        }

        /** One cubic metre more than the last known is kept, after a second look if that is unusually little. */
        private void keepOneMore() {
            var page = visit.page();
            var last = page.getByText("Dernier relevé connu").textContent();
            var digits = last.substring(last.indexOf(':'), last.indexOf("m³")).replaceAll("\\D", "");
            var more = Long.parseLong(digits) + 1;
            var thanks = page.getByText("votre relevé est enregistré");
            var doubt = page.getByText("Regardez encore une fois").first();
            fill("Chiffres noirs du compteur", String.valueOf(more));
            press("Envoyer ce relevé");
            assertThat(thanks.or(doubt).first()).isVisible();
            if (doubt.isVisible()) {
                fill("Chiffres noirs du compteur", String.valueOf(more));
                press("Envoyer ce relevé");
            }
            assertThat(thanks).isVisible();
            look("releve-enregistre");
            hands.press(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Voir ma consommation")));
            var newest = page.locator("table:has-text('Les derniers relevés') tbody tr")
                    .first();
            assertThat(newest).containsText("par vous");
            assertThat(newest).containsText(Pattern.compile(grouped(more) + "\\sm³"));
        }

        private static String grouped(long number) {
            return String.valueOf(number).replaceAll("(?<=\\d)(?=(\\d{3})+$)", "\\\\s");
        }

        void leave() {
            var page = visit.open("/mon-compte");
            look("mon-compte");
            press("Se déconnecter");
            page.waitForURL(Pattern.compile(".*/connexion.*"));
        }

        void comeBack(String email) {
            var page = visit.open("/connexion");
            look("connexion");
            fill("Adresse e\u2011mail", email);
            fill("Mot de passe", PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/(tableau-de-bord|$).*"));
        }

        /** The path of the activation link in the mail to that address. */
        private static String link(String email) {
            var mail =
                    CaughtMails.shared().await(email, caught -> caught.plain().contains("/activation"));
            return mail.link().getPath() + "?" + mail.link().getQuery();
        }

        private void fill(String label, String text) {
            hands.fill(visit.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true)), text);
        }

        private void press(String button) {
            hands.press(visit.page().getByRole(AriaRole.BUTTON, named(button)).first());
        }

        private static Page.GetByRoleOptions named(String name) {
            return new Page.GetByRoleOptions().setName(name);
        }

        /** Axe, and a picture for whoever wants to look. */
        private void look(String name) {
            Axe.assertClean(visit.page());
            Pictures.keep(
                    visit.page(),
                    new Page.ScreenshotOptions()
                            .setFullPage(true)
                            .setPath(Path.of("target", "screenshots", slug, name + "-" + width + ".png")));
        }
    }
}
