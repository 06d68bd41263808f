package fr.ondine.ui.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActDetailTests {

    private final Properties bundle = read();
    private final ActDetail details = new ActDetail(this::text);

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "operator invited      | a@exemple.fr VIEW                  | a@exemple.fr, droit « Consulter »",
                "operator invited again| a@exemple.fr OPERATE               | a@exemple.fr, droit « Exploiter »",
                "operator allowed      | a@exemple.fr ADMINISTER            | a@exemple.fr, droit « Administrer »",
                "limited               | 50 requests/s, 2 jobs, 900 mails/day, 7 MB"
                        + " | Demandes par seconde : 50 ; travaux à la fois : 2 ; mails par jour : 900 ; stockage : 7 Mo",
                "fleet migrated        | 12 migrated, 1 failed              | Réussies : 12 ; en échec : 1",
                "export ended          | 12 rows, 3 documents, 0 jobs       | Lignes : 12 ; documents : 3 ; travaux en attente : 0",
                "configured            | version 3                          | Retour à la version 3",
                "move begun            | main to east                       | de « main » vers « east »",
                "moved                 | main to east                       | de « main » vers « east »"
            })
    void what_a_program_wrote_is_told_in_french(String action, String written, String read) {
        assertThat(details.of(action, written)).isEqualTo(read);
    }

    @Test
    void a_moment_is_told_as_a_clock_in_france_shows_it() {
        assertThat(details.of("key created", "nuit VIEW VIEW until 2027-02-24T10:15:00Z"))
                .isEqualTo("nuit VIEW, droit « Consulter », jusqu'au 24\u00a0févr.\u00a02027, 11:15");
        assertThat(details.of("deletion asked for", "possible after 2026-12-26T08:00:00.123456Z"))
                .isEqualTo("possible à partir du 26\u00a0déc.\u00a02026, 09:00");
        assertThat(details.of("imported", "from siegvo as of 2026-06-01T08:00:00Z"))
                .isEqualTo("depuis siegvo, dans son état du 1er\u00a0juin\u00a02026, 10:00");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "suspended       | version 3", // a reason that somebody typed
                "configured      | nouvelle couleur",
                "operator allowed| a@exemple.fr ROOT",
                "key created     | nuit VIEW until 2027-99-99T10:15:00Z",
                "fleet migrated  | 99999999999999999999 migrated, 1 failed",
                "moved           | main",
                "not yet known   | anything"
            })
    void what_has_no_known_form_stays_as_it_was_written(String action, String written) {
        assertThat(details.of(action, written)).isEqualTo(written);
    }

    @Test
    void an_act_without_a_detail_has_none() {
        assertThat(details.of("operator invited", "")).isEmpty();
    }

    private String text(String key, Object... arguments) {
        var text = bundle.getProperty(key);
        assertThat(text).as(key).isNotNull();
        for (var index = 0; index < arguments.length; index++) {
            text = text.replace("{" + index + "}", String.valueOf(arguments[index]));
        }
        return text;
    }

    private static Properties read() {
        var bundle = new Properties();
        try (var in =
                new InputStreamReader(Words.class.getResourceAsStream("messages.properties"), StandardCharsets.UTF_8)) {
            bundle.load(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bundle;
    }
}
