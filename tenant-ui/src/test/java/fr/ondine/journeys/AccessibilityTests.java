package fr.ondine.journeys;

import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.Utilities;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages that everybody may read, in every brand; {@link EveryPageTests} looks at all widths. */
@PortalTest
class AccessibilityTests {

    static final List<TenantId> UTILITIES = List.of(Utilities.SIEGVO, Utilities.MALESHERBOIS, Utilities.ILEO);

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/contact", "/mentions-legales", "/accessibilite", "/nulle-part"})
    void a_public_page_has_no_fault_that_axe_finds_and_loses_nothing(String path) {
        for (var utility : UTILITIES) {
            try (var visit = Visit.at(utility, port)) {
                Axe.assertCleanAtBothEnds(visit.open(path));
            }
        }
    }
}
