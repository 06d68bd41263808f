package fr.ondine.platform.payments;

import static fr.ondine.platform.kernel.Money.euros;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.Receipt;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Rows;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Answers of the provider as they may come, whatever their order. */
@PlatformTest
class SettlementTests {

    static final Money TOTAL = euros("94.95");

    final PaymentId id = new PaymentId(UUID.randomUUID());

    @Autowired
    Settlement settlement;

    @Autowired
    Payments payments;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    ReceivableId invoice = new ReceivableId(id.value());

    @BeforeEach
    void an_attempt_to_pay_an_invoice() {
        invoice = in(() -> {
            var rows = new Rows(database);
            var agreement = rows.agreement();
            var owed = rows.invoice(agreement, euros("90.00"), euros("4.95"));
            ledger.post(LedgerEntry.invoice(owed, agreement, LocalDate.of(2026, 1, 15), euros("90.00"), euros("4.95")));
            payments.save(new Payment(
                    id, agreement, owed, new Payer(rows.user(), "siegvo.localhost"), TOTAL, clock.instant()));
            return owed;
        });
    }

    @Test
    void what_was_given_back_is_owed_again() {
        in(() -> settlement.apply(id, paid("10.00")));

        assertThat(balance()).isEqualTo(euros("10.00"));
        assertThat(state()).isEqualTo(PaymentState.SETTLED);
    }

    @Test
    void an_answer_older_than_what_was_booked_takes_nothing_away_and_is_written_down() {
        in(() -> settlement.apply(id, paid("10.00")));

        in(() -> settlement.apply(id, paid("0.00")));

        assertThat(balance()).isEqualTo(euros("10.00"));
        assertThat(audited("payment.returned-less")).isEqualTo(1);
    }

    @Test
    void the_answer_that_is_known_writes_nothing_down() {
        in(() -> settlement.apply(id, paid("10.00")));

        in(() -> settlement.apply(id, paid("10.00")));

        assertThat(audited("payment.returned")).isEqualTo(1);
        assertThat(audited("payment.returned-less")).isZero();
    }

    @Test
    void once_all_of_it_is_back_no_older_answer_settles_it_again() {
        in(() -> settlement.apply(id, paid("94.95")));
        assertThat(state()).isEqualTo(PaymentState.RETURNED);

        in(() -> settlement.apply(id, paid("10.00")));

        assertThat(state()).isEqualTo(PaymentState.RETURNED);
        assertThat(balance()).isEqualTo(TOTAL);
    }

    @Test
    void once_a_refund_did_not_arrive_no_older_answer_takes_it_back() {
        in(() -> settlement.apply(id, paid("94.95")));
        var known = new SentBack(TOTAL, TOTAL);
        in(() -> {
            settlement.apply(id, known);
            settlement.apply(id, known);
            return id;
        });
        assertThat(balance()).isEqualTo(Money.zero());

        in(() -> settlement.apply(id, paid("94.95")));

        assertThat(state()).isEqualTo(PaymentState.SETTLED);
        assertThat(balance()).isEqualTo(Money.zero());
        assertThat(cards()).isEqualTo(TOTAL);
        assertThat(in(() -> settlement.isUnexplained(id, paid("94.95")))).isTrue();
        assertThat(in(() -> settlement.isUnexplained(id, paid("0.00")))).isFalse();
    }

    /** The utility's accountant may have read it at the provider, and sent it, before we were told. */
    @Test
    void money_that_an_import_brought_first_is_the_same_money() {
        var imported = anImportBrings("pi_" + id.value());

        in(() -> settlement.apply(id, paid("0.00")));
        in(() -> settlement.apply(id, paid("0.00")));

        assertThat(state()).isEqualTo(PaymentState.SETTLED);
        assertThat(balance()).isEqualTo(Money.zero());
        assertThat(cards()).isEqualTo(TOTAL);

        in(() -> settlement.apply(id, paid("10.00")));
        assertThat(balance()).as("what goes back of it").isEqualTo(euros("10.00"));
        in(() -> settlement.apply(id, paid("94.95")));
        assertThat(balance()).isEqualTo(TOTAL);
        assertThat(state()).isEqualTo(PaymentState.RETURNED);
        assertThat(in(() -> ledger.returned(imported))).isEqualTo(TOTAL);
    }

    @Test
    void other_money_that_an_import_brought_is_not() {
        anImportBrings("pi_other");

        in(() -> settlement.apply(id, paid("0.00")));

        assertThat(cards()).isEqualTo(TOTAL.plus(TOTAL));
    }

    @Test
    void nor_is_what_it_brought_to_another_contract_which_pays_nothing_of_the_payers() {
        var wrong = anImportBrings("pi_" + id.value(), null, in(() -> new Rows(database).agreement()), TOTAL);

        in(() -> settlement.apply(id, paid("0.00")));

        assertThat(balance()).isEqualTo(Money.zero());
        in(() -> settlement.apply(id, paid("94.95")));
        assertThat(balance()).isEqualTo(TOTAL);
        assertThat(in(() -> ledger.returned(wrong))).isEqualTo(Money.zero());
    }

    @Test
    void nor_is_another_amount_of_which_more_goes_back_than_there_is() {
        anImportBrings("pi_" + id.value(), null, payer(), euros("90.00"));

        in(() -> settlement.apply(id, paid("0.00")));
        assertThat(balance()).isEqualTo(Money.zero());
        in(() -> settlement.apply(id, paid("94.95")));

        assertThat(state()).isEqualTo(PaymentState.RETURNED);
        assertThat(balance()).as("but for what the file says of its own").isEqualTo(euros("4.95"));
    }

    private AgreementId payer() {
        return in(() -> ledger.find(invoice).orElseThrow().agreement());
    }

    private UUID anImportBrings(String reference) {
        return anImportBrings(reference, invoice, payer(), TOTAL);
    }

    private UUID anImportBrings(String reference, @Nullable ReceivableId pays, AgreementId agreement, Money amount) {
        return in(() -> {
            var payment = UUID.randomUUID();
            var day = LocalDate.of(2026, 2, 1);
            database.sql("insert into payment (id, agreement_id, invoice_id, method, amount, state, reference,"
                            + " initiated_at, settled_at, received_on)"
                            + " values (?, ?, ?, 'CARD', ?, 'SETTLED', ?, now(), now(), ?)")
                    .params(
                            payment,
                            agreement.value(),
                            pays == null ? null : pays.value(),
                            amount.amount(),
                            reference,
                            day)
                    .update();
            ledger.post(LedgerEntry.payment(
                    payment, agreement, Receipt.CARD, day, amount, pays == null ? Map.of() : Map.of(pays, amount)));
            return payment;
        });
    }

    private Money cards() {
        return in(() -> Money.euros(database.sql("select sum(amount) from posting where account = 'CARD_CLEARING'"
                        + " and agreement_id = (select agreement_id from invoice where id = ?)")
                .param(invoice.value())
                .query(BigDecimal.class)
                .single()));
    }

    @ParameterizedTest
    @EnumSource(names = {"EXPIRED", "FAILED"})
    void a_plan_that_waited_for_a_payment_is_settled_once_that_came_to_nothing(Checkout.Status end) {
        var plan = aPlanOfAnAgreementThatIsOver();
        in(() -> settlement.apply(id, answered(Checkout.Status.PROCESSING, "0.00")));

        in(() -> settlement.apply(id, answered(end, "0.00")));

        await().untilAsserted(() -> assertThat(closing(plan)).contains("MOVE_OUT"));
    }

    @Test
    void a_plan_that_waited_for_a_payment_is_settled_once_the_provider_would_not_have_it() {
        var plan = aPlanOfAnAgreementThatIsOver();

        in(() -> {
            settlement.refuse(id, "amount_too_small");
            return id;
        });

        await().untilAsserted(() -> assertThat(closing(plan)).contains("MOVE_OUT"));
    }

    private UUID aPlanOfAnAgreementThatIsOver() {
        return in(() -> {
            var plan = UUID.randomUUID();
            database.sql("insert into instalment_plan (id, agreement_id, state, version, day, year_amount, basis,"
                            + " agreed_on, agreed_by) select ?, agreement_id, 'AGREED', 1, 5, 300, 'STAFF',"
                            + " date '2026-01-01', 'system' from invoice where id = ?")
                    .params(plan, invoice.value())
                    .update();
            database.sql("insert into instalment (plan_id, version, position, due_on, amount)"
                            + " values (?, 1, 1, date '2026-02-05', 300)")
                    .param(plan)
                    .update();
            database.sql("update invoice set kind = 'CLOSING' where id = ?")
                    .param(invoice.value())
                    .update();
            return plan;
        });
    }

    private Optional<String> closing(UUID plan) {
        return in(() -> database.sql("select closing from instalment_plan where id = ? and closing is not null")
                .param(plan)
                .query(String.class)
                .optional());
    }

    private Checkout paid(String givenBack) {
        return answered(Checkout.Status.PAID, givenBack);
    }

    private Checkout answered(Checkout.Status status, String givenBack) {
        return new Checkout(
                "cs_" + id.value(), id.value().toString(), status, TOTAL, null, "pi_" + id.value(), euros(givenBack));
    }

    private Money balance() {
        return in(() -> ledger.balance(invoice));
    }

    private PaymentState state() {
        return in(() -> payments.findById(id).orElseThrow().state());
    }

    private long audited(String action) {
        return in(() -> database.sql("select count(*) from audit_entry where action = :action and subject = :subject")
                .param("action", action)
                .param("subject", "payment:" + id.value())
                .query(Long.class)
                .single());
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
