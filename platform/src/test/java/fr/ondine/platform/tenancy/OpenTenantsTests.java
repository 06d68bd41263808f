package fr.ondine.platform.tenancy;

import static fr.ondine.testing.Utilities.ILEO;
import static fr.ondine.testing.Utilities.MALESHERBOIS;
import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.ondine.migrations.OndineDatabase;
import fr.ondine.migrations.UtilityState;
import fr.ondine.testing.PlatformTest;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A round at all utilities: each on its own, none in the way of another. */
@PlatformTest
class OpenTenantsTests {

    private static final RecurringJob ROUND = new RecurringJob() {

        @Override
        public String name() {
            return "a-round";
        }

        @Override
        public Duration every() {
            return Duration.ofDays(1);
        }

        @Override
        public void run() {
            throw new UnsupportedOperationException();
        }
    };

    @Autowired
    OpenTenants open;

    @Autowired
    Tenants tenants;

    @Autowired
    OndineDatabase database;

    private final Set<TenantId> worked = new HashSet<>();

    @Test
    void each_open_utility_works_bound() {
        open.each(ROUND, this::work);

        assertThat(worked).contains(SIEGVO, MALESHERBOIS, ILEO);
    }

    @Test
    void one_that_is_closed_rests() {
        change(UtilityState.SUSPENDED);
        try {
            open.each(ROUND, this::work);
        } finally {
            change(UtilityState.READY);
        }

        assertThat(worked).contains(SIEGVO, MALESHERBOIS).doesNotContain(ILEO);
    }

    @Test
    void what_fails_for_one_keeps_no_other_from_it_and_is_not_hushed_up() {
        assertThatIllegalStateException()
                .isThrownBy(() -> open.each(ROUND, () -> {
                    work();
                    if (TenantContext.current().equals(MALESHERBOIS)) {
                        throw new IllegalArgumentException("a row that nobody expected");
                    }
                }))
                .withMessage("a-round failed for 1 utilities")
                .havingCause()
                .withMessage("a row that nobody expected");
        assertThat(worked).contains(SIEGVO, MALESHERBOIS, ILEO);
    }

    private void change(UtilityState state) {
        database.change(ILEO.slug(), state, "test", "");
        tenants.refresh();
    }

    private void work() {
        worked.add(TenantContext.current());
    }
}
