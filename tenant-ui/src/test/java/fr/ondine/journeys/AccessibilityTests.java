package fr.ondine.journeys;

import fr.ondine.platform.tenancy.TenantId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Pages that everybody may read, the first two in every brand; {@link EveryPageTests} looks at all of all widths. */
@PortalTest
class AccessibilityTests {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "siegvo, /",
        "malesherbois, /",
        "ileo, /",
        "siegvo, /contact",
        "malesherbois, /accessibilite",
        "ileo, /nulle-part"
    })
    void a_public_page_has_no_fault_that_axe_finds_and_loses_nothing(TenantId utility, String path) {
        try (var visit = Visit.at(utility, port)) {
            Axe.assertCleanAtBothEnds(visit.open(path));
        }
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"malesherbois, /contact", "ileo, /contact", "siegvo, /mentions-legales"})
    void nor_has_the_same_page_in_another_brand(TenantId utility, String path) {
        a_public_page_has_no_fault_that_axe_finds_and_loses_nothing(utility, path);
    }
}
