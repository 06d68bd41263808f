package fr.ondine.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FrenchTests {

    @Test
    void a_day_is_written_in_full() {
        assertThat(French.date(LocalDate.of(2026, 1, 15))).isEqualTo("15 janvier 2026");
        assertThat(French.date(LocalDate.of(2026, 8, 1))).isEqualTo("1er août 2026");
        assertThat(French.date(LocalDate.of(2026, 8, 11))).isEqualTo("11 août 2026");
    }

    @Test
    void a_period_names_its_year_once_and_its_last_day() {
        assertThat(French.period(new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1))))
                .isEqualTo("du 1er janvier au 31 décembre 2025");
        assertThat(French.period(new Period(LocalDate.of(2025, 12, 15), LocalDate.of(2026, 6, 15))))
                .isEqualTo("du 15 décembre 2025 au 14 juin 2026");
    }

    @Test
    void an_amount_does_not_break_across_lines() {
        assertThat(French.money(Money.euros("202.54"))).isEqualTo("202,54\u00a0€");
        assertThat(French.money(Money.euros("-1202.50"))).isEqualTo("-1\u00a0202,50\u00a0€");
        assertThat(French.money(Money.zero())).isEqualTo("0,00\u00a0€");
    }

    @Test
    void a_volume_is_in_whole_cubic_metres() {
        assertThat(French.volume(new Volume(1_284_999))).isEqualTo("1\u00a0284\u00a0m³");
    }

    @Test
    void signs_that_take_a_space_keep_it() {
        assertThat(French.typeset("Une question ? « Lier un contrat » : 62 m³"))
                .isEqualTo("Une question\u00a0? «\u00a0Lier un contrat\u00a0»\u00a0: 62\u00a0m³");
        assertThat(French.typeset("à 17h00, www.siegvo.com")).isEqualTo("à 17h00, www.siegvo.com");
    }
}
