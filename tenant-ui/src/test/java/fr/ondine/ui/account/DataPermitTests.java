package fr.ondine.ui.account;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.UserId;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** What one person has shown in a session opens nothing to who signs in there after them. */
class DataPermitTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final CurrentUser anne =
            new CurrentUser("siegvo", new UserId(UUID.randomUUID()), "anne@exemple.fr", "Anne", 0);
    private final CurrentUser paul =
            new CurrentUser("siegvo", new UserId(UUID.randomUUID()), "paul@exemple.fr", "Paul", 0);

    @Test
    void it_is_used_once() {
        assertThat(DataPermit.use(request, anne)).isFalse();

        DataPermit.give(request, anne);

        assertThat(DataPermit.use(request, anne)).isTrue();
        assertThat(DataPermit.use(request, anne)).isFalse();
    }

    @Test
    void it_is_nobody_elses() {
        DataPermit.give(request, anne);

        assertThat(DataPermit.use(request, paul)).isFalse();
    }
}
