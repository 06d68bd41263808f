package fr.ondine.platform.runs;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.billing.BilledLine;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tariffs.PriceOrigin;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PlatformTest
class DraftInvoicesTests {

    private static final Period HALF_YEAR = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1));
    private static final CurrentStaff ANNE = with(StaffRole.BILLER);

    @Autowired
    DraftInvoices drafts;

    @Autowired
    BillingRuns runs;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private BilledRows rows;
    private String number;

    @BeforeEach
    void a_contract_of_a_round() {
        rows = in(() -> BilledRows.of(database));
        number = numbered(in(() -> rows.agreement(60)));
    }

    @Test
    void a_draft_says_line_by_line_what_the_invoice_would() {
        var run = simulated();

        var draft = in(() -> drafts.find(ANNE, run, number.substring(0, 2) + " " + number.substring(2)));

        assertThat(draft.total()).isEqualTo(Money.euros("145.70"));
        assertThat(draft.lines()).extracting(BilledLine::label).containsExactly("ABO", "CONSO");
        assertThat(draft.lines().getFirst().days()).isEqualTo(HALF_YEAR);
        assertThat(draft.lines())
                .extracting(line -> line.trace().origins())
                .as("each by the version of its price")
                .allSatisfy(origins ->
                        assertThat(origins).extracting(PriceOrigin::resolution).containsExactly("2019-12-05/3"));
        assertThat(draft.meters()).singleElement().satisfies(meter -> {
            assertThat(meter.before()).isEqualTo(Volume.ofCubicMetres(100));
            assertThat(meter.used()).isEqualTo(Volume.ofCubicMetres(60));
        });
    }

    @Test
    void what_the_run_does_not_bill_is_refused_with_the_reason() {
        var unread = numbered(in(() -> rows.agreement(-1)));
        var elsewhere = numbered(in(() -> BilledRows.of(database).agreement(60)));
        var run = simulated();

        assertThatThrownBy(() -> in(() -> drafts.find(ANNE, run, "12 pommes"))).hasMessageContaining("unknown");
        assertThatThrownBy(() -> in(() -> drafts.find(ANNE, run, any()))).hasMessageContaining("unknown");
        assertThatThrownBy(() -> in(() -> drafts.find(ANNE, run, elsewhere))).hasMessageContaining("elsewhere");
        assertThatThrownBy(() -> in(() -> drafts.find(ANNE, run, unread))).hasMessageContaining("set-aside");
    }

    @Test
    void only_who_bills_looks_at_drafts_and_only_while_they_wait() {
        var run = simulated();

        assertThatThrownBy(() -> in(() -> drafts.find(with(StaffRole.AGENT), run, number)))
                .isInstanceOf(RoleMissing.class);
        in(() -> runs.cancel(run));
        assertThatThrownBy(() -> in(() -> drafts.find(ANNE, run, number))).isInstanceOf(RunNotReady.class);
    }

    private String numbered(AgreementId agreement) {
        var fresh = any();
        in(() -> database.sql("update agreement set number = ? where id = ?")
                .params(fresh, agreement.value())
                .update());
        return fresh;
    }

    private static String any() {
        return String.valueOf(ThreadLocalRandom.current().nextLong(100_000_000L, 1_000_000_000L));
    }

    private RunId simulated() {
        var terms = new RunTerms(
                RunKind.ACTUAL, HALF_YEAR, HALF_YEAR.until(), LocalDate.of(2026, 7, 1), LocalDate.of(2026, 7, 31));
        var run = in(() -> runs.order(terms, new Perimeter(Perimeter.Kind.ROUND, List.of(rows.round())), ANNE.actor()));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> in(() -> runs.progress(run)).state() == RunState.SIMULATED);
        return run;
    }

    private static CurrentStaff with(StaffRole role) {
        return ProvenStaff.of(SIEGVO.slug(), UUID.randomUUID(), "anne@b.fr", "Anne", role, 1);
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
