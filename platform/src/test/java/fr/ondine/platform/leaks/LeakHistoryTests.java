package fr.ondine.platform.leaks;

import static fr.ondine.platform.runs.BilledStay.SPRING;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.runs.RunKind;
import fr.ondine.testing.PlatformTest;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A place that is read once a year, when somebody comes by: its third year is known by what was read two years before it. */
@PlatformTest
class LeakHistoryTests extends LeakScene {

    private static final LocalDate JUNE = LocalDate.of(2026, 6, 20);

    /** 89.577, 97.826 and 98.360 m³ in the 360 days from 25 June on. */
    private static final long MEAN = (89_577 + 97_826 + 98_360) / 3;

    @BeforeEach
    void once_a_year() {
        stay.in(() -> {
            database.sql("delete from reading where meter_id in (select m.meter_id from meter_installation m"
                            + " join agreement a using (service_point_id) where a.id = ?)")
                    .param(stay.agreement().value())
                    .update();
            database.sql("update meter_installation m set installed_on = date '2015-01-01', install_register = 0"
                            + " from agreement a where a.service_point_id = m.service_point_id and a.id = ?")
                    .param(stay.agreement().value())
                    .update();
            return database.sql("update agreement set started_on = date '2025-06-25' where id = ?")
                    .param(stay.agreement().value())
                    .update();
        });
        stay.isRead(LocalDate.of(2021, 6, 10), 10);
        stay.isRead(LocalDate.of(2022, 6, 28), 20);
        stay.isRead(LocalDate.of(2023, 6, 22), 110);
        stay.isRead(LocalDate.of(2024, 6, 24), 210);
        stay.isRead(LocalDate.of(2025, 6, 25), 310);
        stay.isRead(JUNE, 710);
    }

    @Test
    void a_reading_is_compared_with_all_three() {
        taken(JUNE);

        assertThat(file().mean().litres()).isEqualTo(MEAN);
    }

    @Test
    void so_is_an_invoice() {
        stay.isBilled(RunKind.ACTUAL, SPRING);

        assertThat(file().mean().litres()).isEqualTo(MEAN);
    }
}
