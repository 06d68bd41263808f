package fr.ondine.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import fr.ondine.platform.runs.ParkingReason;
import fr.ondine.platform.runs.RunId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which of what a run set aside is looked at stands in the address, in words of the page. */
class ParkedFilterTests {

    private final RunId run = new RunId(UUID.randomUUID());

    @ParameterizedTest
    @EnumSource
    void a_reason_is_found_again_by_a_french_word(ParkingReason reason) {
        var address = ParkedFilter.of(run, QueryParameters.empty())
                .of(Optional.of(reason))
                .address();
        var query = QueryParameters.fromString(address.substring(address.indexOf('?') + 1) + "1");
        var name = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');

        assertThat(ParkedFilter.of(run, query).reason()).contains(reason);
        assertThat(query.getSingleParameter("motif")).isNotEqualTo(Optional.of(name));
        assertThat(ParkedFilter.of(run, QueryParameters.of("motif", name)).reason())
                .isEmpty();
    }
}
