package fr.ondine.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.fleet.AuditedAct;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ExportStageTests {

    private static final Duration SOON = Duration.ofSeconds(3);
    private static final Duration MUCH_LATER = Duration.ofMinutes(10);

    @Test
    void is_being_prepared_until_something_is_written_down() {
        assertThat(stage(SOON)).isInstanceOf(ExportStage.Preparing.class);
        assertThat(stage(SOON, "configured")).isInstanceOf(ExportStage.Preparing.class);
    }

    @Test
    void is_missing_when_nothing_was_written_down_for_long() {
        assertThat(stage(MUCH_LATER)).isInstanceOf(ExportStage.Missing.class);
    }

    @Test
    void leaves_for_as_long_as_it_takes_once_it_has_begun() {
        assertThat(stage(SOON, "exported")).isInstanceOf(ExportStage.Leaving.class);
        assertThat(stage(MUCH_LATER, "exported")).isInstanceOf(ExportStage.Leaving.class);
    }

    @Test
    void is_over_when_it_has_left_whole_or_broken_off() {
        assertThat(stage(SOON, "export ended", "exported"))
                .isInstanceOfSatisfying(
                        ExportStage.Over.class,
                        over -> assertThat(over.isWhole()).isTrue());
        assertThat(stage(MUCH_LATER, "export broken off", "exported"))
                .isInstanceOfSatisfying(
                        ExportStage.Over.class,
                        over -> assertThat(over.isWhole()).isFalse());
    }

    private static ExportStage stage(Duration waited, String... actions) {
        var acts = Stream.of(actions)
                .map(action -> new AuditedAct(Instant.EPOCH, "operator:anne@exploitant.fr", action, "siegvo", ""))
                .toList();
        return ExportStage.of(List.copyOf(acts), waited);
    }
}
