package fr.ondine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only who types nothing, or settings, starts what serves. */
class CommandsTests {

    @ParameterizedTest
    @CsvSource({
        "tenan, tenant",
        "Tenant, tenant",
        "oprator, operator",
        "imports, import",
        "claim, claims",
        "-help, help",
    })
    void a_command_that_there_is_not_is_refused_with_the_nearest(String typed, String nearest) {
        assertThat(Commands.refusal(typed, "list"))
                .contains("ondine: there is no command '" + typed + "': the nearest is '" + nearest
                        + "'. --help lists all.");
    }

    @Test
    void so_is_a_word_behind_settings() {
        assertThat(Commands.refusal("--server.port=8080", "tenant", "list"))
                .contains("ondine: 'tenant' must be the first word. --help lists all.");
        assertThat(Commands.refusal("--server.port=8080", "serve")).isPresent();
    }

    @Test
    void settings_alone_serve() {
        assertThat(Commands.run()).isEmpty();
        assertThat(Commands.run("--server.port=8080", "--ondine.jobs.enabled=false"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void help_is_help_however_it_is_asked_for(String typed) {
        assertThat(Commands.run(typed)).hasValue(TenantCommand.DONE);
    }

    @Test
    void the_process_ends_as_one_that_was_misused() throws Exception {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(
                        java,
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OndineApplication.class.getName(),
                        "tenan",
                        "list")
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(TenantCommand.MISUSED);
        assertThat(said)
                .contains("ondine: there is no command 'tenan': the nearest is 'tenant'." + " --help lists all.");
    }
}
