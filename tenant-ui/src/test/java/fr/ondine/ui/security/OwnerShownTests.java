package fr.ondine.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.identity.OwnerAct;
import fr.ondine.platform.identity.OwnerProof;
import fr.ondine.platform.identity.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class OwnerShownTests {

    private static final Instant NOW = Instant.now();
    private static final UserId USER = new UserId(UUID.randomUUID());

    private final MockHttpServletRequest request = new MockHttpServletRequest();
    private final OwnerProof proof =
            new OwnerProof(UUID.randomUUID(), USER, OwnerAct.TAKE_DATA, NOW.plus(Duration.ofMinutes(10)));

    @Test
    void waits_for_its_person_and_its_act_until_it_is_over() {
        OwnerShown.keep(request, proof);

        assertThat(OwnerShown.find(request, USER, OwnerAct.TAKE_DATA, NOW)).contains(proof);
        assertThat(OwnerShown.find(request, USER, OwnerAct.DELETE_ACCOUNT, NOW)).isEmpty();
        assertThat(OwnerShown.find(request, new UserId(UUID.randomUUID()), OwnerAct.TAKE_DATA, NOW))
                .as("somebody else who signed in since")
                .isEmpty();
        assertThat(OwnerShown.find(request, USER, OwnerAct.TAKE_DATA, proof.until()))
                .isEmpty();
    }

    @Test
    void a_failure_is_told_on_the_page_that_asked_and_leaves_nothing_that_was_shown() {
        OwnerShown.keep(request, proof);

        OwnerShown.failed(request, OwnerAct.TAKE_DATA, "autre");

        assertThat(OwnerShown.failure(request, OwnerAct.TAKE_DATA, NOW)).contains("autre");
        assertThat(OwnerShown.failure(request, OwnerAct.DELETE_ACCOUNT, NOW)).isEmpty();
        assertThat(OwnerShown.find(request, USER, OwnerAct.TAKE_DATA, NOW)).isEmpty();
        OwnerShown.keep(request, proof);
        assertThat(OwnerShown.failure(request, OwnerAct.TAKE_DATA, NOW)).isEmpty();
    }

    @Test
    void a_node_of_the_release_before_reads_what_is_kept() {
        OwnerShown.keep(request, proof);
        assertText();
        OwnerShown.failed(request, OwnerAct.TAKE_DATA, "autre");
        assertText();
    }

    private void assertText() {
        var session = request.getSession();
        assertThat(Collections.list(session.getAttributeNames()))
                .isNotEmpty()
                .extracting(session::getAttribute)
                .hasOnlyElementsOfType(String.class);
    }
}
