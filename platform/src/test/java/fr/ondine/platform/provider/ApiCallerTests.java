package fr.ondine.platform.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApiCallerTests {

    private static final TenantId HERE = new TenantId("siegvo");

    private final ApiCaller program =
            new ApiCaller(HERE.slug(), UUID.randomUUID(), null, Set.of(ClientScope.READINGS_WRITE.word()));

    @Test
    void a_program_does_what_it_was_let_do_and_nothing_else() {
        TenantContext.runAs(HERE, () -> {
            assertThat(program.require(ClientScope.READINGS_WRITE)).isSameAs(program);
            assertThatThrownBy(() -> program.require(ClientScope.INVOICES_READ)).isInstanceOf(ScopeMissing.class);
        });
    }

    @Test
    void at_another_utility_it_is_nobody() {
        TenantContext.runAs(
                new TenantId("ileo"),
                () -> assertThatThrownBy(() -> program.require(ClientScope.READINGS_WRITE))
                        .isInstanceOf(ScopeMissing.class));
    }
}
