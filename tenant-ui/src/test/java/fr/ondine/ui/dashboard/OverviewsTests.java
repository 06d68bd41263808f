package fr.ondine.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.journeys.PortalTest;
import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.InvoiceSummary;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.UnknownAgreement;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.Rows;
import fr.ondine.testing.StatementCount;
import fr.ondine.testing.Utilities;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@PortalTest
class OverviewsTests {

    private static final int STATEMENTS = 16;

    @Autowired
    Overviews overviews;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    StatementCount statements;

    private AgreementId agreement;
    private UserId subscriber;

    @BeforeEach
    void a_subscriber_with_a_contract() {
        agreement = in(Utilities.SIEGVO, () -> new Rows(database).agreement());
        subscriber = in(Utilities.SIEGVO, () -> linked(agreement));
    }

    @Test
    void a_long_history_takes_no_more_queries_than_a_short_one() {
        invoices(1);
        var few = counted();
        invoices(11);

        assertThat(counted()).isEqualTo(few).isLessThanOrEqualTo(STATEMENTS);
    }

    @Test
    void many_contracts_take_no_more_queries_than_one() {
        invoice(LocalDate.of(2026, 1, 15));
        var one = counted();
        anotherContractThatOwes();
        anotherContractThatOwes();

        assertThat(counted()).isEqualTo(one);
        assertThat(overview().asked()).hasSize(3);
    }

    @Test
    void the_oldest_invoice_that_waits_is_there_however_many_came_after() {
        var oldest = invoice(LocalDate.of(2020, 1, 15));
        invoices(15);

        assertThat(overview().account().asked())
                .extracting(InvoiceSummary::id)
                .containsExactly(new InvoiceId(oldest.value()));
        assertThat(overview().account().due()).isEqualTo(Money.euros("94.95"));
    }

    @Test
    void what_another_contract_of_the_person_asks_for_is_told_too() {
        var other = anotherContractThatOwes();

        assertThat(overview().account().asked()).isEmpty();
        assertThat(overview().asked()).containsOnlyKeys(other);
    }

    @Test
    void a_contract_without_invoice_or_reading_owes_nothing() {
        var overview = overview();

        assertThat(overview.account().due()).isEqualTo(Money.zero());
        assertThat(overview.account().asked()).isEmpty();
        assertThat(overview.account().latest()).isEmpty();
        assertThat(overview.asked()).isEmpty();
        assertThat(overview.lastReading()).isEmpty();
        assertThat(overview.canBeRead()).isFalse();
    }

    @Test
    void a_meter_that_was_never_read_can_be_read_by_its_holder_until_it_is_removed() {
        in(Utilities.SIEGVO, () -> new Rows(database).meter(agreement));
        assertThat(overview().lastReading()).isEmpty();
        assertThat(overview().canBeRead()).isTrue();

        in(
                Utilities.SIEGVO,
                () -> database.sql("update meter_installation set removed_on = installed_on + 1,"
                                + " removal_register = install_register where service_point_id ="
                                + " (select service_point_id from agreement where id = ?)")
                        .param(agreement.value())
                        .update());
        assertThat(overview().canBeRead()).isFalse();
    }

    @Test
    void another_persons_contract_is_unknown() {
        var stranger = in(Utilities.SIEGVO, () -> new Rows(database).user());

        assertThatThrownBy(() -> in(Utilities.SIEGVO, () -> overviews.of(stranger, agreement)))
                .isInstanceOf(UnknownAgreement.class);
    }

    @Test
    void the_same_person_and_contract_are_unknown_at_another_utility() {
        assertThatThrownBy(() -> in(Utilities.ILEO, () -> overviews.of(subscriber, agreement)))
                .isInstanceOf(UnknownAgreement.class);
    }

    private AgreementId anotherContractThatOwes() {
        var chosen = agreement;
        agreement = in(Utilities.SIEGVO, () -> new Rows(database).agreement());
        var other = agreement;
        in(Utilities.SIEGVO, () -> {
            new Rows(database).link(subscriber, other);
            return other;
        });
        invoice(LocalDate.of(2026, 1, 15));
        agreement = chosen;
        return other;
    }

    private Overview overview() {
        return in(Utilities.SIEGVO, () -> overviews.of(subscriber, agreement));
    }

    private int counted() {
        return TenantContext.callAs(Utilities.SIEGVO, () -> statements.of(() -> overviews.of(subscriber, agreement)));
    }

    private UserId linked(AgreementId to) {
        var user = new Rows(database).user();
        new Rows(database).link(user, to);
        return user;
    }

    private ReceivableId invoice(LocalDate issuedOn) {
        return in(Utilities.SIEGVO, () -> {
            var id = new Rows(database).invoice(agreement, Money.euros("90.00"), Money.euros("4.95"));
            database.sql("update invoice set issued_on = ? where id = ?")
                    .params(issuedOn, id.value())
                    .update();
            ledger.post(LedgerEntry.invoice(id, agreement, issuedOn, Money.euros("90.00"), Money.euros("4.95")));
            return id;
        });
    }

    private void invoices(int count) {
        in(Utilities.SIEGVO, () -> {
            for (var made = 0; made < count; made++) {
                new Rows(database).invoice(agreement, Money.euros("90.00"), Money.euros("4.95"));
            }
            return count;
        });
    }

    private <T> T in(TenantId utility, Supplier<T> work) {
        return TenantContext.callAs(utility, () -> transaction.execute(status -> work.get()));
    }
}
