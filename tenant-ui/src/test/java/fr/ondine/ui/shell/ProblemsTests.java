package fr.ondine.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class ProblemsTests {

    @Test
    void whatever_the_fleet_refuses_has_a_title_for_programs() {
        var titles = ResourceBundle.getBundle("fr.ondine.ui.problems", Locale.ENGLISH)
                .keySet();

        assertThat(names("fr.ondine.platform.fleet.messages"))
                .hasSizeGreaterThan(25)
                .isSubsetOf(titles);
    }

    private static List<String> names(String bundle) {
        var codes =
                new ArrayList<>(ResourceBundle.getBundle(bundle, Locale.ENGLISH).keySet());
        codes.replaceAll(code -> code.replaceFirst("^.*\\.", ""));
        return codes;
    }
}
