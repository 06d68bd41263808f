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
import java.util.stream.Stream;
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
    private static final int NODES = 2;

    private static final String WRITER = "late@exemple.fr";
    private static final Map<String, String> WRITTEN = Map.of(
            "Nom et prénom", "Anne Dupont",
            "Adresse e\u2011mail", WRITER,
            "Objet", "Une question",
            "Votre message", "Elle est longue,\net sur deux lignes.");

    private static final Locator.FilterOptions RELOADED =
            new Locator.FilterOptions().setHasText("La page a été rechargée.");

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
    private final AtomicInteger reloads = new AtomicInteger();
    private final AtomicInteger owed = new AtomicInteger();
    private Marked utility;

    @Test
    void nobody_is_signed_out_and_nothing_that_was_typed_or_sent_is_lost(TestReporter reporter) {
        utility = Marking.of(application, new Wire(port), 1).getFirst();
        open();
        var before = payments();
        var rounds = 0;
        try (var visit = Visit.at(utility.tenant(), door.port());
                var writer = Visit.at(utility.tenant(), door.port());
                var payer = Visit.at(utility.tenant(), door.port())) {
            var nodes = List.of(start("one"), start("two"));
            nodes.forEach(node -> door.lead(node.awaitReady().name(), node.port()));
            Stream.of(visit, writer, payer).forEach(this::signIn);
            owe();
            beginToWrite(writer.open("/contact"));
            payer.open("/factures");

            var restart = CompletableFuture.runAsync(() -> roll(nodes));
            var load = load(restart);
            // each round ends by itself, and so does the restart: each of its steps has a patience of its own
            while (!restart.isDone() || rounds < 3) {
                owe();
                pay(visit.open("/factures"));
                save(visit.open("/mon-compte/nom"), "Prénom" + rounds);
                rounds++;
            }
            restart.join();
            load.forEach(CompletableFuture::join);

            owe();
            goOnWriting(writer.page());
            assertThat(pay(payer.page()))
                    .as("both nodes that the page can have been at are gone")
                    .isPositive();
        } finally {
            started.forEach(Node::kill);
            door.close();
            mails.close();
            stripe.close();
        }
        reporter.publishEntry(
                "while two nodes were replaced",
                answers + " answers, " + rounds + " payments and forms, " + reloads + " pages that loaded again");
        assertThat(complaints).isEmpty();
        assertThat(door.failures()).isEmpty();
        var after = payments();
        assertThat(after.settled() - before.settled()).as("each payment once").isEqualTo(rounds + 1);
        assertThat(after.other()).as("no payment failed or is not known").isEqualTo(before.other());
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

    /** How often the page had to be loaded again before the card was asked for. */
    private int pay(Page page) {
        assertThat(page.url()).as("still signed in").endsWith("/factures");
        var number = page.getByLabel("Numéro de carte");
        var again = press(page, button(page, "^Payer la facture"), number, () -> {});
        number.fill(GOOD_CARD);
        button(page, "^Payer").click();
        assertThat(page.getByText("Paiement reçu")).isVisible(A_WHILE);
        return again;
    }

    private void save(Page page, String name) {
        var field = page.getByLabel("Prénom");
        field.fill(name);
        var shown = page.getByText(name + " " + utility.kept());
        press(
                page,
                button(page, "^Enregistrer$"),
                shown,
                () -> assertThat(field).hasValue(name));
    }

    private static void beginToWrite(Page page) {
        WRITTEN.forEach((label, text) -> page.getByLabel(label).fill(text));
    }

    /** It was begun before the restart: the page is at no node any more, and what it holds is sent once. */
    private void goOnWriting(Page page) {
        var sent = page.getByText("Message envoyé.");
        var again = press(
                page,
                button(page, "^Envoyer le message$"),
                sent,
                () -> WRITTEN.forEach(
                        (label, text) -> assertThat(page.getByLabel(label)).hasValue(text)));
        assertThat(again).as("the page was at none of the new nodes").isPositive();
        assertThat(in(() -> application
                        .getBean(JdbcClient.class)
                        .sql("select count(*) from mail where reply_to = ?")
                        .param(WRITER)
                        .query(Integer.class)
                        .single()))
                .as("sent once")
                .isOne();
    }

    /**
     * Presses until that leads somewhere. Where the page loads itself again instead, it says so, still holds what was typed
     * and is pressed once more: once for each node that goes, and that is how often.
     */
    private int press(Page page, Locator button, Locator wanted, Runnable stillThere) {
        var told = page.locator("#outlet").getByRole(AriaRole.STATUS).filter(RELOADED);
        for (var again = 0; again <= NODES; again++) {
            button.first().click();
            assertThat(wanted.or(told).first()).isVisible(A_WHILE);
            if (!told.isVisible()) {
                return again;
            }
            assertThat(told).containsText("appuyez encore une fois sur le bouton");
            stillThere.run();
            reloads.incrementAndGet();
        }
        throw new AssertionError("the page loaded itself again more often than nodes went");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile(name)));
    }

    private void signIn(Visit visit) {
        visit.page().setDefaultTimeout(30_000);
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
                "20s",
                // a page that is open says so to a node that does not have it
                "vaadin.heartbeatInterval",
                "5"));
        var node = Node.start(name, settings, folder);
        started.add(node);
        return node;
    }

    private void owe() {
        in(() -> {
            var agreement = new AgreementId(UUID.fromString(utility.ids().get("agreement")));
            var net = Money.euros("90.00");
            var vat = Money.euros("4.95");
            var database = application.getBean(JdbcClient.class);
            var invoice = new Rows(database).invoice(agreement, net, vat);
            // the newest of its day is the first of the list, however many were paid before
            database.sql("update invoice set number = ? where id = ?")
                    .params("z%06d".formatted(owed.incrementAndGet()), invoice.value())
                    .update();
            return application
                    .getBean(Ledger.class)
                    .post(LedgerEntry.invoice(invoice, agreement, LocalDate.of(2026, 1, 15), net, vat));
        });
    }

    private record Paid(int settled, int other) {}

    private Paid payments() {
        return in(() ->
                application.getBean(JdbcClient.class).sql("""
                        select count(distinct invoice_id) filter (where state = 'SETTLED' and times = 1) settled,
                               count(*) filter (where state <> 'SETTLED') other
                        from (select invoice_id, state, count(*) filter (where state = 'SETTLED')
                                     over (partition by invoice_id) times from payment) each_one""").query(Paid.class).single());
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
