package fr.ondine.platform.receivables;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.kernel.Money;
import fr.ondine.tenantconfig.Payments.Payable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AllocationRulesTests {

    static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    static final Money ZERO = Money.zero();

    final AgreementId agreement = new AgreementId(UUID.randomUUID());

    @Test
    void money_on_account_pays_the_oldest_invoice_first_and_what_is_left_waits() {
        var old = invoice("100.00");
        var later = invoice("50.00");

        assertThat(AllocationRules.moves(List.of(account("-120.00"), old, later)))
                .extracting(AllocationMove::from, AllocationMove::to, AllocationMove::amount)
                .containsExactly(
                        tuple(null, old.invoice(), euros("100.00")), tuple(null, later.invoice(), euros("20.00")));
        assertThat(AllocationRules.moves(List.of(account("-120.00")))).isEmpty();
    }

    @Test
    void a_credit_note_pays_others_after_what_is_on_account_does() {
        var old = invoice("100.00");
        var note = invoice("-30.00");

        assertThat(AllocationRules.moves(List.of(account("-80.00"), old, note)))
                .extracting(AllocationMove::from, AllocationMove::amount)
                .containsExactly(tuple(null, euros("80.00")), tuple(note.invoice(), euros("20.00")));
    }

    @Test
    void what_a_card_is_paying_is_left_to_it() {
        var paying = item(id(), "100.00", "100.00", "0.00", 0);
        var later = invoice("50.00");

        assertThat(AllocationRules.moves(List.of(account("-30.00"), paying, later)))
                .extracting(AllocationMove::to)
                .containsExactly(later.invoice());
    }

    @Test
    void what_is_given_back_is_taken_from_the_latest_that_it_had_paid() {
        var old = item(id(), "0.00", "0.00", "40.00", 1);
        var later = item(id(), "10.00", "0.00", "30.00", 2);

        assertThat(AllocationRules.moves(List.of(account("50.00"), old, later)))
                .extracting(AllocationMove::from, AllocationMove::to, AllocationMove::amount, AllocationMove::number)
                .containsExactly(
                        tuple(later.invoice(), null, euros("30.00"), 3), tuple(old.invoice(), null, euros("20.00"), 2));
    }

    @Test
    void what_is_given_back_of_a_credit_note_is_taken_from_it_and_from_no_invoice() {
        var paid = item(id(), "0.00", "0.00", "40.00", 1);
        var note = invoice("-50.00");

        assertThat(AllocationRules.moves(List.of(account("50.00"), paid, note)))
                .extracting(AllocationMove::from, AllocationMove::to)
                .containsExactly(tuple(note.invoice(), null));
    }

    @Test
    void a_move_is_of_the_later_of_its_two_days() {
        var invoice = new AllocationItem(agreement, id(), euros("10.00"), ZERO, DAY.plusDays(3), 0, ZERO);

        assertThat(AllocationRules.moves(List.of(account("-10.00"), invoice)))
                .extracting(AllocationMove::on)
                .containsExactly(DAY.plusDays(3));
    }

    @Test
    void whatever_is_open_no_cent_is_lost_none_is_paid_twice_and_pages_say_what_they_said_before() {
        var random = new Random(20260302);
        for (var round = 0; round < 1000; round++) {
            var items = new ArrayList<AllocationItem>();
            items.add(account(cents(random, -20000, 5000)));
            for (var made = random.nextInt(0, 7); made > 0; made--) {
                var balance = cents(random, -9000, 12000);
                var paying = random.nextInt(4) == 0 && !balance.startsWith("-") ? balance : "0.00";
                items.add(item(id(), balance, paying, "0.00", random.nextInt(3)));
            }

            var left = new HashMap<@Nullable ReceivableId, Money>();
            items.forEach(item -> left.put(item.invoice(), item.balance()));
            for (var move : AllocationRules.moves(items)) {
                assertThat(move.amount().isPositive()).isTrue();
                left.merge(move.from(), move.amount(), Money::plus);
                left.merge(move.to(), move.amount(), Money::minus);
            }

            assertThat(left.values().stream().reduce(ZERO, Money::plus)).isEqualTo(sum(items));
            items.forEach(item -> assertThat(left.get(item.invoice()))
                    .isBetween(least(item.balance(), ZERO), greatest(item.balance(), ZERO)));
            assertThat(lefts(items)).isEqualTo(withoutAccount(left));
        }
    }

    /** What pages show as left of each invoice while nothing is allocated. */
    private Map<ReceivableId, Money> lefts(List<AllocationItem> items) {
        var debt = new DebtRules(Payable.EVERY_INVOICE, ZERO, DAY)
                .debt(items.stream().map(AllocationRulesTests::open).toList());
        var lefts = new HashMap<ReceivableId, Money>();
        debt.open().forEach(one -> lefts.put(one.id(), one.left()));
        return lefts;
    }

    private static OpenItem open(AllocationItem item) {
        return new OpenItem(
                item.agreement(),
                item.invoice(),
                item.balance(),
                PaymentMethod.ON_INVOICE,
                true,
                item.inProgress(),
                false,
                false,
                false,
                new Debits(DAY, DAY, null, 0, null));
    }

    private static Map<@Nullable ReceivableId, Money> withoutAccount(Map<@Nullable ReceivableId, Money> left) {
        var invoices = new HashMap<>(left);
        invoices.remove(null);
        return invoices;
    }

    private AllocationItem account(String balance) {
        return item(null, balance, "0.00", "0.00", 0);
    }

    private AllocationItem invoice(String balance) {
        return item(id(), balance, "0.00", "0.00", 0);
    }

    private AllocationItem item(
            @Nullable ReceivableId invoice, String balance, String inProgress, String set, int moves) {
        return new AllocationItem(agreement, invoice, euros(balance), euros(inProgress), DAY, moves, euros(set));
    }

    private static String cents(Random random, int least, int bound) {
        return BigDecimal.valueOf(random.nextInt(least, bound), 2).toPlainString();
    }

    private static Money sum(List<AllocationItem> items) {
        return items.stream().map(AllocationItem::balance).reduce(ZERO, Money::plus);
    }

    private static Money least(Money one, Money other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private static Money greatest(Money one, Money other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static ReceivableId id() {
        return new ReceivableId(UUID.randomUUID());
    }
}
