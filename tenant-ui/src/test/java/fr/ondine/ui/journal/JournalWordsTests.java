package fr.ondine.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.staff.AuditKind;
import fr.ondine.platform.staff.WrittenActs;
import java.util.Arrays;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** The trail is read by people: no act and no kind is shown by its name in the code. */
class JournalWordsTests {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("fr.ondine.ui.journal.messages", Locale.ROOT);

    @Test
    void every_act_has_words() {
        assertThat(WrittenActs.all())
                .allSatisfy(act -> assertThat(WORDS.keySet()).contains("journal.action." + act));
        assertThat(WORDS.keySet()).doesNotContain("journal.action.nothing.done");
    }

    @Test
    void every_kind_has_words() {
        assertThat(Arrays.stream(AuditKind.values()).map(kind -> "journal.value." + kind))
                .isSubsetOf(WORDS.keySet());
    }

    @Test
    void every_limit_that_the_trail_tells_of_has_words() {
        assertThat(WrittenActs.limits()).contains("sign-in-all", "claim-of", "staff-code");
        assertThat(WrittenActs.limits().stream().map(limit -> "journal.on." + limit))
                .isSubsetOf(WORDS.keySet());
    }
}
