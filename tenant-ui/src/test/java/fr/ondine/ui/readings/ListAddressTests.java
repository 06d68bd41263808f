package fr.ondine.ui.readings;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import fr.ondine.platform.metering.Doubt;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Which readings are looked at stands in the address, in words of the page. */
class ListAddressTests {

    @ParameterizedTest
    @EnumSource
    void a_doubt_is_found_again_by_a_french_word(Doubt doubt) {
        var query =
                ListAddress.of(QueryParameters.empty()).of(Optional.of(doubt)).query();
        var name = doubt.name().toLowerCase(Locale.ROOT).replace('_', '-');

        assertThat(ListAddress.of(QueryParameters.fromString(query.substring(1)))
                        .filter()
                        .doubt())
                .contains(doubt);
        assertThat(query).doesNotContain(name);
        assertThat(ListAddress.of(QueryParameters.of("motif", name)).filter().doubt())
                .isEmpty();
    }
}
