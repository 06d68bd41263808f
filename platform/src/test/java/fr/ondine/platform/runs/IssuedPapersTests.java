package fr.ondine.platform.runs;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.demo.data.DemoUtility;
import fr.ondine.testing.Conformance;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ReadBySoftware;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

/** Papers as they are stored, of what runs issued from the tariffs and the subscribers of the demonstration. */
@PlatformTest
class IssuedPapersTests {

    @Autowired
    BeanFactory beans;

    @Test
    void what_a_utility_that_is_not_subject_to_vat_issues_can_be_archived_read_aloud_and_read_by_software()
            throws Exception {
        var sample = BilledSample.of(DemoUtility.MALESHERBOIS, false, beans);
        var issued = sample.year();

        for (var kind : List.of("estimate", "regularisation by a plan", "relief")) {
            isValid(kind, sample.paper(issued.get(kind)));
        }
    }

    @ParameterizedTest
    @Tag("long")
    @EnumSource
    void so_can_all_that_each_of_the_three_issues_in_a_year(DemoUtility utility) throws Exception {
        var sample = BilledSample.of(utility, true, beans);
        var issued = sample.year();

        assertThat(issued).hasSize(7);
        for (var one : issued.entrySet()) {
            isValid(one.getKey(), sample.paper(one.getValue()));
        }
    }

    private static void isValid(String kind, byte[] pdf) throws Exception {
        assertThat(Conformance.ARCHIVE.faults(pdf)).as(kind).isEmpty();
        assertThat(Conformance.ACCESSIBILITY.faults(pdf)).as(kind).isEmpty();
        assertThat(ReadBySoftware.faults(pdf)).as(kind).isEmpty();
    }
}
