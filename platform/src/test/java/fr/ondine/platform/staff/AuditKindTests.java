package fr.ondine.platform.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever filters the trail by what acts are about misses none of them. */
class AuditKindTests {

    @Test
    void every_act_that_is_written_down_is_of_one_kind() {
        var acts = WrittenActs.all();

        assertThat(acts).contains("password.reset", "email.changed", "reading.entered");
        assertThat(acts).allSatisfy(act -> assertThat(kinds(act)).as(act).hasSize(1));
        assertThat(kinds("nothing.done")).isEmpty();
    }

    @Test
    void every_act_stands_in_the_source_as_one_word() {
        assertThat(WrittenActs.putTogether()).isEmpty();
    }

    private static List<AuditKind> kinds(String act) {
        return Arrays.stream(AuditKind.values())
                .filter(kind -> kind.beginnings().contains(act.substring(0, act.indexOf('.'))))
                .toList();
    }
}
