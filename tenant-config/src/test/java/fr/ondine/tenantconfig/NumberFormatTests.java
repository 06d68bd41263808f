package fr.ondine.tenantconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFormatTests {

    final NumberFormat siegvo = format(new NumberForm("## #### ###", "20 1234 567"));
    final NumberFormat malesherbois = format(new NumberForm("@@#####", "IT00024"));
    final NumberFormat ileo =
            format(new NumberForm("## ### ### ##", "24 001 234 56"), new NumberForm("### #### @", "059 1234 K"));

    @ParameterizedTest
    @ValueSource(strings = {"201234567", "20 1234 567", " 20.1234.567 ", "20\u00a01234\u202f567", "20-1234-567"})
    void understands_spaces_dots_and_dashes(String typed) {
        assertThat(siegvo.normalise(typed)).contains("201234567");
    }

    @ParameterizedTest
    @ValueSource(strings = {"it00024", "It 00024", "IT.000.24"})
    void understands_lower_case(String typed) {
        assertThat(malesherbois.normalise(typed)).contains("IT00024");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "20 1234 56", "20 1234 5678", "2O 1234 567", "٢٠ 1234 567"})
    void what_has_another_form_is_no_number_of_this_utility(String typed) {
        assertThat(siegvo.normalise(typed)).isEmpty();
    }

    @Test
    void older_forms_stay_accepted_and_the_current_one_is_the_example() {
        assertThat(ileo.normalise("0591234k")).contains("0591234K");
        assertThat(ileo.normalise("24 001 234 56")).contains("2400123456");
        assertThat(ileo.example()).isEqualTo("24 001 234 56");
    }

    @Test
    void is_displayed_in_groups_and_unchanged_when_its_form_is_not_known() {
        assertThat(siegvo.display("201234567")).isEqualTo("20 1234 567");
        assertThat(ileo.display("0591234K")).isEqualTo("059 1234 K");
        assertThat(siegvo.display("A-17")).isEqualTo("A-17");
    }

    @Test
    void what_is_no_number_is_told_why() {
        assertThat(reason(siegvo, "20 1234 56")).isEqualTo("il a 8 signes sans les espaces, et il en faut 9.");
        assertThat(reason(ileo, "A")).isEqualTo("il a 1 signe sans les espaces, et il en faut 10 / 8.");
        assertThat(reason(siegvo, "2o 1234 567"))
                .isEqualTo("le signe 2, « O », ne convient pas au modèle « ## #### ### ».");
        assertThat(siegvo.refusal("201234567")).isEmpty();
    }

    @Test
    void the_expression_matches_what_has_a_form_and_nothing_else() {
        assertThat("2400123456").matches(ileo.expression());
        assertThat("0591234K").matches(ileo.expression());
        assertThat("0591234k").doesNotMatch(ileo.expression());
        assertThat("201234567").doesNotMatch(ileo.expression());
    }

    private static String reason(NumberFormat format, String typed) {
        return format.refusal(typed).orElseThrow().reason(Locale.FRENCH);
    }

    @Test
    void asks_for_a_numeric_keyboard_only_when_digits_suffice() {
        assertThat(siegvo.isNumeric()).isTrue();
        assertThat(malesherbois.isNumeric()).isFalse();
    }

    @Test
    void refuses_a_pattern_without_variable_part_and_an_example_of_another_form() {
        assertThat(catchThrowableOfType(Invalid.class, () -> new NumberForm("IT", "IT")))
                .hasMessage("number-pattern");
        assertThat(catchThrowableOfType(Invalid.class, () -> new NumberForm("## ##", "1234")))
                .hasMessage("number-example");
        assertThat(catchThrowableOfType(Invalid.class, () -> new NumberForm("##", "123")))
                .hasMessage("number-example");
    }

    @Test
    void refuses_two_forms_that_one_and_the_same_number_could_have() {
        var groups = new NumberForm("## ## ##", "12 34 56");
        var dashes = new NumberForm("###-###", "123-456");
        assertThat(catchThrowableOfType(Invalid.class, () -> format(groups, dashes)))
                .hasMessage("number-forms-collide");
        assertThat(catchThrowableOfType(Invalid.class, () -> format(groups, new NumberForm("1#-####", "12-3456"))))
                .hasMessage("number-forms-collide");
        assertThat(format(groups, new NumberForm("A#-####", "A2-3456")).forms()).hasSize(2);
    }

    private static NumberFormat format(NumberForm... forms) {
        return new NumberFormat(List.of(forms));
    }
}
