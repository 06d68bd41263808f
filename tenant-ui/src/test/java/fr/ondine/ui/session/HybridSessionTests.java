package fr.ondine.ui.session;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.tenancy.TenantContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.springframework.session.MapSession;

class HybridSessionTests {

    private static final Clock CLOCK = Clock.systemUTC();

    private final MapSession kept = new MapSession();

    @Test
    void a_session_that_begins_is_saved_and_one_that_was_found_is_not_before_it_changes() {
        var fresh = HybridSession.fresh(kept, new LocalAttributes(CLOCK), CLOCK);
        assertThat(fresh.isChanged()).isTrue();
        fresh.saved();
        assertThat(fresh.isChanged()).isFalse();
        assertThat(found().isChanged()).isFalse();
    }

    @Test
    void whatever_others_would_find_changed_is_saved() {
        kept.setAttribute("who", "anne");
        List<Consumer<HybridSession>> changes = List.of(
                session -> session.setAttribute("page", "invoices"),
                session -> session.removeAttribute("who"),
                session -> session.setAttribute("page", null),
                session -> session.setLastAccessedTime(Instant.now()),
                session -> session.setMaxInactiveInterval(Duration.ofHours(1)),
                HybridSession::changeSessionId);
        assertThat(changes).allSatisfy(change -> assertThat(isChangedBy(change)).isTrue());
        assertThat(kept.<String>getAttribute("who")).isNull();
    }

    @Test
    void what_was_not_there_need_not_go_and_what_a_page_keeps_here_is_nobody_elses() {
        assertThat(isChangedBy(session -> session.removeAttribute("refusal"))).isFalse();
        assertThat(isChangedBy(session -> session.setAttribute("com.vaadin.page", "here")))
                .isFalse();
    }

    private boolean isChangedBy(Consumer<HybridSession> change) {
        return TenantContext.callAs(SIEGVO, () -> {
            var session = found();
            change.accept(session);
            return session.isChanged();
        });
    }

    private HybridSession found() {
        return HybridSession.found(kept, new LocalAttributes(CLOCK), CLOCK);
    }
}
