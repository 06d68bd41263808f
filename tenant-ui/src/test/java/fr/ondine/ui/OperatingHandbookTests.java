package fr.ondine.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The commands of {@code docs/operating.md} that our own program reads. {@code HandbookRunTests} runs those about utilities;
 * the chart's tests read the others.
 */
class OperatingHandbookTests {

    /** In a block or in a sentence, whatever stands before it on the line. */
    private static final Pattern COMMAND =
            Pattern.compile("\\bondine(?:\\.jar)? ((?:tenant|operator|import|audit|claims|invite|vault) [^`<>;\n]*)");

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern SETTING = Pattern.compile("ondine\\.[a-z-]+\\.[a-z.-]*[a-z]");

    private String text;

    @BeforeEach
    void read() throws IOException {
        text = Files.readString(Path.of("../docs/operating.md"));
    }

    @Test
    void each_of_them_is_understood() {
        var commands = COMMAND.matcher(text)
                .results()
                .map(found -> words(found.group(1).replace("SLUG", "siegvo").replace("VERSION", "1")))
                .toList();

        assertThat(commands).hasSizeGreaterThan(20).contains(List.of("tenant", "rollback", "siegvo", "1"));
        for (var command : commands) {
            var arguments = command.subList(1, command.size()).toArray(String[]::new);
            switch (command.getFirst()) {
                case FleetCommand.NAME ->
                    assertThatCode(() -> FleetCommand.line(Map.of()).parseArgs(arguments))
                            .as(command::toString)
                            .doesNotThrowAnyException();
                case OperatorCommand.NAME ->
                    assertThatCode(() -> OperatorCommand.line(Map.of()).parseArgs(arguments))
                            .as(command::toString)
                            .doesNotThrowAnyException();
                case VaultCommand.NAME ->
                    assertThatCode(() -> VaultCommand.line(Map.of()).parseArgs(arguments))
                            .as(command::toString)
                            .doesNotThrowAnyException();
                case ImportCommand.NAME ->
                    assertThat(command).hasSize(4).element(1).isEqualTo("--tenant");
                case AuditCommand.NAME ->
                    assertThat(command)
                            .isIn(
                                    List.of("audit", "verify", "--tenant", "siegvo"),
                                    List.of("audit", "verify", "--operators"));
                default -> throw new AssertionError(command);
            }
        }
    }

    private static List<String> words(String command) {
        return WORD.matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();
    }

    /** What a provider is told once is not found out until it should have called. */
    @Test
    void the_address_that_stripe_calls_is_where_it_is_heard() throws ClassNotFoundException {
        var webhook = Class.forName("fr.ondine.platform.payments.stripe.StripeWebhook");
        var addresses = Stream.of(webhook.getDeclaredMethods())
                .map(method -> method.getAnnotation(PostMapping.class))
                .filter(Objects::nonNull)
                .flatMap(mapping -> Stream.of(mapping.value()))
                .toList();
        assertThat(addresses)
                .singleElement()
                .satisfies(address -> assertThat(text).contains("`https://HOST" + address + "`"));
    }

    @Test
    void each_setting_that_it_names_is_one() {
        var help = Help.text().replace("SLUG", "siegvo").replace("NAME", "second");
        assertThat(SETTING.matcher(text).results().map(found -> found.group()))
                .hasSizeGreaterThan(5)
                .allSatisfy(name -> assertThat(help).contains(name));
    }
}
