package fr.ondine.platform.imports;

import static fr.ondine.platform.imports.FileSet.aHousehold;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** When a register may stand below the one before. */
class ImportedReadingsTests extends ImportTest {

    @Test
    void a_meter_may_turn_over_be_replaced_or_be_estimated_too_high() {
        load(aHousehold());
        var report = load(aHousehold().with("compteurs.csv", """
                        numero_serie;roues;point_de_service;pose_le;index_pose;depose_le;index_depose
                        M1;4;P1;2020-01-01;0;2026-03-01;160
                        M2;4;P1;2026-03-01;0;;
                        M3;4;P2;2020-01-01;0;2025-01-01;500
                        M3;4;P2;2025-01-01;3;;
                        """).with("releves.csv", """
                        compteur;date;index;source;qualite
                        M2;2026-04-30;9990;agent;reel
                        M2;2026-06-30;12;agent;reel
                        M2;2026-07-31;50;exploitant;estime
                        M2;2026-08-31;40;agent;reel
                        M3;2024-12-31;499;agent;reel
                        M3;2025-06-30;20;agent;reel
                        """));
        assertThat(report.refusals()).isEmpty();
    }

    @Test
    void a_reading_slipped_in_before_a_known_one_must_not_exceed_it() {
        load(aHousehold().replacing("releves.csv", "abonné", "agent"));
        var report = load(
                aHousehold().with("releves.csv", "compteur;date;index;source;qualite\nM1;2025-09-30;160;agent;reel\n"));
        assertThat(report.refusals().getFirst().toString())
                .isEqualTo("releves.csv, ligne 2, colonne index, « 160 » :"
                        + " l'index est supérieur au suivant, 150,5\u00a0m³ (31/12/2025)");
    }

    @Test
    void what_the_utility_reads_wins_over_what_a_subscriber_sent() {
        load(aHousehold());
        var lower = load(
                aHousehold().with("releves.csv", "compteur;date;index;source;qualite\nM1;2026-01-05;140;agent;reel\n"));
        assertThat(lower.refusals()).isEmpty();
        var before = load(
                aHousehold().with("releves.csv", "compteur;date;index;source;qualite\nM1;2025-12-30;138;agent;reel\n"));
        assertThat(before.refusals()).isEmpty();
        var subscriber = load(aHousehold()
                .with("releves.csv", "compteur;date;index;source;qualite\nM1;2026-01-06;120;abonne;reel\n"));
        assertThat(subscriber.refusals().getFirst().reason()).contains("140\u00a0m³ (05/01/2026)");
        var tooHigh = load(
                aHousehold().with("releves.csv", "compteur;date;index;source;qualite\nM1;2025-12-30;145;agent;reel\n"));
        assertThat(tooHigh.refusalCount()).isOne();
    }

    @Test
    void what_staff_set_aside_is_not_taken_in_again_unless_the_file_says_something_else() {
        load(aHousehold());
        setAsideByStaff(150_500);
        assertThat(load(aHousehold()).accepted()).isTrue();
        assertThat(count("reading")).isOne();
        load(aHousehold().replacing("releves.csv", "150,5", "151"));
        assertThat(one(Long.class, "select max(register_value) from reading")).isEqualTo(151_000);
    }

    @Test
    void a_reading_that_staff_set_aside_is_no_reason_to_refuse_those_after_it() {
        load(aHousehold().replacing("releves.csv", "abonné", "agent"));
        setAsideByStaff(150_500);
        var report = load(aHousehold()
                .replacing("releves.csv", "abonné", "agent")
                .adding("releves.csv", "M1;2026-01-31;120;agent;reel"));
        assertThat(report.refusals()).isEmpty();
        assertThat(one(Long.class, "select max(register_value) from reading")).isEqualTo(120_000);
    }

    @Test
    void a_reading_that_a_file_changes_stays_on_file_as_it_was() {
        load(aHousehold());
        load(aHousehold().replacing("releves.csv", "150,5", "151"));
        assertThat(one(Long.class, "select register_value from withdrawn_reading"))
                .isEqualTo(150_500);
    }

    @Test
    void a_last_reading_that_is_far_from_the_usual_waits_for_a_look() {
        var today = LocalDate.now();
        load(readings(today, 160));
        assertThat(count("reading_doubt")).isZero();
        load(readings(today, 400));
        assertThat(one(String.class, "select doubt from reading_doubt")).isEqualTo("FAR_ABOVE_USUAL");
        assertThat(one(Long.class, "select litres from reading_doubt")).isEqualTo(250_000);
    }

    @Test
    void a_reading_that_a_file_changes_is_no_longer_the_one_that_was_found_right() {
        var today = LocalDate.now();
        load(readings(today, 400));
        one(
                Long.class,
                "with done as (update reading_doubt set confirmed_at = now(), confirmed_by = 'staff:1' returning 1)"
                        + " select count(*) from done");
        load(readings(today, 450).adding("releves.csv", "M1;%s;460;agent;reel".formatted(today.minusDays(10))));
        assertThat(count("reading_doubt where confirmed_at is not null")).isZero();
    }

    private static FileSet readings(LocalDate today, int last) {
        return aHousehold().with("releves.csv", """
                compteur;date;index;source;qualite
                M1;%s;100;agent;reel
                M1;%s;150;agent;reel
                M1;%s;%d;agent;reel
                """.formatted(
                        today.minusDays(730), today.minusDays(365), today.minusDays(300), last));
    }

    private void setAsideByStaff(long litres) {
        one(Long.class, """
                with gone as (delete from reading where register_value = %d returning *),
                kept as (insert into withdrawn_reading (reading_id, meter_id, read_on, register_value, source, quality,
                                                        recorded_at, withdrawn_at, withdrawn_by, reason)
                         select id, meter_id, read_on, register_value, source, quality, recorded_at, now(), 'staff:1', 'Faux'
                           from gone returning 1)
                select count(*) from kept""".formatted(litres));
    }
}
