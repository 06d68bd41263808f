package fr.ondine.platform.imports;

import static fr.ondine.platform.imports.FileSet.aHousehold;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clerk has noted that M2 took the place of M1 on 1 March 2026, which the software learns later or otherwise. */
class NotedExchangesTests extends ImportTest {

    private static final String HEADER =
            "numero_serie;roues;diametre;point_de_service;pose_le;index_pose;depose_le;index_depose\n";
    private static final String STILL_THERE = "M1;4;15;P1;2020-01-01;0;;\n";

    @BeforeEach
    void an_exchange_that_staff_noted() {
        load(aHousehold());
        one(Long.class, """
                with removed as (update meter_installation set removed_on = '2026-03-01', removal_register = 160000,
                                        removal_noted_by = 'staff:1' returning service_point_id),
                     meter as (insert into meter (id, serial, dials) values (uuidv7(), 'M2', 4) returning id),
                     fitted as (insert into meter_installation (id, meter_id, service_point_id, installed_on,
                                                                install_register, fitting_noted_by)
                                select uuidv7(), meter.id, service_point_id, '2026-03-01', 0, 'staff:1' from removed, meter
                                returning 1)
                select count(*) from fitted""");
    }

    @Test
    void a_file_that_knows_nothing_of_it_leaves_it_as_it_is() {
        assertThat(load(meters(STILL_THERE).adding("releves.csv", "M1;2026-03-15;161;exploitant;estime"))
                        .refusals())
                .isEmpty();
        assertThat(fittings()).isEqualTo("M1 2020-01-01 2026-03-01 160000, M2 2026-03-01 - -");
    }

    @Test
    void a_file_that_knows_it_of_another_day_is_right_and_so_is_each_after_it() {
        var known = meters("""
                M1;4;15;P1;2020-01-01;0;2026-03-02;161
                M2;4;15;P1;2026-03-02;1;;
                """);
        assertThat(load(known).refusals()).isEmpty();
        assertThat(fittings()).isEqualTo("M1 2020-01-01 2026-03-02 161000, M2 2026-03-02 - -");
        assertThat(load(known).refusals()).isEmpty();
        assertThat(count("meter_installation where coalesce(fitting_noted_by, removal_noted_by) is not null"))
                .isZero();
        assertThat(load(meters(STILL_THERE)).refusals()).isEmpty();
        assertThat(fittings()).startsWith("M1 2020-01-01 - -");
    }

    @Test
    void a_meter_that_staff_moved_elsewhere_is_no_reason_to_refuse_a_file() {
        one(Long.class, """
                with moved as (insert into meter_installation (id, meter_id, service_point_id, installed_on,
                                                               install_register, fitting_noted_by)
                               select uuidv7(), meter.id, p.id, '2026-03-09', 160000, 'staff:1'
                                 from meter, service_point p where serial = 'M1' and reference = 'P2' returning 1)
                select count(*) from moved""");
        assertThat(load(meters(STILL_THERE)).refusals()).isEmpty();
        assertThat(fittings()).isEqualTo("M1 2020-01-01 2026-03-01 160000, M2 2026-03-01 - -, M1 2026-03-09 - -");
    }

    private static FileSet meters(String rows) {
        return aHousehold().with("compteurs.csv", HEADER + rows);
    }

    private String fittings() {
        return one(String.class, """
                select string_agg(concat_ws(' ', serial, installed_on, coalesce(removed_on::text, '-'),
                                            coalesce(removal_register::text, '-')), ', ' order by installed_on)
                  from meter_installation join meter on meter.id = meter_id""");
    }
}
