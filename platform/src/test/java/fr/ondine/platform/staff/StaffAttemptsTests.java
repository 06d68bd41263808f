package fr.ondine.platform.staff;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Utilities;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** So many tries for one account, from one place and from all of them; whoever is right has tried nothing. */
@PlatformTest
class StaffAttemptsTests {

    private final String somebody = UUID.randomUUID() + "@collectivite.fr";
    private final String somewhere = UUID.randomUUID().toString();

    @Autowired
    StaffAttempts attempts;

    @Test
    void one_place_tries_so_many_accounts_and_no_more() {
        at(() -> {
            assertThat(tries(60, number -> attempts.mayTryPassword(number + somebody, somewhere)))
                    .isEqualTo(50);
            assertThat(attempts.mayTryPassword(somebody, "elsewhere" + somewhere))
                    .isTrue();
        });
    }

    @Test
    void one_account_is_tried_so_often_from_all_places_and_no_more() {
        at(() -> {
            assertThat(tries(60, number -> attempts.mayTryPassword(somebody, number + somewhere)))
                    .isEqualTo(50);
            assertThat(attempts.mayTryPassword("another" + somebody, somewhere)).isTrue();
        });
    }

    @Test
    void one_account_is_tried_less_often_from_one_place() {
        at(() -> assertThat(tries(15, number -> attempts.mayTryPassword(somebody, somewhere)))
                .isEqualTo(10));
    }

    @Test
    void a_right_password_and_a_right_code_are_given_back() {
        var staff = UUID.randomUUID();
        at(() -> {
            for (var again = 0; again < 60; again++) {
                assertThat(attempts.mayTryPassword(somebody, somewhere)).isTrue();
                attempts.hadPassword(somebody, somewhere);
                assertThat(attempts.mayTryCode(staff)).isTrue();
                attempts.hadCode(staff);
            }
        });
    }

    private static long tries(int many, IntPredicate allowed) {
        return IntStream.range(0, many).filter(allowed).count();
    }

    private static void at(Runnable work) {
        TenantContext.runAs(Utilities.SIEGVO, work);
    }
}
