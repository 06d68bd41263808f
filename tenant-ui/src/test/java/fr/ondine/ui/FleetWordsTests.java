package fr.ondine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.migrations.FleetPlan;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FleetWordsTests {

    @Test
    void a_plan_names_the_first_of_many_utilities_and_counts_the_others() {
        assertThat(FleetWords.of(plan(21), false))
                .startsWith("-- dry run: 21 utilities would get to 3 change sets; this changes nothing\n")
                .contains("u19 u20 and 1 more, all named by --json\nalter table x;")
                .doesNotContain("u21");
        assertThat(FleetWords.of(plan(21), true)).contains("u21");
    }

    @Test
    void a_plan_names_all_of_a_few() {
        assertThat(FleetWords.of(plan(2), false))
                .contains("-- for 2 utilities with 1 of 3 change sets: u1 u2\n")
                .doesNotContain("more");
    }

    private static FleetPlan plan(int utilities) {
        var steps = IntStream.rangeClosed(1, utilities)
                .mapToObj(at -> new FleetPlan.Step("u" + at, "before", 1, 1))
                .toList();
        var script = new FleetPlan.Script(1, List.of("0001-identity.sql ondine users 9:1"), "alter table x;\n");
        return new FleetPlan("v", 3, "", steps, List.of(script), "grant usage;\n");
    }
}
