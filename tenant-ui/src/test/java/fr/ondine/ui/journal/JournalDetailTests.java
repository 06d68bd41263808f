package fr.ondine.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.Writing;
import fr.ondine.platform.plans.PlanClosing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.tenantconfig.Proof;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trail's details are kept for programs and read by people. */
class JournalDetailTests {

    private static final ResourceBundle WORDS = ResourceBundle.getBundle("fr.ondine.ui.journal.messages", Locale.ROOT);

    private final JournalDetail detail = new JournalDetail(
            new Writing(Locale.FRANCE),
            ZoneId.of("Europe/Paris"),
            (key, values) -> MessageFormat.format(WORDS.getString(key).replace("'", "''"), values));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            to user:0197a3c2-1111-7000-8000-000000000001 by CLAIM_KEY | Abonné 0197a3c2, par clé de sécurité
            for user:0197a3c2-1111-7000-8000-000000000001 | Pour Abonné 0197a3c2
            by CLAIM_KEY+STAFF | Par clé de sécurité + équipe
            all but one | Toutes les sessions sauf une
            3 kept, 2 already, 1 refused | Gardés : 3, déjà là : 2, refusés : 1
            597.93 in 10 | 597,93 € l'année, mensualités : 10
            597.93 -> 600.00 | 597,93 → 600,00
            AGENT BILLER | Accueil des abonnés Facturation
            YEAR_END | fin de l'année
            3000 in PT15M | 3000 en 15 min
            REFRESH came again | Jeton de renouvellement présenté de nouveau
            """)
    void what_a_program_wrote_is_read_in_french(String written, String read) {
        assertThat(detail.of(written)).isEqualTo(read);
    }

    @Test
    void a_moment_is_that_of_the_utility_and_a_name_stays() {
        assertThat(detail.of("Anne Martin > Marie Dupont, 2026-11-29T17:40:00Z: facture égarée"))
                .startsWith("Anne Martin → Marie Dupont, 29")
                .contains("2026", "18:40")
                .endsWith(": facture égarée");
    }

    @Test
    void what_somebody_typed_stays_as_they_typed_it() {
        assertThat(detail.of("FUITE sous l'évier, vue par M. PEREZ")).isEqualTo("FUITE sous l'évier, vue par M. PEREZ");
    }

    @Test
    void every_name_that_is_kept_has_words() {
        assertThat(Stream.of(StaffRole.values(), PlanClosing.values(), Proof.values())
                        .flatMap(Stream::of)
                        .map(one -> "journal.value." + one.name()))
                .isSubsetOf(WORDS.keySet());
    }
}
