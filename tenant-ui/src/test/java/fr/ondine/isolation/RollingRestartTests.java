package fr.ondine.isolation;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import fr.ondine.journeys.Visit;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.simulators.stripe.AccountSettings;
import fr.ondine.simulators.stripe.StripeSimulator;
import fr.ondine.testing.Rows;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** An upgrade as the chart does it: a new node comes, an old one goes, twice; while people read, sign in, type and pay. */
@IsolationTest
@Tag("long")
class RollingRestartTests {

    private static final String GOOD_CARD = "4242424242424242";
    private static final int READERS = 3;

    /** What the chart waits between taking a pod off the ingress and stopping it, only shorter. */
    private static final Duration LEAVE = Duration.ofSeconds(2);

    private static final LocatorAssertions.IsVisibleOptions A_WHILE =
            new LocatorAssertions.IsVisibleOptions().setTimeout(30_000);

    @TempDir
    Path folder;

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext application;

    private final Switch door = new Switch();
    private final CountedMails mails = new CountedMails();
    private final StripeSimulator stripe = StripeSimulator.start(0);
    private final List<Node> started = new ArrayList<>();
    private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answers = new AtomicInteger();
    private Marked utility;

    @Test
    void nobody_is_signed_out_and_nothing_that_was_sent_is_lost(TestReporter reporter) {
        utility = Marking.of(application, new Wire(port), 1).getFirst();
        open();
        var before = settled();
        var paid = 0;
        var saved = 0;
        var told = 0;
        try (var visit = Visit.at(utility.tenant(), door.port())) {
            var nodes = List.of(start("one"), start("two"));
            nodes.forEach(node -> door.lead(node.awaitReady().name(), node.port()));
            visit.page().setDefaultTimeout(30_000);
            signIn(visit);
            var restart = CompletableFuture.runAsync(() -> roll(nodes));
            var load = load(restart);
            while (!restart.isDone() || paid < 3) {
                owe();
                paid += pays(visit) ? 1 : 0;
                told += saves(visit, "Prénom" + saved) ? 0 : 1;
                saved++;
            }
            restart.join();
            load.forEach(CompletableFuture::join);
        } finally {
            started.forEach(Node::kill);
            door.close();
            mails.close();
            stripe.close();
        }
        reporter.publishEntry(
                "while two nodes were replaced",
                answers + " answers, " + paid + " payments, " + saved + " forms, of which " + told
                        + " were typed twice");
        assertThat(complaints).isEmpty();
        assertThat(door.failures()).isEmpty();
        assertThat(settled() - before).as("each payment once").isEqualTo(paid);
    }

    private void roll(List<Node> nodes) {
        for (var node : nodes) {
            var next = start("new" + node.name()).awaitReady();
            door.lead(next.name(), next.port());
            door.leave(node.name());
            pause(LEAVE);
            node.stop();
            try {
                assertThat(node.endsWithin(Duration.ofSeconds(60)))
                        .as(node::said)
                        .isTrue();
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }

    private List<CompletableFuture<Void>> load(CompletableFuture<Void> restart) {
        var load = new ArrayList<CompletableFuture<Void>>();
        for (var reader = 0; reader < READERS; reader++) {
            var cookies = signedIn();
            load.add(until(restart, () -> {
                for (var page : List.of(
                        "/tableau-de-bord",
                        "/mon-compte",
                        "/consommations.csv?contrat=" + utility.ids().get("agreement"))) {
                    var answer = through(Asked.get(utility.host(), page).cookies(cookies));
                    complain(answer.status() != 200, page + " " + answer.head());
                }
            }));
        }
        load.add(until(restart, this::signedIn));
        return load;
    }

    private static CompletableFuture<Void> until(CompletableFuture<Void> end, Runnable again) {
        var whole = new CompletableFuture<Void>();
        Thread.ofVirtual().start(() -> {
            try {
                while (!end.isDone()) {
                    again.run();
                    pause(Duration.ofMillis(50));
                }
                whole.complete(null);
            } catch (RuntimeException | Error failed) {
                whole.completeExceptionally(failed);
            }
        });
        return whole;
    }

    private String signedIn() {
        var answer = through(Asked.form(
                utility.host(),
                "/connexion",
                "email=" + utility.email() + "&password=" + Marked.PASSWORD.replace(' ', '+')));
        complain(!answer.header("Location").endsWith("/tableau-de-bord"), "sign-in " + answer.head());
        return answer.cookies();
    }

    private Answer through(Asked asked) {
        var answer = new Wire(door.port()).send(asked);
        answers.incrementAndGet();
        return answer;
    }

    private void complain(boolean isWrong, String what) {
        if (isWrong) {
            complaints.add(what);
        }
    }

    /** Whether it was paid without a word that the page must be loaded again. */
    private boolean pays(Visit visit) {
        var page = visit.open("/factures");
        assertThat(page.url()).as("still signed in").endsWith("/factures");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Payer la facture")))
                .first()
                .click();
        if (reloaded(page, page.getByLabel("Numéro de carte"))) {
            return false;
        }
        page.getByLabel("Numéro de carte").fill(GOOD_CARD);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Payer")))
                .click();
        assertThat(page.getByText("Paiement reçu")).isVisible(A_WHILE);
        return true;
    }

    /** Whether it was taken the first time; otherwise the page says what it knows, and is filled in again. */
    private boolean saves(Visit visit, String name) {
        var page = visit.open("/mon-compte/nom");
        var shown = page.getByText(name + " " + utility.kept());
        fill(page, name);
        var isLost = reloaded(page, shown);
        if (isLost) {
            fill(page, name);
        }
        assertThat(shown).isVisible(A_WHILE);
        return !isLost;
    }

    private static void fill(Page page, String name) {
        page.getByLabel("Prénom").fill(name);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enregistrer"))
                .click();
    }

    /** Waits for one thing or for the word that the page must be loaded again, and does that. */
    private static boolean reloaded(Page page, Locator wanted) {
        var card = page.locator(".v-system-error");
        assertThat(wanted.or(card).first()).isVisible(A_WHILE);
        if (!card.isVisible()) {
            return false;
        }
        assertThat(card).containsText("La page doit être rechargée");
        card.click();
        page.locator("#outlet main h1").waitFor();
        return true;
    }

    private void signIn(Visit visit) {
        var page = visit.open("/connexion");
        page.getByLabel("Adresse e\u2011mail").fill(utility.email());
        page.getByLabel("Mot de passe", new Page.GetByLabelOptions().setExact(true))
                .fill(Marked.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/tableau-de-bord.*"));
    }

    private void open() {
        var slug = utility.tenant().slug();
        stripe.open(AccountSettings.of("acct_1" + slug, "sk_test_" + slug)
                .webhook(
                        URI.create("http://" + utility.host() + ":" + door.port() + "/webhooks/stripe"),
                        "whsec_" + slug));
    }

    private Node start(String name) {
        var slug = utility.tenant().slug();
        var settings = Node.settings(door, mails);
        settings.putAll(Map.of(
                "ondine.stripe-api.base",
                stripe.baseUri().toString(),
                "ondine.stripe." + slug + ".secret-key",
                "sk_test_" + slug,
                "ondine.stripe." + slug + ".webhook-secret",
                "whsec_" + slug,
                "spring.lifecycle.timeout-per-shutdown-phase",
                "20s"));
        var node = Node.start(name, settings, folder);
        started.add(node);
        return node;
    }

    private void owe() {
        in(() -> {
            var agreement = new AgreementId(UUID.fromString(utility.ids().get("agreement")));
            var net = Money.euros("90.00");
            var vat = Money.euros("4.95");
            var invoice = new Rows(application.getBean(JdbcClient.class)).invoice(agreement, net, vat);
            return application
                    .getBean(Ledger.class)
                    .post(LedgerEntry.invoice(invoice, agreement, LocalDate.of(2026, 1, 15), net, vat));
        });
    }

    private int settled() {
        return in(() -> application
                .getBean(JdbcClient.class)
                .sql("select count(distinct invoice_id) from payment where state = 'SETTLED'"
                        + " and 1 = (select count(*) from payment other where other.invoice_id = payment.invoice_id"
                        + " and other.state = 'SETTLED')")
                .query(Integer.class)
                .single());
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(
                utility.tenant(),
                () -> application.getBean(TransactionTemplate.class).execute(status -> work.get()));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
