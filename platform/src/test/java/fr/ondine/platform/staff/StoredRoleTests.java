package fr.ondine.platform.staff;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the release before reads of a role is one that it knows, and the least of them where it does not know the role. */
class StoredRoleTests {

    @ParameterizedTest
    @EnumSource
    void a_role_is_read_as_it_was_stored(StaffRole role) {
        var newer = StoredRole.newer(role);

        assertThat(StoredRole.of(StoredRole.old(role), newer.isEmpty() ? null : newer))
                .isEqualTo(role);
        assertThat(StoredRole.old(role)).isEqualTo(newer.isEmpty() ? role.name() : "AGENT");
    }
}
