package fr.ondine.journeys;

import com.microsoft.playwright.options.ColorScheme;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.Utilities;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages that everybody may read, in every brand, light and dark, on a phone and on a desk. */
@PortalTest
class AccessibilityTests {

    static final List<TenantId> UTILITIES = List.of(Utilities.SIEGVO, Utilities.MALESHERBOIS, Utilities.ILEO);

    @LocalServerPort
    int port;

    @ParameterizedTest
    @ValueSource(strings = {"/", "/contact", "/mentions-legales", "/accessibilite", "/nulle-part"})
    void a_public_page_has_no_fault_that_axe_finds(String path) {
        for (var utility : UTILITIES) {
            for (var colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (var width : List.of(Visit.PHONE, Visit.DESK)) {
                    try (var visit = new Visit(utility, port, width, colours)) {
                        Axe.assertClean(visit.open(path));
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/contact", "/mentions-legales", "/accessibilite"})
    void nothing_is_lost_at_320_pixels(String path) {
        for (var utility : UTILITIES) {
            try (var visit = new Visit(utility, port, 320, ColorScheme.LIGHT)) {
                Axe.assertClean(visit.open(path));
            }
        }
    }
}
