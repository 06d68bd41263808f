package fr.ondine.platform.plans;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.testing.Numbers;
import fr.ondine.testing.Rows;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of plans that staff look through. */
class ListedPlansTests extends PlanScene {

    private static final String YEAR = "305.05";
    private static final PlanFilter RUNNING = new PlanFilter(PlanFilter.State.RUNNING, "");

    @Test
    void a_list_takes_three_queries_however_many_plans_there_are_and_however_they_are_sought() {
        agree(YEAR);
        receive("30.50");
        var few = queries(RUNNING);
        agreement = in(() -> new Rows(database).agreement());
        agree(YEAR);
        receive("30.50");

        assertThat(queries(RUNNING)).isEqualTo(few).isLessThanOrEqualTo(3);
        for (var state : PlanFilter.State.values()) {
            assertThat(queries(new PlanFilter(state, "Martin"))).isLessThanOrEqualTo(3);
        }
        assertThat(in(() -> plans.list(ANNE, RUNNING, 0)).rows())
                .filteredOn(row -> row.plan().agreement().equals(agreement))
                .singleElement()
                .satisfies(row -> assertThat(row.plan().paid()).isEqualTo(euros("30.50")));
    }

    @Test
    void a_page_has_so_many_and_says_whether_more_follow(@Autowired ListedPlans list) {
        var number = "978" + Numbers.next();
        for (var last : List.of("1", "2", "3")) {
            agreement = in(() -> new Rows(database).agreement());
            update("update agreement set number = ? where id = ?", number + last, agreement.value());
            agree(YEAR);
        }
        var filter = new PlanFilter(PlanFilter.State.RUNNING, number);

        var first = in(() -> list.page(filter, 0, 2));
        var second = in(() -> list.page(filter, 1, 2));

        assertThat(first.rows())
                .extracting(this::agreementOf)
                .startsWith(agreement)
                .hasSize(2);
        assertThat(first.hasMore()).isTrue();
        assertThat(second.rows())
                .extracting(this::agreementOf)
                .doesNotContain(agreement)
                .hasSize(1);
        assertThat(second.hasMore()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Noël,         true
            noel-le,      true
            Yves Noël-le, true
            Noël le Yves, true
            977000,       true
            0977 00 01,   false
            Noe,          true
            oël,          false
            Yves,         false
            '%',          false
            """)
    void a_plan_is_found_by_the_beginning_of_its_holders_name_or_of_its_number(String words, boolean isFound) {
        agree(YEAR);
        var number = "977000" + agreement.value().toString().substring(0, 6);
        update("update agreement set number = ? where id = ?", number, agreement.value());
        update(
                "update customer set last_name = 'Noël-Le', first_name = 'Yves'"
                        + " where id = (select customer_id from agreement where id = ?)",
                agreement.value());

        assertThat(listed(PlanFilter.State.RUNNING, words)).isEqualTo(isFound);
        assertThat(listed(PlanFilter.State.CLOSED, words)).isFalse();
    }

    @Test
    void those_that_are_late_ended_or_to_be_given_back_are_listed_apart() {
        var id = agree(YEAR);
        assertThat(listed(PlanFilter.State.LATE, "")).isFalse();

        moveDays(id, -60);
        assertThat(listed(PlanFilter.State.LATE, "")).isTrue();
        receive("305.05");
        assertThat(listed(PlanFilter.State.LATE, "")).isFalse();
        assertThat(listed(PlanFilter.State.RUNNING, "")).isTrue();

        close(id);
        assertThat(listed(PlanFilter.State.RUNNING, "")).isFalse();
        assertThat(listed(PlanFilter.State.CLOSED, "")).isTrue();
        assertThat(listed(PlanFilter.State.TO_REFUND, "")).isFalse();
        update(
                "insert into plan_refund (plan_id, agreement_id, amount, noted_on) values (?, ?, 5.00, ?)",
                id.value(),
                agreement.value(),
                today);
        assertThat(listed(PlanFilter.State.TO_REFUND, "")).isTrue();

        var invoice = in(() -> new Rows(database).invoice(agreement, euros("310.00"), Money.zero()));
        in(() -> ledger.post(LedgerEntry.invoice(invoice, agreement, today, euros("310.00"), Money.zero())));
        assertThat(listed(PlanFilter.State.TO_REFUND, ""))
                .as("used by an invoice")
                .isFalse();
    }

    /** With its row, as an import brings it, beside what the books say. */
    @Test
    void who_has_paid_is_late_again_once_that_came_back_or_was_given_back() {
        moveDays(agree(YEAR), -60);
        var paid = receive(YEAR);
        var row = "insert into payment (id, agreement_id, method, amount, state, initiated_at, settled_at, received_on)"
                + " values (?, ?, 'DIRECT_DEBIT', 305.05, 'SETTLED', now() + interval '1 hour', now(), ?)";
        update("update instalment_plan set agreed_on = agreed_on - 1 where agreement_id = ?", agreement.value());
        update(row, paid, agreement.value(), today);
        assertThat(listed(PlanFilter.State.LATE, "")).isFalse();

        giveBack("300.00");
        update(
                "insert into refund (id, agreement_id, reference, method, amount, refunded_on)"
                        + " values (?, ?, ?, 'TRANSFER', 300.00, ?)",
                paid,
                agreement.value(),
                paid.toString(),
                today);
        assertThat(listed(PlanFilter.State.LATE, "")).as("given back").isTrue();

        receive("300.00");
        assertThat(listed(PlanFilter.State.LATE, "")).isFalse();
        update("delete from refund where id = ?", paid);
        in(() -> ledger.postReturn(paid, euros(YEAR), today));
        update("update payment set state = 'RETURNED' where id = ?", paid);
        assertThat(listed(PlanFilter.State.LATE, "")).as("came back").isTrue();
    }

    private AgreementId agreementOf(ListedPlan row) {
        return row.plan().agreement();
    }

    private int queries(PlanFilter filter) {
        return in(() -> statements.of(() -> plans.list(ANNE, filter, 0)));
    }
}
