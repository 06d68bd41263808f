package fr.ondine.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.QueryParameters;
import fr.ondine.platform.staff.AuditFilter;
import fr.ondine.platform.staff.AuditKind;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is looked for in the trail stands in the address, in words of the page. */
class JournalQueryTests {

    @ParameterizedTest
    @EnumSource
    void a_kind_is_found_again_by_a_french_word(AuditKind kind) {
        var address =
                JournalQuery.parameters(new AuditFilter("", "", Optional.of(kind), Optional.empty(), Optional.empty()));

        assertThat(JournalQuery.of(address).filter().kind()).contains(kind);
        assertThat(address.getQueryString()).isNotEqualToIgnoringCase("nature=" + kind);
    }

    @ParameterizedTest
    @EnumSource
    void its_name_in_the_code_is_none(AuditKind kind) {
        var address = QueryParameters.of("nature", kind.name().toLowerCase(Locale.ROOT));

        assertThat(JournalQuery.of(address).filter().kind()).isEmpty();
    }
}
