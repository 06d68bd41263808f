package fr.ondine.platform.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DebitsTests {

    static final LocalDate DUE = LocalDate.of(2026, 1, 15);

    @Test
    void a_debit_is_ahead_until_the_books_reach_a_week_past_its_day() {
        assertThat(new Debits(DUE, DUE.plusDays(7), null, 0, null).isAhead()).isTrue();
        assertThat(new Debits(DUE, DUE.plusDays(8), null, 0, null).isAhead()).isFalse();
    }

    @Test
    void a_debit_that_came_back_is_not_made_again() {
        assertThat(new Debits(DUE, DUE, null, 1, null).isAhead()).isFalse();
    }

    @Test
    void a_plan_goes_on_while_its_debits_do() {
        var months = DUE.plusMonths(5);

        assertThat(new Debits(DUE, months, months.minusMonths(2), 0, null).goOn())
                .isTrue();
        assertThat(new Debits(DUE, months, months.minusMonths(2).minusDays(1), 0, null).goOn())
                .isFalse();
    }

    @Test
    void a_plan_without_any_debit_yet_runs_from_the_due_date() {
        assertThat(new Debits(DUE, DUE.plusMonths(2), null, 0, null).goOn()).isTrue();
        assertThat(new Debits(DUE, DUE.plusMonths(2).plusDays(1), null, 0, null).goOn())
                .isFalse();
    }

    @Test
    void a_plan_outlives_one_debit_that_came_back_and_not_two() {
        assertThat(new Debits(DUE, DUE.plusMonths(1), null, 1, null).goOn()).isTrue();
        assertThat(new Debits(DUE, DUE.plusMonths(1), null, 2, null).goOn()).isFalse();
    }
}
