package fr.ondine.platform.leaks;

import static fr.ondine.platform.runs.BilledStay.AUTUMN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.runs.RunKind;
import fr.ondine.testing.PlatformTest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where tiers begin anew each year, 2 € a m³ for the first 120 and then 3 €: what is not due of a leak fills none. */
@PlatformTest
class LeakTiersTests extends LeakScene {

    private static final LocalDate DECEMBER = LocalDate.of(2026, 12, 29);

    @BeforeEach
    void tiers_of_a_year() {
        stay.in(() -> {
            database.sql("insert into rating_rules (rounding, day_count, tier_reset, standing_cap)"
                            + " values ('HALF_UP', 'DAYS', 'EACH_YEAR', 'ORDINARY')")
                    .update();
            return tiers();
        });
    }

    /** A version is published with its prices, or not at all. */
    private int tiers() {
        var version = UUID.randomUUID();
        var before = database.sql("select v.id from agreement_tariff c join tariff_version v using (tariff_id)"
                        + " where c.agreement_id = ?")
                .param(stay.agreement().value())
                .query(UUID.class)
                .single();
        database.sql("insert into tariff_version select (jsonb_populate_record(v, jsonb_build_object('id', ?::text,"
                        + " 'valid_from', '2025-01-01'))).* from tariff_version v where id = ?")
                .params(version.toString(), before)
                .update();
        database.sql("insert into tariff_charge select (jsonb_populate_record(c, jsonb_build_object('version_id',"
                        + " ?::text))).* from tariff_charge c where version_id = ?")
                .params(version.toString(), before)
                .update();
        return database.sql("insert into tariff_price (version_id, charge_code, from_litres, price)"
                        + " values (?, 'ABO', 0, 36.50), (?, 'CONSO', 0, 2), (?, 'CONSO', 120000, 3)")
                .params(version, version, version)
                .update();
    }

    @AfterEach
    void the_usual_rules_again() {
        stay.in(() -> database.sql("delete from rating_rules").update());
    }

    @Test
    void the_next_invoice_of_the_year_goes_on_from_what_was_due() {
        billed(200);
        certify("2026-07-20");
        grant("2026-08-03", false, preview("2026-08-03"));

        stay.isRead(DECEMBER, 330);
        stay.isBilled(RunKind.ACTUAL, AUTUMN);

        assertThat(used())
                .as("98.082 m³ were due of the first 120")
                .containsExactly("21.918 2.000000", "8.082 3.000000");
    }

    @Test
    void an_invoice_of_a_leak_that_was_not_relieved_fills_the_tiers() {
        billed(200);

        stay.isRead(DECEMBER, 330);
        stay.isBilled(RunKind.ACTUAL, AUTUMN);

        assertThat(used()).containsExactly("30.000 3.000000");
    }

    /** The second invoice is found again as it was rated, whatever was granted of the first one before or since. */
    @Test
    void a_second_leak_of_the_year_is_relieved_from_where_the_first_had_left_the_tiers() {
        billed(200);
        certify("2026-07-20");
        grant("2026-08-03", false, preview("2026-08-03"));
        stay.isRead(DECEMBER, 450);
        stay.isBilled(RunKind.ACTUAL, AUTUMN);
        assertThat(used()).containsExactly("21.918 2.000000", "128.082 3.000000");

        certify("2027-01-20");
        grant("2027-02-01", false, preview("2027-02-01"));

        assertThat(line()).as("100.274 of 150 m³ are due").startsWith("CONSO -49.726 3.000000");
    }

    @Test
    void a_relief_that_comes_after_the_next_invoice_leaves_that_as_it_was_rated() {
        billed(200);
        certify("2026-07-20");
        stay.isRead(DECEMBER, 450);
        stay.isBilled(RunKind.ACTUAL, AUTUMN);
        stay.in(() -> {
            var first = reader.of(stay.agreement()).getLast().id();
            var total = desk("2027-01-03")
                    .preview(BERNARD, first, false)
                    .orElseThrow()
                    .total();
            return desk("2027-01-03").grant(BERNARD, first, false, total, "");
        });

        certify("2027-01-20");
        grant("2027-02-01", false, preview("2027-02-01"));

        assertThat(line()).startsWith("CONSO -49.726 3.000000");
    }

    private String preview(String day) {
        return stay.in(() -> desk(day)
                .preview(BERNARD, id(), false)
                .orElseThrow()
                .total()
                .amount()
                .toPlainString());
    }

    /** The m³ of the last invoice, tier by tier. */
    private List<String> used() {
        return stay.in(() -> database.sql("select quantity || ' ' || unit_price from invoice_line where invoice_id = ?"
                        + " and unit = 'm³' order by position")
                .param(stay.lastInvoice().value())
                .query(String.class)
                .list());
    }
}
