package fr.ondine.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the image starts its program, which here says how its lines would be written. */
class ImageTests {

    private static final String FORMAT = "LOGGING_STRUCTURED_FORMAT_CONSOLE";

    /** What the launcher is given, and below it what it reads of the file that it is pointed to. */
    private static final String TOLD = "echo $*; cat /dev/fd/3";

    @TempDir
    private Path folder;

    @Test
    void a_process_that_serves_logs_json_unless_it_is_told_otherwise() throws Exception {
        assertThat(started(Map.of())).isEqualTo("ecs");
        assertThat(started(Map.of(), "--server.port=8080")).isEqualTo("ecs");
        assertThat(started(Map.of(FORMAT, "logstash"))).isEqualTo("logstash");
        assertThat(started(Map.of(FORMAT, ""))).isEqualTo("");
    }

    @Test
    void what_a_command_says_is_for_a_person() throws Exception {
        assertThat(started(Map.of(FORMAT, "ecs"), "tenant", "list")).isEqualTo("text");
    }

    @Test
    void what_passwords_are_hashed_in_is_kept_unless_it_is_told_otherwise() throws Exception {
        assertThat(saying("MALLOC_ARENA_MAX MALLOC_TRIM_THRESHOLD_", Map.of())).isEqualTo("1 134217728");
        assertThat(saying("MALLOC_ARENA_MAX", Map.of("MALLOC_ARENA_MAX", "4"))).isEqualTo("4");
    }

    /** The launcher repeats what it finds there, in a line that is no JSON. */
    @Test
    void what_the_chart_adds_to_the_options_is_an_argument_and_not_repeated() throws Exception {
        var options = Map.of("JDK_JAVA_OPTIONS", "-XX:MaxRAMPercentage=50 -Dnode=a");
        assertThat(started("printf %s \"${JDK_JAVA_OPTIONS-none}\"", options)).isEqualTo("none");
        assertThat(started(TOLD, options))
                .contains("-XX:MaxRAMPercentage=50 -Dnode=a")
                .contains("-jar");
        assertThat(started(TOLD, options, "tenant", "list"))
                .as("a command is as small as ever")
                .contains("@/dev/fd/3 -Xmx256m ")
                .contains("-XX:MaxRAMPercentage=50 -Dnode=a");
        assertThat(started(TOLD, Map.of()).lines().skip(1)).containsExactly("");
    }

    @Test
    void an_option_between_quotation_marks_is_one_option() throws Exception {
        var options = Map.of("JDK_JAVA_OPTIONS", "-Dnode=a \"-Dwhere=Le Malesherbois\"");
        var java = Path.of(System.getProperty("java.home"), "bin", "java");
        assertThat(started(java + " @/dev/fd/3 -XshowSettings:properties -version 2>&1", options))
                .contains("node = a\n")
                .contains("where = Le Malesherbois\n");
    }

    private String saying(String variables, Map<String, String> environment) throws IOException, InterruptedException {
        return started("echo " + "$" + String.join(" $", variables.split(" ")) + " | tr -d '\\n'", environment);
    }

    private String started(Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return started("printf %s \"${" + FORMAT + "-text}\"", environment, arguments);
    }

    private String started(String program, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        var java = folder.resolve("java");
        Files.writeString(java, "#!/bin/sh\n" + program + "\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        var command = new ArrayList<>(List.of("sh", "../image/ondine"));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command);
        process.environment()
                .keySet()
                .removeIf(name -> name.equals(FORMAT) || name.startsWith("MALLOC_") || name.equals("JDK_JAVA_OPTIONS"));
        process.environment().putAll(environment);
        process.environment().merge("PATH", folder.toString(), (others, ours) -> ours + File.pathSeparator + others);
        var started = process.start();
        var said = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(started.waitFor()).isZero();
        return said;
    }
}
