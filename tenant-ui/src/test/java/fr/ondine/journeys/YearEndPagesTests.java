package fr.ondine.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static fr.ondine.journeys.AtTheDesk.press;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.plans.ManagedPlans;
import fr.ondine.platform.plans.PlanOrder;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.runs.BillingRuns;
import fr.ondine.platform.runs.Perimeter;
import fr.ondine.platform.runs.RunKind;
import fr.ondine.platform.runs.RunState;
import fr.ondine.platform.runs.RunTerms;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tariffs.TariffDesk;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.CaughtMails;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The yearly invoice of two who paid by the month: one paid too much, and one too little. */
class YearEndPagesTests extends DeskPortal {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Paris"));
    private static final LocalDate FROM = TODAY.minusMonths(12).withDayOfMonth(1);
    private static final LocalDate LAST_DAY = TODAY.withDayOfMonth(1).minusDays(1);

    private final TenantId utility =
            new TenantId("y" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
    private final CurrentStaff anne =
            ProvenStaff.of(utility.slug(), UUID.randomUUID(), "anne@y.fr", "Anne", StaffRole.ADMINISTRATOR, 0);
    private final CaughtMails caught = CaughtMails.shared();

    @LocalServerPort
    int port;

    @Autowired
    Fleet fleet;

    @Autowired
    Tenants tenants;

    @Autowired
    TariffDesk desk;

    @Autowired
    BillingRuns runs;

    @Autowired
    ManagedPlans plans;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private AgreementId generous;
    private AgreementId sparing;
    private UserId generousUser;
    private UserId sparingUser;

    @BeforeEach
    void two_who_use_100_cubic_metres_for_211_euros() {
        fleet.add(Utilities.like(Utilities.ILEO, utility.slug()), "operator:test");
        tenants.refresh();
        in(() -> {
            database.sql("insert into staff_member (id, email, name, role, state, created_at)"
                            + " values (?, ?, 'Anne Martin', 'ADMINISTRATOR', 'ACTIVE', now())")
                    .params(anne.id(), anne.id() + "@exemple.fr")
                    .update();
            var places = new BilledPlaces(database, FROM, LAST_DAY);
            var rows = new Rows(database);
            generous = places.used("2400100001", 100);
            sparing = places.used("2400100002", 100);
            generousUser = rows.user();
            sparingUser = rows.user();
            rows.link(generousUser, generous);
            rows.link(sparingUser, sparing);
            return sparing;
        });
        TenantContext.runAs(utility, () -> BilledPlaces.tariff(desk, anne));
        paidByTheMonth(generous, "300.00");
        paidByTheMonth(sparing, "150.00");
        billed();
        until(() -> settled() == 2);
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.journeys.Visit#widths")
    void what_was_paid_too_much_is_given_back_and_what_lacks_is_paid_by_two_more(int width) {
        caught.await(generousUser.value() + "@exemple.fr");
        caught.await(sparingUser.value() + "@exemple.fr");
        try (var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.path(generousUser));
            var page = visit.open("/tableau-de-bord");
            look(page, "trop-paye-tableau-de-bord", width);
            visit.open("/factures");
            assertThat(page.locator("main")).containsText("89,00\u00a0€");
            look(page, "trop-paye-factures", width);
            visit.open("/echeancier");
            look(page, "trop-paye-echeancier", width);
        }
        try (var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.path(sparingUser));
            var page = visit.open("/echeancier");
            assertThat(page.locator("tbody tr")).hasCount(12);
            assertThat(page.locator("tbody tr").last()).containsText("30,50");
            assertThat(page.locator(".card.main")).containsText("L'année est facturée");
            look(page, "manque-echeancier", width);
            visit.open("/tableau-de-bord");
            assertThat(page.locator("main")).containsText("30,50\u00a0€");
            look(page, "manque-tableau-de-bord", width);
            visit.open("/factures");
            assertThat(page.locator("main")).containsText("Mensualités en cours");
            look(page, "manque-factures", width);
        }
        try (var office = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            office.open(SignInWithoutAsking.administrator(anne.id()));
            var page = office.open("/gestion/mensualisations?etat=a-rembourser");
            assertThat(page.locator("tbody tr")).hasCount(1);
            look(page, "a-rembourser", width);
            page.locator("tbody a").click();
            assertThat(page.locator("main")).containsText("89,00\u00a0€");
            look(page, "plan-rembourser", width);
            assertThat(page.locator("main .card")).hasCount(3);
            for (var card = 1; card < 3; card++) {
                var above = page.locator("main .card").nth(card - 1).boundingBox();
                Assertions.assertThat(page.locator("main .card").nth(card).boundingBox().y - above.y - above.height)
                        .as("between cards")
                        .isGreaterThan(16);
            }
            press(page, "C'est remboursé");
            press(page, "Noter le remboursement");
            assertThat(page.getByText("Le remboursement est inscrit au compte."))
                    .isVisible();
            look(page, "rembourse", width);
            office.open("/gestion/comptes/" + sparing.value());
            look(page, "manque-compte", width);
        }
        try (var visit = new Visit(utility, port, width, ColorScheme.LIGHT)) {
            visit.open(SignInWithoutAsking.path(generousUser));
            var page = visit.open("/factures");
            assertThat(page.locator("main")).not().containsText("89,00\u00a0€");
            look(page, "rembourse-factures", width);
        }
    }

    /** Agreed a year ago, and each payment came on its day. */
    private void paidByTheMonth(AgreementId agreement, String year) {
        in(() -> {
            plans.agree(
                    anne, agreement, plans.draft(anne, agreement, new PlanOrder(10, Optional.of(Money.euros(year)))));
            var plan = database.sql("select id from instalment_plan where agreement_id = ?")
                    .param(agreement.value())
                    .query(UUID.class)
                    .single();
            database.sql("update instalment_plan set agreed_on = ? where id = ?")
                    .params(FROM, plan)
                    .update();
            database.sql("update instalment set due_on = cast(? as date) + position * 30 where plan_id = ?")
                    .params(FROM, plan)
                    .update();
            database.sql("insert into mandate (id, agreement_id, reference, creditor, holder, iban, iban_masked,"
                            + " signed_on) values (?, ?, ?, 'FR48ZZZ227807', 'Martin', '\\x00', 'FR76 •••• 0185', ?)")
                    .params(
                            UUID.randomUUID(),
                            agreement.value(),
                            "RUM-" + agreement.value().toString().substring(24),
                            FROM)
                    .update();
            var due = database.sql("select due_on from instalment where plan_id = ? order by position")
                    .param(plan)
                    .query(LocalDate.class)
                    .list();
            var each = Money.euros(year).amount().movePointLeft(1).setScale(2).toPlainString();
            due.forEach(day -> ledger.post(
                    LedgerEntry.payment(UUID.randomUUID(), agreement, Receipt.BANK, day, Money.euros(each), Map.of())));
            return agreement;
        });
    }

    private int settled() {
        return database.sql("select count(*) from instalment_plan where settled_on is not null")
                .query(Integer.class)
                .single();
    }

    private void billed() {
        var terms = new RunTerms(RunKind.ACTUAL, Period.ofDays(FROM, LAST_DAY), TODAY, TODAY, TODAY.plusDays(30));
        var run = in(() -> runs.order(terms, Perimeter.everybody(), "staff:anne"));
        until(() -> runs.progress(run).state() == RunState.SIMULATED);
        in(() -> {
            runs.validate(run, "staff:anne");
            return run;
        });
        until(() -> runs.progress(run).state() == RunState.ISSUED);
    }

    private void until(Supplier<Boolean> reached) {
        Awaitility.await().atMost(Duration.ofSeconds(90)).until(() -> in(reached));
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(utility, () -> transaction.execute(status -> work.get()));
    }

    private static void look(Page page, String name, int width) {
        AtTheDesk.look(page, "regularisation-" + name, width);
    }
}
