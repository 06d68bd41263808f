package fr.ondine.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A values file for each rule; its first line is the reason for which it must be refused. */
class RefusedValuesTests {

    private static final Pattern RULE = Pattern.compile("fail \\(?(?:printf )?\"([^\"%]*)");

    @ParameterizedTest
    @MethodSource("fr.ondine.helm.Chart#refused")
    void what_breaks_a_rule_is_refused_with_its_reason(Path values) {
        assertThatThrownBy(() -> Chart.render(Chart.MINIMAL, values)).hasMessageContaining(reason(values));
    }

    @Test
    void each_rule_about_two_values_has_one() {
        var reasons = Chart.refused().stream().map(RefusedValuesTests::reason).toList();
        for (var template : Chart.files(Chart.FOLDER.resolve("templates"))) {
            var rules = RULE.matcher(Chart.read(template));
            while (rules.find()) {
                var rule = rules.group(1);
                assertThat(reasons).as(rule).anyMatch(reason -> rule.startsWith(reason) || reason.startsWith(rule));
            }
        }
    }

    private static String reason(Path values) {
        return Chart.read(values).lines().findFirst().orElseThrow().substring("# ".length());
    }
}
