package fr.ondine.platform.runs;

import static fr.ondine.platform.kernel.Money.euros;
import static java.util.Optional.of;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.UnitPrice;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.MeterInstallation;
import fr.ondine.platform.metering.Reading;
import fr.ondine.platform.metering.ReadingQuality;
import fr.ondine.platform.metering.ReadingSource;
import fr.ondine.platform.tariffs.Beneficiary;
import fr.ondine.platform.tariffs.Charge;
import fr.ondine.platform.tariffs.ChargeTerms;
import fr.ondine.platform.tariffs.DayCount;
import fr.ondine.platform.tariffs.InvoiceSection;
import fr.ondine.platform.tariffs.LineUnit;
import fr.ondine.platform.tariffs.RateBasis;
import fr.ondine.platform.tariffs.Rating;
import fr.ondine.platform.tariffs.RatingRules;
import fr.ondine.platform.tariffs.ServiceTraits;
import fr.ondine.platform.tariffs.StandingCharge;
import fr.ondine.platform.tariffs.Tariff;
import fr.ondine.platform.tariffs.TariffVersion;
import fr.ondine.platform.tariffs.TierReset;
import fr.ondine.platform.tariffs.TierScale;
import fr.ondine.platform.tariffs.Use;
import fr.ondine.platform.tariffs.Vat;
import fr.ondine.platform.tariffs.VolumetricCharge;
import fr.ondine.tenantconfig.ReadingRules;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BillerTests {

    private static final LocalDate FIRST_OF_JANUARY = LocalDate.of(2025, 1, 1);
    private static final LocalDate FIRST_OF_JULY = LocalDate.of(2025, 7, 1);
    private static final Period HALF_YEAR = new Period(FIRST_OF_JANUARY, FIRST_OF_JULY);

    private final List<MeterInstallation> meters = new ArrayList<>(List.of(meter("A", "2020-01-01", 0)));
    private final List<Reading> readings = new ArrayList<>();
    private LocalDate startedOn = LocalDate.of(2020, 1, 1);
    private @Nullable LocalDate endedOn;
    private Past past = Past.NOTHING;
    private boolean isConfirmed;
    private Set<Reading> confirmed = Set.of();
    private List<Period> leaked = List.of();
    private Optional<Dwelling> dwelling = Optional.empty();

    @Test
    void what_was_used_since_the_last_reading_billed_is_billed() {
        read("A", "2024-12-30", 1_000);
        read("A", "2025-06-25", 1_060);
        past = billedUntil(FIRST_OF_JANUARY, readings.getFirst());

        var bill = (Bill) bill(RunKind.ACTUAL);

        // 181 days of 36.50 a year, and 60 m³ at 2.00
        assertThat(bill.lines()).extracting(BillLine::net).containsExactly(euros("18.10"), euros("120.00"));
        assertThat(bill.net()).isEqualTo(euros("138.10"));
        assertThat(bill.vat()).isEqualTo(euros("7.60"));
        assertThat(bill.volume()).isEqualTo(Volume.ofCubicMetres(60));
    }

    @Test
    void a_holder_who_came_is_billed_from_the_reading_of_that_day() {
        startedOn = LocalDate.of(2025, 4, 1);
        read("A", "2025-04-02", 1_030);
        read("A", "2025-06-25", 1_060);

        var bill = (Bill) bill(RunKind.ACTUAL);

        assertThat(bill.volume()).isEqualTo(Volume.ofCubicMetres(30));
        assertThat(bill.period()).isEqualTo(new Period(startedOn, FIRST_OF_JULY));
        assertThat(bill.lines().getFirst().quantity().amount()).isEqualByComparingTo("91");
    }

    @Test
    void a_meter_that_nobody_read_is_set_aside() {
        read("A", "2024-12-30", 1_000);
        past = billedUntil(FIRST_OF_JANUARY, readings.getFirst());

        assertThat(bill(RunKind.ACTUAL)).isEqualTo(new Parked(ParkingReason.NO_READING, "A"));
    }

    @Test
    void days_that_an_invoice_by_a_reading_has_billed_are_not_billed_again() {
        read("A", "2024-12-30", 1_000);
        read("A", "2025-06-25", 1_060);
        past = billedUntil(FIRST_OF_JULY, readings.getFirst());

        assertThat(bill(RunKind.ACTUAL)).isEqualTo(Parked.because(ParkingReason.DOUBLE));
        assertThat(bill(RunKind.ESTIMATED)).isEqualTo(Parked.because(ParkingReason.DOUBLE));
    }

    @Test
    void days_that_were_credited_are_billed_up_to_what_the_invoice_that_stands_goes_on_from() {
        read("A", "2024-12-30", 1_000);
        read("A", "2025-06-25", 1_060);
        read("A", "2025-06-30", 1_062); // which came later, and the next invoice has billed with the rest
        meters.set(0, removed(meters.getFirst(), "2025-09-01", 1_090));
        meters.add(meter("B", "2025-09-01", 0));
        past = followed(billedUntil(FIRST_OF_JANUARY, readings.getFirst()), FIRST_OF_JULY, of(readings.get(1)));

        var bill = (Bill) bill(RunKind.ACTUAL);

        assertThat(bill.lines()).extracting(BillLine::net).containsExactly(euros("18.10"), euros("120.00"));
        assertThat(bill.segments()).singleElement().satisfies(one -> {
            assertThat(one.previous()).isEqualTo(readings.getFirst());
            assertThat(one.current()).isEqualTo(readings.get(1));
        });
    }

    @Test
    void days_of_which_the_next_invoice_has_billed_a_part_are_double() {
        read("A", "2024-12-30", 1_000);
        read("A", "2025-06-25", 1_060);
        var before = billedUntil(FIRST_OF_JANUARY, readings.getFirst());

        past = followed(before, FIRST_OF_JULY.minusDays(1), of(readings.get(1)));
        assertThat(bill(RunKind.ACTUAL)).as("its standing charges").isEqualTo(Parked.because(ParkingReason.DOUBLE));
        past = followed(before, FIRST_OF_JULY, of(readings.getFirst()));
        assertThat(bill(RunKind.ACTUAL)).as("its volume").isEqualTo(new Parked(ParkingReason.DOUBLE, ""));
        past = followed(before, FIRST_OF_JULY, Optional.empty());
        assertThat(bill(RunKind.ACTUAL)).as("it came by import").isEqualTo(new Parked(ParkingReason.DOUBLE, ""));
        past = followed(
                billedUntil(FIRST_OF_JANUARY.plusDays(1), readings.getFirst()), FIRST_OF_JULY, of(readings.get(1)));
        assertThat(bill(RunKind.ACTUAL)).as("the one before").isEqualTo(Parked.because(ParkingReason.DOUBLE));
        past = followed(before, FIRST_OF_JULY, of(readings.get(1)));
        assertThat(bill(RunKind.ESTIMATED)).as("it is read").isEqualTo(Parked.because(ParkingReason.DOUBLE));
    }

    @Test
    void a_replaced_meter_shows_both() {
        read("A", "2024-12-30", 1_000);
        past = billedUntil(FIRST_OF_JANUARY, readings.getFirst());
        meters.set(0, removed(meters.getFirst(), "2025-03-10", 1_020));
        meters.add(meter("B", "2025-03-10", 0));
        read("B", "2025-06-25", 25);

        var bill = (Bill) bill(RunKind.ACTUAL);

        assertThat(bill.segments())
                .extracting(segment -> segment.current().meterSerial())
                .containsExactly("A", "B");
        assertThat(bill.volume()).isEqualTo(Volume.ofCubicMetres(45));
    }

    @Test
    void a_register_that_went_back_is_set_aside_whoever_confirms_it() {
        read("A", "2024-12-30", 1_000);
        read("A", "2025-06-25", 990);
        past = billedUntil(FIRST_OF_JANUARY, readings.getFirst());
        isConfirmed = true;

        assertThat(bill(RunKind.ACTUAL)).isEqualTo(new Parked(ParkingReason.IMPLAUSIBLE, "-10000"));
    }

    @Test
    void a_volume_out_of_proportion_waits_until_somebody_confirms_it() {
        read("A", "2023-12-30", 900);
        read("A", "2024-12-30", 1_000);
        read("A", "2025-06-25", 1_300);
        past = billedUntil(FIRST_OF_JANUARY, readings.get(1));

        assertThat(bill(RunKind.ACTUAL)).isEqualTo(new Parked(ParkingReason.IMPLAUSIBLE, "300000"));

        isConfirmed = true;
        assertThat(((Bill) bill(RunKind.ACTUAL)).volume()).isEqualTo(Volume.ofCubicMetres(300));
    }

    @Test
    void a_volume_out_of_proportion_is_billed_when_its_own_reading_was_found_right() {
        read("A", "2023-12-30", 900);
        read("A", "2024-12-30", 1_000);
        read("A", "2025-06-25", 1_300);
        past = billedUntil(FIRST_OF_JANUARY, readings.get(1));

        confirmed = Set.of(readings.get(1));
        assertThat(bill(RunKind.ACTUAL)).isEqualTo(new Parked(ParkingReason.IMPLAUSIBLE, "300000"));

        confirmed = Set.of(readings.get(2));
        assertThat(((Bill) bill(RunKind.ACTUAL)).volume()).isEqualTo(Volume.ofCubicMetres(300));
    }

    @Test
    void what_staff_found_right_is_in_doubt_no_more_when_it_is_read_again() {
        read("A", "2023-12-30", 900);
        read("A", "2024-12-30", 1_000);
        read("A", "2025-05-25", 1_300);
        read("A", "2025-06-25", 1_310);
        past = billedUntil(FIRST_OF_JANUARY, readings.get(1));
        assertThat(bill(RunKind.ACTUAL)).isEqualTo(new Parked(ParkingReason.IMPLAUSIBLE, "310000"));

        confirmed = Set.of(readings.get(2));
        assertThat(((Bill) bill(RunKind.ACTUAL)).volume()).isEqualTo(Volume.ofCubicMetres(310));

        read("A", "2025-06-28", 1_500);
        assertThat(bill(RunKind.ACTUAL))
                .as("what ran since")
                .isEqualTo(new Parked(ParkingReason.IMPLAUSIBLE, "200000"));
        read("A", "2025-06-29", 1_290);
        assertThat(bill(RunKind.ACTUAL)).as("it went back").isEqualTo(new Parked(ParkingReason.IMPLAUSIBLE, "-10000"));
    }

    @Test
    void what_staff_noted_at_an_exchange_is_billed_and_the_new_meter_is_still_looked_at() {
        read("A", "2023-12-30", 900);
        read("A", "2024-12-30", 1_000);
        past = billedUntil(FIRST_OF_JANUARY, readings.getLast());
        meters.set(0, removed(meters.getFirst(), "2025-03-10", 1_400));
        meters.add(meter("B", "2025-03-10", 0));
        read("B", "2025-06-25", 25);
        assertThat(bill(RunKind.ACTUAL)).isEqualTo(new Parked(ParkingReason.IMPLAUSIBLE, "400000"));

        confirmed = Set.of(new Reading(
                "A",
                LocalDate.of(2025, 3, 10),
                Volume.ofCubicMetres(1_400),
                ReadingSource.AGENT,
                ReadingQuality.ACTUAL));
        assertThat(((Bill) bill(RunKind.ACTUAL)).volume()).isEqualTo(Volume.ofCubicMetres(425));

        read("B", "2025-06-28", 900);
        assertThat(bill(RunKind.ACTUAL)).isEqualTo(new Parked(ParkingReason.IMPLAUSIBLE, "900000"));
    }

    @Test
    void days_are_several_from_two_on() {
        assertThat(LineWords.unit(LineUnit.DAY, new BigDecimal("-1.000"))).isEqualTo("jour");
        assertThat(LineWords.unit(LineUnit.DAY, BigDecimal.TWO)).isEqualTo("jours");
    }

    @Test
    void an_estimate_is_of_the_days_since_as_last_year_used_them() {
        read("A", "2023-12-31", 900);
        read("A", "2024-12-31", 1_000); // 366 days
        past = billedUntil(FIRST_OF_JANUARY, readings.get(1));

        var bill = (Bill) bill(RunKind.ESTIMATED);

        assertThat(bill.segments()).singleElement().satisfies(segment -> {
            assertThat(segment.isEstimated()).isTrue();
            assertThat(segment.volume()).as("100 000 × 182 ÷ 366").isEqualTo(new Volume(49_727));
            assertThat(segment.current().register()).isEqualTo(new Volume(1_049_727));
        });
    }

    @Test
    void what_leaked_in_the_year_before_is_not_estimated_again() {
        read("A", "2022-12-31", 800);
        read("A", "2023-12-31", 900);
        read("A", "2024-12-31", 1_900);
        past = billedUntil(FIRST_OF_JANUARY, readings.getLast());
        var before = new Period(LocalDate.of(2022, 12, 31), LocalDate.of(2023, 12, 31));
        var year = new Period(LocalDate.of(2023, 12, 31), LocalDate.of(2024, 12, 31));

        leaked = List.of(year);
        assertThat(((Bill) bill(RunKind.ESTIMATED)).volume())
                .as("of the year before, 100 000 × 182 ÷ 365")
                .isEqualTo(new Volume(49_863));
        leaked = List.of(before);
        assertThat(((Bill) bill(RunKind.ESTIMATED)).volume())
                .as("1 000 000 × 182 ÷ 366")
                .isEqualTo(new Volume(497_268));
        leaked = List.of(before, year);
        assertThat(bill(RunKind.ESTIMATED)).isEqualTo(Parked.because(ParkingReason.NO_HISTORY));
    }

    /** What a subscriber sent in between shows a leak: it is billed by an invoice that tells of it, and never by an estimate. */
    @Test
    void an_estimate_asks_for_nothing_of_a_leak_that_was_read() {
        read("A", "2022-12-31", 800);
        read("A", "2023-12-31", 900);
        read("A", "2024-12-31", 1_000);
        read("A", "2025-06-01", 1_200); // in 152 days, of which 41 m³ are usual
        past = billedUntil(FIRST_OF_JANUARY, readings.get(2));
        dwelling = Optional.of(new Dwelling(Optional.empty()));

        assertThat(((Bill) bill(RunKind.ESTIMATED)).segments())
                .singleElement()
                .satisfies(segment -> assertThat(segment.previous()).isEqualTo(readings.get(2)))
                .satisfies(segment ->
                        assertThat(segment.volume()).as("200 000 × 182 ÷ 731").isEqualTo(new Volume(49_795)));
        readings.set(
                3,
                new Reading(
                        "A",
                        LocalDate.of(2025, 6, 1),
                        Volume.ofCubicMetres(1_080),
                        ReadingSource.AGENT,
                        ReadingQuality.ACTUAL));
        assertThat(((Bill) bill(RunKind.ESTIMATED)).segments())
                .as("nor of what is usual")
                .hasSize(2);
    }

    @Test
    void an_estimate_is_never_below_a_register_that_was_seen() {
        read("A", "2023-12-31", 900);
        read("A", "2024-12-31", 1_000);
        read("A", "2025-06-01", 1_200);
        past = billedUntil(FIRST_OF_JANUARY, readings.get(1));

        var bill = (Bill) bill(RunKind.ESTIMATED);

        assertThat(bill.segments()).hasSize(2);
        assertThat(bill.segments().getLast().previous().register()).isEqualTo(Volume.ofCubicMetres(1_200));
    }

    @Test
    void nothing_is_estimated_for_who_has_just_come() {
        startedOn = LocalDate.of(2025, 6, 1);
        meters.set(0, meter("A", "2025-06-01", 0));

        assertThat(bill(RunKind.ESTIMATED)).isEqualTo(Parked.because(ParkingReason.NO_HISTORY));
    }

    @Test
    void the_next_invoice_by_a_reading_takes_the_estimate_back_to_the_cent() {
        read("A", "2024-06-30", 950);
        read("A", "2024-12-31", 1_000);
        past = billedUntil(FIRST_OF_JANUARY, readings.getLast());
        var estimate = (Bill) bill(RunKind.ESTIMATED);
        var use = estimate.lines().stream()
                .filter(line -> line.charge().equals("use"))
                .toList();
        past = new Past(
                Optional.of(FIRST_OF_JULY),
                past.seenUntil(),
                past.billed(),
                List.of(),
                use,
                Optional.empty(),
                Optional.empty());
        read("A", "2025-12-30", 1_080);

        var second = new Period(FIRST_OF_JULY, LocalDate.of(2026, 1, 1));
        var bill = (Bill) bill(RunKind.ACTUAL, second);

        assertThat(bill.volume()).as("since the reading").isEqualTo(Volume.ofCubicMetres(80));
        var asked = bill.lines().stream()
                .filter(line -> line.charge().equals("use"))
                .toList();
        assertThat(asked)
                .extracting(BillLine::net)
                .containsExactly(euros("160.00"), use.getFirst().net().negated());
        assertThat(bill.lines().getFirst().quantity().amount())
                .as("standing days of this period alone")
                .isEqualByComparingTo("184");
    }

    /** Three estimates in a year: each takes the one before it back, and the reading only the last. */
    @Test
    void of_estimates_one_after_another_only_the_last_is_taken_back() {
        read("A", "2023-12-31", 900);
        read("A", "2024-12-31", 1_000);
        past = billedUntil(FIRST_OF_JANUARY, readings.getLast());
        var estimates = new ArrayList<BillLine>();
        var from = FIRST_OF_JANUARY;
        for (var until : List.of(LocalDate.of(2025, 4, 1), FIRST_OF_JULY, LocalDate.of(2025, 10, 1))) {
            var estimate = (Bill) bill(RunKind.ESTIMATED, new Period(from, until));
            assertThat(used(estimate)).as("until " + until).hasSize(estimates.isEmpty() ? 1 : 2);
            estimates.addAll(used(estimate));
            past = new Past(
                    Optional.of(until),
                    past.seenUntil(),
                    past.billed(),
                    List.of(),
                    List.copyOf(estimates),
                    Optional.empty(),
                    Optional.empty());
            from = until;
        }
        read("A", "2025-12-30", 1_080);

        var bill = (Bill) bill(RunKind.ACTUAL, new Period(from, LocalDate.of(2026, 1, 1)));

        assertThat(used(bill))
                .extracting(BillLine::net)
                .containsExactly(
                        euros("160.00"),
                        estimates.get(estimates.size() - 2).net().negated());
        assertThat(Stream.concat(estimates.stream(), used(bill).stream())
                        .map(BillLine::net)
                        .reduce(Money.zero(), Money::plus))
                .as("80 m³ at 2 €, over all four")
                .isEqualTo(euros("160.00"));
    }

    private static List<BillLine> used(Bill bill) {
        return bill.lines().stream().filter(line -> line.charge().equals("use")).toList();
    }

    @Test
    void a_holder_who_leaves_is_billed_until_that_day() {
        endedOn = LocalDate.of(2025, 3, 31);
        read("A", "2024-12-30", 1_000);
        read("A", "2025-04-01", 1_030);
        read("A", "2025-06-25", 1_060);
        past = billedUntil(FIRST_OF_JANUARY, readings.getFirst());

        var bill = (Bill) bill(RunKind.CLOSING);

        assertThat(bill.volume()).isEqualTo(Volume.ofCubicMetres(30));
        assertThat(bill.lines().getFirst().quantity().amount()).isEqualByComparingTo("90");
    }

    @Test
    void without_a_tariff_of_each_day_nothing_is_billed() {
        startedOn = LocalDate.of(2018, 1, 1);
        read("A", "2019-12-30", 1_000);
        read("A", "2020-06-25", 1_060);
        meters.set(0, meter("A", "2018-01-01", 0));
        var early = new Period(LocalDate.of(2019, 7, 1), LocalDate.of(2020, 7, 1));
        past = billedUntil(early.from(), readings.getFirst());

        assertThat(bill(RunKind.ACTUAL, early))
                .isInstanceOfSatisfying(
                        Parked.class, parked -> assertThat(parked.reason()).isEqualTo(ParkingReason.TARIFF_MISSING));
    }

    private Outcome bill(RunKind kind) {
        return bill(kind, HALF_YEAR);
    }

    private Outcome bill(RunKind kind, Period period) {
        var terms = new RunTerms(
                kind, period, period.until(), period.until(), period.until().plusDays(30));
        var one = new BillingCase(
                new AgreementId(new UUID(0, 1)),
                "1",
                Optional.of(RATING),
                new ServiceTraits(15, 1),
                startedOn,
                endedOn,
                0,
                true,
                isConfirmed,
                meters,
                readings,
                confirmed,
                past,
                dwelling,
                leaked);
        return new Biller(terms, ReadingRules.defaults()).bill(one);
    }

    private static final Rating RATING = new Rating(
            new Tariff(List.of(new TariffVersion(
                    LocalDate.of(2020, 1, 1),
                    "2019-12-05/3",
                    List.<Charge>of(
                            StandingCharge.of(terms("standing"), UnitPrice.euros("36.50")),
                            VolumetricCharge.of(terms("use"), TierScale.flat(UnitPrice.euros("2"))))))),
            new RatingRules(RoundingMode.HALF_UP, DayCount.DAYS, TierReset.EACH_PERIOD));

    private static ChargeTerms terms(String code) {
        return new ChargeTerms(
                code, code, InvoiceSection.WATER, Beneficiary.OPERATOR, Vat.of("5.5"), RateBasis.DAYS_OF_USE);
    }

    private static Past billedUntil(LocalDate standing, Reading reading) {
        return new Past(
                Optional.of(standing),
                Optional.of(standing),
                Optional.of(reading),
                List.<Use>of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same, with an invoice by a reading of the half year after the period. */
    private static Past followed(Past before, LocalDate standingFrom, Optional<Reading> read) {
        var period = new Period(FIRST_OF_JULY, LocalDate.of(2026, 1, 1));
        return new Past(
                before.standingUntil(),
                before.seenUntil(),
                before.billed(),
                before.uses(),
                before.estimated(),
                before.doubted(),
                Optional.of(new Following(standingFrom, true, period, read)));
    }

    private void read(String serial, String day, long register) {
        readings.add(new Reading(
                serial,
                LocalDate.parse(day),
                Volume.ofCubicMetres(register),
                ReadingSource.AGENT,
                ReadingQuality.ACTUAL));
    }

    private static MeterInstallation meter(String serial, String since, long register) {
        return new MeterInstallation(
                new UUID(0, serial.hashCode()),
                serial,
                5,
                LocalDate.parse(since),
                Volume.ofCubicMetres(register),
                null,
                null);
    }

    private static MeterInstallation removed(MeterInstallation meter, String day, long register) {
        return new MeterInstallation(
                meter.meterId(),
                meter.serial(),
                meter.dials(),
                meter.installedOn(),
                meter.installRegister(),
                LocalDate.parse(day),
                Volume.ofCubicMetres(register));
    }
}
