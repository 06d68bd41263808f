package fr.ondine.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.kernel.Volume;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarChartTests {

    private static final String MARKUP = "\"><script>alert(1)</script>";

    @Test
    void words_that_look_like_markup_are_words() {
        var bar = new Bar(MARKUP, MARKUP, Volume.ofCubicMetres(12));

        assertThat(new BarChart(MARKUP, List.of(bar), null).getElement().getOuterHTML())
                .contains("alert(1)")
                .doesNotContain("<script");
    }
}
