package fr.ondine.tenantconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.ondine.tenantconfig.ReadingWindow.Opening;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadingWindowsTests {

    private static final String SIEGVO = BundledTenants.yaml("siegvo");
    private static final String LAST_RULE = "refuse-above-percent: 500\n";
    /** Two of them are leap years. */
    private static final int FIRST_YEAR = 2023;

    private static final int LAST_YEAR = 2028;

    @ParameterizedTest
    @CsvSource(textBlock = """
            05-15, 06-15, 2026-05-14, 2026-05-15, 2026-06-15
            05-15, 06-15, 2026-05-15,,
            05-15, 06-15, 2026-06-15,,
            05-15, 06-15, 2026-06-16, 2027-05-15, 2027-06-15
            12-15, 01-15, 2026-12-14, 2026-12-15, 2027-01-15
            12-15, 01-15, 2026-12-31,,
            12-15, 01-15, 2027-01-01,,
            12-15, 01-15, 2027-01-15,,
            12-15, 01-15, 2027-01-16, 2027-12-15, 2028-01-15
            06-01, 06-01, 2026-06-01,,
            06-01, 06-01, 2026-06-02, 2027-06-01, 2027-06-01
            02-01, 02-28, 2028-02-29, 2029-02-01, 2029-02-28
            02-01, 02-29, 2028-02-29,,
            02-01, 02-29, 2027-02-28,,
            02-01, 02-29, 2027-03-01, 2028-02-01, 2028-02-29
            02-29, 03-31, 2027-02-27, 2027-02-28, 2027-03-31
            02-29, 03-31, 2028-02-28, 2028-02-29, 2028-03-31
            """)
    void a_window_is_open_from_its_first_day_to_its_last(
            String from, String to, LocalDate day, LocalDate first, LocalDate last) {
        var next = first == null ? Optional.empty() : Optional.of(new Opening(first, last));
        assertThat(rules(window(from, to)).closedUntil(day)).isEqualTo(next);
    }

    @Test
    void without_windows_any_day_is_right() {
        assertThat(ReadingRules.defaults().closedUntil(LocalDate.of(2028, 2, 29)))
                .isEmpty();
    }

    @Test
    void of_several_the_next_one_counts_in_whatever_order_they_are_written() {
        var rules = rules(window("11-01", "11-30"), window("05-01", "05-31"));

        assertThat(rules.closedUntil(LocalDate.of(2026, 4, 30)))
                .contains(new Opening(LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 31)));
        assertThat(rules.closedUntil(LocalDate.of(2026, 5, 31))).isEmpty();
        assertThat(rules.closedUntil(LocalDate.of(2026, 6, 1)))
                .contains(new Opening(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30)));
    }

    @Test
    void any_windows_agree_with_a_calendar_on_which_their_days_are_ticked() {
        var random = new Random(20260515);
        for (var round = 0; round < 50; round++) {
            var rules = random(random);
            var ticked = new TreeSet<LocalDate>();
            rules.windows().forEach(window -> tick(window, ticked));
            LocalDate.of(FIRST_YEAR, 1, 1)
                    .datesUntil(LocalDate.of(LAST_YEAR, 1, 1))
                    .forEach(day -> assertThat(rules.closedUntil(day).map(Opening::first))
                            .as("%s on %s", rules.windows(), day)
                            .isEqualTo(Optional.of(ticked.ceiling(day)).filter(next -> !next.equals(day))));
        }
    }

    @Test
    void a_day_is_the_utilitys_own() {
        var utility = TenantConfigReader.read(with("  windows: [{from: 05-15, to: 06-15}]\n"));

        assertThat(opens(utility, "2026-05-14T21:59:59Z")).isFalse();
        assertThat(opens(utility, "2026-05-14T22:00:00Z")).isTrue();
        assertThat(opens(utility, "2026-06-15T21:59:59Z")).isTrue();
        assertThat(opens(utility, "2026-06-15T22:00:00Z")).isFalse();
    }

    @Test
    void windows_are_read_as_written_and_a_configuration_without_them_has_none() {
        var config = TenantConfigReader.read(with("""
                  windows:
                    - from: 05-15
                      to: 06-15
                    - from: 12-15
                      to: 01-15
                """));

        assertThat(config.readings().windows()).containsExactly(window("05-15", "06-15"), window("12-15", "01-15"));
        assertThat(TenantConfigReader.read(SIEGVO).readings().windows()).isEmpty();
    }

    @Test
    void a_form_writes_them_so_that_they_are_read_again() {
        var windows = List.of(Map.of("from", "12-15", "to", "01-15"), Map.of("from", "02-01", "to", "02-29"));
        var yaml =
                new ConfigurationEdit(SIEGVO).with("readings.windows", windows).yaml();

        assertThat(TenantConfigReader.read(yaml).readings().windows())
                .containsExactly(window("12-15", "01-15"), window("02-01", "02-29"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            05-32, 06-15               | readings.windows[1].from | « 05-32 » n'est pas un jour de l'année
            02-30, 06-15               | readings.windows[1].from | « 02-30 » n'est pas un jour de l'année
            05-15, 15-06               | readings.windows[1].to   | « 15-06 » n'est pas un jour de l'année
            05-15, 2026-06-15          | readings.windows[1].to   | « 2026-06-15 » n'est pas un jour de l'année
            05-15, 06-15, 06-15, 07-01 | readings.windows         | les périodes 1 et 2 ont un jour en commun.
            12-15, 01-15, 01-01, 12-01 | readings.windows         | les périodes 1 et 2 ont un jour en commun.
            02-28, 02-28, 02-29, 03-31 | readings.windows         | les périodes 1 et 2 ont un jour en commun.
            """)
    void refuses_with_the_field_its_line_and_the_reason(String days, String path, String reason) {
        var refused = refused(days.split(", "));

        assertThat(refused.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.path()).isEqualTo(path);
            assertThat(refusal.line()).isEqualTo(line(LAST_RULE.strip()) + 1);
            assertThat(refusal.reason(Locale.FRENCH)).startsWith(reason);
        });
    }

    @Test
    void windows_that_follow_each_other_do_not_overlap_and_there_are_at_most_twelve() {
        var months = Stream.iterate(1, month -> month + 1)
                .limit(12)
                .map(month -> new ReadingWindow(MonthDay.of(month, 1), MonthDay.of(month, month == 2 ? 29 : 30)))
                .toList();
        assertThat(new ReadingRules(50, 200, 500, months).windows()).hasSize(12);

        var one = new ArrayList<>(months);
        one.add(window("12-31", "12-31"));
        assertThat(catchThrowableOfType(Invalid.class, () -> new ReadingRules(50, 200, 500, one)))
                .hasMessage("windows-many");
    }

    private static ReadingRules random(Random random) {
        var one = window(random);
        var other = window(random);
        return one.overlaps(other) ? rules(one) : rules(one, other);
    }

    private static ReadingWindow window(Random random) {
        return new ReadingWindow(monthDay(random), monthDay(random));
    }

    private static MonthDay monthDay(Random random) {
        return MonthDay.from(LocalDate.ofYearDay(2024, 1 + random.nextInt(366)));
    }

    private static void tick(ReadingWindow window, TreeSet<LocalDate> calendar) {
        for (var year = FIRST_YEAR - 1; year <= LAST_YEAR; year++) {
            var day = window.from().atYear(year);
            calendar.add(day);
            while (!day.equals(window.to().atYear(day.getYear()))) {
                day = day.plusDays(1);
                calendar.add(day);
            }
        }
    }

    private static boolean opens(TenantConfig utility, String instant) {
        var day = LocalDate.ofInstant(Instant.parse(instant), utility.zone());
        return utility.readings().closedUntil(day).isEmpty();
    }

    private static InvalidConfiguration refused(String... days) {
        var windows = new ArrayList<String>();
        for (var at = 0; at < days.length; at += 2) {
            windows.add("{from: %s, to: %s}".formatted(days[at], days[at + 1]));
        }
        return catchThrowableOfType(
                InvalidConfiguration.class, () -> TenantConfigReader.read(with("  windows: " + windows + "\n")));
    }

    private static String with(String windows) {
        return SIEGVO.replace(LAST_RULE, LAST_RULE + windows);
    }

    private static int line(String text) {
        return SIEGVO.substring(0, SIEGVO.indexOf(text)).split("\n", -1).length;
    }

    private static ReadingRules rules(ReadingWindow... windows) {
        return new ReadingRules(50, 200, 500, List.of(windows));
    }

    private static ReadingWindow window(String from, String to) {
        return new ReadingWindow(MonthDay.parse("--" + from), MonthDay.parse("--" + to));
    }
}
