package fr.ondine.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

/** When a node says that it is ready, while the database answers; the rest is told where that goes away. */
class TenantsHealthTests {

    @Test
    void is_not_ready_before_the_first_utility_is() {
        assertThat(status(new Tenants.Count(3, 0), true)).isEqualTo(Status.OUT_OF_SERVICE);
    }

    @Test
    void is_ready_as_soon_as_one_utility_is_while_the_others_are_still_migrated() {
        assertThat(status(new Tenants.Count(3, 1), true)).isEqualTo(Status.UP);
    }

    @Test
    void does_not_wait_for_utilities_that_nobody_brings_up_to_date() {
        assertThat(status(new Tenants.Count(3, 0), false)).isEqualTo(Status.UP);
    }

    @Test
    void is_ready_where_there_is_no_utility_yet() {
        assertThat(status(new Tenants.Count(0, 0), true)).isEqualTo(Status.UP);
    }

    private static Status status(Tenants.Count count, boolean isMigrating) {
        return TenantsHealth.of(count, isMigrating).getStatus();
    }
}
