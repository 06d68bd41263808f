package fr.ondine.platform.latecharges;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.latecharges.LateCharge.Obstacle;
import fr.ondine.platform.receivables.ReceivableState;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** An invoice of 110.00 € of 15 January, due on 15 February, 40.00 € of it for sewerage; noticed on 1 April, received on 4. */
class LateChargeRulesTests {

    private static final LocalDate POSSIBLE = LocalDate.of(2026, 5, 16);
    private static final InvoiceId INVOICE = new InvoiceId(UUID.randomUUID());

    private static final LateInvoice LATE = new LateInvoice(
            INVOICE,
            "2026-000001",
            LocalDate.of(2026, 1, 15),
            LocalDate.of(2026, 2, 15),
            ReceivableState.OVERDUE,
            euros("110.00"),
            euros("110.00"),
            euros("40.00"),
            false,
            false,
            false,
            new NoticeId(UUID.randomUUID()),
            new RegisteredNotice("1A 234", LocalDate.of(2026, 4, 4)),
            null);

    @Test
    void a_quarter_of_the_sewerage_charge_and_of_nothing_else_is_added() {
        var charge = decide(LATE, POSSIBLE);

        assertThat(charge.isPossible()).isTrue();
        assertThat(charge.base()).isEqualTo(euros("40.00"));
        assertThat(charge.amount()).isEqualTo(euros("10.00"));
    }

    @ParameterizedTest
    @CsvSource({"2026-05-15, TOO_EARLY", "2026-05-16,"})
    void not_before_three_months_after_the_invoice_was_surely_there(LocalDate today, @Nullable Obstacle obstacle) {
        assertThat(decide(LATE, today).obstacle()).isEqualTo(obstacle);
        assertThat(decide(LATE, today).from()).isEqualTo(POSSIBLE);
    }

    @Test
    void an_invoice_due_on_its_own_day_has_come_by_post_first() {
        var atOnce = with(new Change(LATE).dueOn(LATE.issuedOn()));

        assertThat(decide(atOnce, POSSIBLE).from()).isEqualTo(LocalDate.of(2026, 4, 24));
    }

    @ParameterizedTest
    @CsvSource({"2026-06-04, 2026-06-19, TOO_EARLY", "2026-06-04, 2026-06-20,"})
    void not_before_fifteen_days_after_the_notice_was_received(
            LocalDate receivedOn, LocalDate today, @Nullable Obstacle obstacle) {
        var late = with(new Change(LATE).received(new RegisteredNotice("1A", receivedOn)));

        assertThat(decide(late, today).obstacle()).isEqualTo(obstacle);
    }

    @Test
    void not_without_a_formal_notice_on_paper_nor_before_its_reception_is_noted() {
        assertThat(decide(with(new Change(LATE).notice(null).received(null)), POSSIBLE)
                        .obstacle())
                .isEqualTo(Obstacle.NO_NOTICE);
        assertThat(decide(with(new Change(LATE).received(null)), POSSIBLE).obstacle())
                .isEqualTo(Obstacle.NOT_RECEIVED);
    }

    @Test
    void never_for_a_household_under_protection_a_dispute_a_payment_on_its_way_or_twice() {
        assertThat(decide(with(new Change(LATE).isProtected()), POSSIBLE).obstacle())
                .isEqualTo(Obstacle.PROTECTED);
        assertThat(decide(with(new Change(LATE).disputed()), POSSIBLE).obstacle())
                .isEqualTo(Obstacle.DISPUTED);
        assertThat(decide(with(new Change(LATE).paying()), POSSIBLE).obstacle())
                .isEqualTo(Obstacle.PAYMENT_IN_PROGRESS);
        assertThat(decide(with(new Change(LATE).increasedBy(INVOICE)), POSSIBLE).obstacle())
                .isEqualTo(Obstacle.INCREASED);
    }

    @ParameterizedTest
    @EnumSource(value = ReceivableState.class, mode = EnumSource.Mode.EXCLUDE, names = "OVERDUE")
    void never_for_what_is_not_asked_for_and_overdue(ReceivableState state) {
        assertThat(decide(with(new Change(LATE).state(state)), POSSIBLE).obstacle())
                .isEqualTo(Obstacle.NOT_OWED);
    }

    @ParameterizedTest
    @CsvSource({"55.00, 20.00, 5.00", "0.05, 0.02, 0.01", "0.01, 0.00, 0.00", "33.33, 12.12, 3.03"})
    void of_what_is_paid_in_part_only_the_rest_is_increased(String left, String base, String amount) {
        var charge = decide(with(new Change(LATE).left(left)), POSSIBLE);

        assertThat(charge.base()).isEqualTo(euros(base));
        assertThat(charge.amount()).isEqualTo(euros(amount));
        assertThat(charge.isPossible()).isEqualTo(charge.amount().isPositive());
    }

    @Test
    void a_sewerage_charge_that_was_credited_is_not_increased() {
        var credited = decide(with(new Change(LATE).sewerage("0.00")), POSSIBLE);

        assertThat(credited.obstacle()).isEqualTo(Obstacle.NOT_OWED);
        assertThat(credited.amount()).isEqualTo(euros("0.00"));
    }

    private static LateCharge decide(LateInvoice one, LocalDate today) {
        return new LateChargeRules(today, RoundingMode.HALF_UP).decide(one);
    }

    private static LateInvoice with(Change change) {
        return change.of;
    }

    /** The invoice with something else. */
    private record Change(LateInvoice of) {

        Change dueOn(LocalDate day) {
            return to(o -> new LateInvoice(
                    o.id(),
                    o.number(),
                    o.issuedOn(),
                    day,
                    o.state(),
                    o.left(),
                    o.total(),
                    o.sewerage(),
                    o.isProtected(),
                    o.isDisputed(),
                    o.isPaying(),
                    o.notice(),
                    o.received(),
                    o.increasedBy()));
        }

        Change state(ReceivableState state) {
            return to(o -> new LateInvoice(
                    o.id(),
                    o.number(),
                    o.issuedOn(),
                    o.dueOn(),
                    state,
                    o.left(),
                    o.total(),
                    o.sewerage(),
                    o.isProtected(),
                    o.isDisputed(),
                    o.isPaying(),
                    o.notice(),
                    o.received(),
                    o.increasedBy()));
        }

        Change left(String left) {
            return to(o -> new LateInvoice(
                    o.id(),
                    o.number(),
                    o.issuedOn(),
                    o.dueOn(),
                    o.state(),
                    euros(left),
                    o.total(),
                    o.sewerage(),
                    o.isProtected(),
                    o.isDisputed(),
                    o.isPaying(),
                    o.notice(),
                    o.received(),
                    o.increasedBy()));
        }

        Change sewerage(String sewerage) {
            return to(o -> new LateInvoice(
                    o.id(),
                    o.number(),
                    o.issuedOn(),
                    o.dueOn(),
                    o.state(),
                    o.left(),
                    o.total(),
                    euros(sewerage),
                    o.isProtected(),
                    o.isDisputed(),
                    o.isPaying(),
                    o.notice(),
                    o.received(),
                    o.increasedBy()));
        }

        Change isProtected() {
            return to(o -> new LateInvoice(
                    o.id(),
                    o.number(),
                    o.issuedOn(),
                    o.dueOn(),
                    o.state(),
                    o.left(),
                    o.total(),
                    o.sewerage(),
                    true,
                    o.isDisputed(),
                    o.isPaying(),
                    o.notice(),
                    o.received(),
                    o.increasedBy()));
        }

        Change disputed() {
            return to(o -> new LateInvoice(
                    o.id(),
                    o.number(),
                    o.issuedOn(),
                    o.dueOn(),
                    o.state(),
                    o.left(),
                    o.total(),
                    o.sewerage(),
                    o.isProtected(),
                    true,
                    o.isPaying(),
                    o.notice(),
                    o.received(),
                    o.increasedBy()));
        }

        Change paying() {
            return to(o -> new LateInvoice(
                    o.id(),
                    o.number(),
                    o.issuedOn(),
                    o.dueOn(),
                    o.state(),
                    o.left(),
                    o.total(),
                    o.sewerage(),
                    o.isProtected(),
                    o.isDisputed(),
                    true,
                    o.notice(),
                    o.received(),
                    o.increasedBy()));
        }

        Change notice(@Nullable NoticeId notice) {
            return to(o -> new LateInvoice(
                    o.id(),
                    o.number(),
                    o.issuedOn(),
                    o.dueOn(),
                    o.state(),
                    o.left(),
                    o.total(),
                    o.sewerage(),
                    o.isProtected(),
                    o.isDisputed(),
                    o.isPaying(),
                    notice,
                    o.received(),
                    o.increasedBy()));
        }

        Change received(@Nullable RegisteredNotice received) {
            return to(o -> new LateInvoice(
                    o.id(),
                    o.number(),
                    o.issuedOn(),
                    o.dueOn(),
                    o.state(),
                    o.left(),
                    o.total(),
                    o.sewerage(),
                    o.isProtected(),
                    o.isDisputed(),
                    o.isPaying(),
                    o.notice(),
                    received,
                    o.increasedBy()));
        }

        Change increasedBy(InvoiceId charge) {
            return to(o -> new LateInvoice(
                    o.id(),
                    o.number(),
                    o.issuedOn(),
                    o.dueOn(),
                    o.state(),
                    o.left(),
                    o.total(),
                    o.sewerage(),
                    o.isProtected(),
                    o.isDisputed(),
                    o.isPaying(),
                    o.notice(),
                    o.received(),
                    charge));
        }

        private Change to(UnaryOperator<LateInvoice> change) {
            return new Change(change.apply(of));
        }
    }
}
