package fr.ondine.platform.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WritingTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Writing french = new Writing(Locale.FRENCH);
    private final Writing english = new Writing(Locale.ENGLISH);
    private final Locale thisComputers = Locale.getDefault();

    @AfterEach
    void as_before() {
        Locale.setDefault(thisComputers);
    }

    @Test
    void a_day_is_written_in_full() {
        assertThat(french.date(LocalDate.of(2026, 1, 15))).isEqualTo("15 janvier 2026");
        assertThat(french.date(LocalDate.of(2026, 8, 1))).isEqualTo("1er août 2026");
        assertThat(french.shortDate(LocalDate.of(2026, 9, 1))).isEqualTo("1er sept. 2026");
        assertThat(french.shortDate(LocalDate.of(2026, 9, 2))).isEqualTo("2 sept. 2026");
        assertThat(french.date(LocalDate.of(2026, 8, 11))).isEqualTo("11 août 2026");
        assertThat(english.date(LocalDate.of(2026, 8, 1))).isEqualTo("1 August 2026");
    }

    @Test
    void a_period_says_its_year_once_when_it_can() {
        var year = new Period(LocalDate.of(2025, 1, 1), LocalDate.of(2026, 1, 1));
        var winter = new Period(LocalDate.of(2025, 12, 15), LocalDate.of(2026, 6, 15));

        assertThat(french.period(year)).isEqualTo("du 1er janvier au 31 décembre 2025");
        assertThat(french.period(winter)).isEqualTo("du 15 décembre 2025 au 14 juin 2026");
        assertThat(english.period(year)).isEqualTo("1 January to 31 December 2025");
        assertThat(english.period(winter)).isEqualTo("15 December 2025 to 14 June 2026");
    }

    @Test
    void a_day_of_every_year_is_typed_with_or_without_idle_zeros() {
        assertThat(french.typed(MonthDay.of(5, 15))).isEqualTo("15/5");
        assertThat(french.monthDay("15/5")).contains(MonthDay.of(5, 15));
        assertThat(french.monthDay("01/06")).contains(MonthDay.of(6, 1));
        assertThat(french.monthDay("29/2")).contains(MonthDay.of(2, 29));
        assertThat(Stream.of("30/2", "15/13", "0/1", "-1/5", "15", "15/5/2026", "mai", ""))
                .allSatisfy(typed -> assertThat(french.monthDay(typed)).isEmpty());
    }

    @Test
    void an_amount_keeps_its_cents_and_its_spaces_do_not_break() {
        assertThat(french.money(Money.euros("202.54"))).isEqualTo("202,54\u00a0€");
        assertThat(french.money(Money.euros("-1202.50"))).isEqualTo("\u22121\u00a0202,50\u00a0€");
        assertThat(french.money(Money.zero())).isEqualTo("0,00\u00a0€");
        assertThat(english.money(Money.euros("1202.50"))).isEqualTo("€1,202.50");
        assertThat(english.money(Money.euros("-1202.50"))).isEqualTo("-€1,202.50");
    }

    @Test
    void a_volume_is_whole_as_on_the_meter_and_exact_as_on_a_bill() {
        assertThat(french.wholeVolume(new Volume(1_284_999))).isEqualTo("1\u00a0284\u00a0m³");
        assertThat(french.volume(new Volume(1_284_500))).isEqualTo("1\u00a0284,5\u00a0m³");
        assertThat(english.wholeVolume(new Volume(1_284_999))).isEqualTo("1,284\u00a0m³");
    }

    @Test
    void rates_months_and_moments_too() {
        assertThat(french.percent(new VatRate(new BigDecimal("5.50")))).isEqualTo("5,5\u00a0%");
        assertThat(english.percent(new VatRate(new BigDecimal("5.50")))).isEqualTo("5.5%");
        assertThat(french.month(YearMonth.of(2026, 2))).isEqualTo("février 2026");
        var noon = Instant.parse("2026-01-15T11:05:00Z");
        assertThat(french.shortMoment(Instant.parse("2026-09-01T11:05:00Z"), PARIS))
                .isEqualTo("1er\u00a0sept.\u00a02026, 13:05");
        assertThat(french.moment(noon, PARIS)).isEqualTo("15 janvier 2026 à 12\u00a0h\u00a005");
        assertThat(english.moment(noon, PARIS)).isEqualTo("15 January 2026 at 12:05");
    }

    @Test
    void the_spaces_that_do_not_break_are_those_of_the_language() {
        assertThat(french.typeset("Une question ? « Lier un contrat » : 62 m³"))
                .isEqualTo("Une question\u00a0? «\u00a0Lier un contrat\u00a0»\u00a0: 62\u00a0m³");
        assertThat(french.typeset("à 17h00, www.siegvo.com")).isEqualTo("à 17h00, www.siegvo.com");
        assertThat(english.typeset("« so ? » 62 m³")).isEqualTo("« so ? » 62\u00a0m³");
    }

    @Test
    void the_word_e_mail_stays_in_one_piece_and_an_address_as_it_is() {
        assertThat(french.typeset("Un e-mail, l'e-mail. E-mail au dossier, des e-mails"))
                .isEqualTo("Un e\u2011mail, l'e\u2011mail. E\u2011mail au dossier, des e\u2011mails");
        assertThat(french.typeset(
                        "e-mail@exemple.fr, le-mail.fr, e-mail.fr, service.e-mail@exemple.fr, https://x.fr/e-mail"))
                .isEqualTo("e-mail@exemple.fr, le-mail.fr, e-mail.fr, service.e-mail@exemple.fr, https://x.fr/e-mail");
        assertThat(english.typeset("an e-mail")).isEqualTo("an e-mail");
    }

    @Test
    void a_language_without_patterns_is_written_in_the_common_one_whatever_this_computer_speaks() {
        Locale.setDefault(Locale.ENGLISH);

        var unknown = new Writing(Locale.of("br"));

        assertThat(unknown.locale()).isEqualTo(Sentences.commonLanguage());
        assertThat(unknown.date(LocalDate.of(2026, 1, 15))).isEqualTo("15 janvier 2026");
        assertThat(new Writing(Locale.FRANCE).money(Money.euros("2.50"))).isEqualTo("2,50\u00a0€");
    }
}
