package fr.ondine.platform.receivables;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class DebitsTests {

    static final LocalDate DUE = LocalDate.of(2026, 1, 15);

    @Test
    void a_debit_is_ahead_until_the_books_reach_past_its_day() {
        assertThat(new Debits(DUE, DUE, null, null).isAhead()).isTrue();
        assertThat(new Debits(DUE, DUE.plusDays(1), null, null).isAhead()).isFalse();
    }

    @Test
    void a_debit_that_came_back_is_not_made_again() {
        assertThat(new Debits(DUE, DUE, null, DUE).isAhead()).isFalse();
        assertThat(new Debits(DUE, DUE, null, DUE).goOn()).isFalse();
    }

    @Test
    void a_plan_goes_on_while_its_debits_do() {
        var months = DUE.plusMonths(5);

        assertThat(new Debits(DUE, months, months.minusMonths(2), null).goOn()).isTrue();
        assertThat(new Debits(DUE, months, months.minusMonths(2).minusDays(1), null).goOn())
                .isFalse();
    }

    @Test
    void a_plan_without_any_debit_yet_runs_from_the_due_date() {
        assertThat(new Debits(DUE, DUE.plusMonths(2), null, null).goOn()).isTrue();
        assertThat(new Debits(DUE, DUE.plusMonths(2).plusDays(1), null, null).goOn())
                .isFalse();
    }

    @Test
    void a_plan_whose_next_debit_held_goes_on() {
        var back = DUE.plusDays(5);

        assertThat(new Debits(DUE, DUE.plusMonths(1), back.plusDays(1), back).goOn())
                .isTrue();
        assertThat(new Debits(DUE, DUE.plusMonths(1), back, back).goOn()).isFalse();
        assertThat(new Debits(DUE, DUE.plusMonths(1), back.plusDays(1), back).sentBackOn())
                .isNull();
        assertThat(new Debits(DUE, DUE.plusMonths(1), back, back).sentBackOn()).isEqualTo(back);
    }
}
