package fr.ondine.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.isolation.Code;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.fleet.FleetDirectory;
import fr.ondine.platform.fleet.FleetUse;
import fr.ondine.platform.fleet.SentExports;
import fr.ondine.platform.fleet.UtilityDeletion;
import fr.ondine.platform.fleet.UtilityExport;
import fr.ondine.platform.fleet.UtilityImport;
import fr.ondine.platform.fleet.UtilityMove;
import jakarta.annotation.security.RolesAllowed;
import org.junit.jupiter.api.Test;

/** No page of the console or of a back office, and nothing for programs, goes round the permissions. */
class ConsoleRulesTests {

    private final JavaClasses console = Code.in(
            "fr.ondine.ui.console..", "fr.ondine.ui.operatorapi..", "fr.ondine.ui.staff..", "fr.ondine.ui.transfers..");

    @Test
    void utilities_are_reached_by_the_door_that_checks_permissions() {
        for (var unchecked : new Class<?>[] {
            Fleet.class,
            FleetDirectory.class,
            FleetUse.class,
            UtilityDeletion.class,
            UtilityExport.class,
            UtilityImport.class,
            UtilityMove.class,
            SentExports.class
        }) {
            noClasses()
                    .should()
                    .dependOnClassesThat()
                    .areAssignableTo(unchecked)
                    .check(console);
        }
    }

    @Test
    void every_page_names_who_may_open_it() {
        classes()
                .that()
                .areAnnotatedWith(Route.class)
                .should()
                .beAnnotatedWith(RolesAllowed.class)
                .orShould()
                .beAnnotatedWith(AnonymousAllowed.class)
                .check(console);
    }
}
