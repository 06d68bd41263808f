package fr.ondine.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import fr.ondine.isolation.Code;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import jakarta.annotation.security.RolesAllowed;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Every page of a back office names the permission that opens it, and every file is asked for by somebody. */
class StaffPagesTests {

    /** To come in, nobody is somebody yet. */
    private static final Set<String> DOORS = Set.of("gestion/connexion", "gestion/invitation");

    private static final Set<String> PERMISSIONS =
            Arrays.stream(StaffPermission.values()).map(Enum::name).collect(Collectors.toSet());

    @Test
    void every_page_names_one_permission() {
        var pages = annotatedWith(Route.class)
                .filter(page -> isOfStaff(page.getAnnotation(Route.class).value()))
                .toList();

        assertThat(pages).hasSizeGreaterThan(40).allSatisfy(page -> {
            if (DOORS.contains(page.getAnnotation(Route.class).value())) {
                assertThat(page).hasAnnotation(AnonymousAllowed.class);
            } else {
                assertThat(page).hasAnnotation(RolesAllowed.class);
                assertThat(page.getAnnotation(RolesAllowed.class).value())
                        .as(page.getName())
                        .hasSize(1)
                        .isSubsetOf(PERMISSIONS);
            }
        });
    }

    @Test
    void every_file_and_upload_knows_who_asks() {
        var handlers = annotatedWith(Controller.class)
                .flatMap(controller -> Arrays.stream(controller.getDeclaredMethods()))
                .filter(StaffPagesTests::isOfStaff)
                .toList();

        assertThat(handlers)
                .hasSizeGreaterThan(6)
                .allSatisfy(handler -> assertThat(handler.getParameterTypes())
                        .as(handler.toString())
                        .contains(CurrentStaff.class));
    }

    private static Stream<Class<?>> annotatedWith(Class<? extends java.lang.annotation.Annotation> what) {
        return Code.in("fr.ondine.ui..").stream()
                .filter(type -> type.isAnnotatedWith(what) || type.isMetaAnnotatedWith(what))
                .map(type -> type.reflect());
    }

    private static boolean isOfStaff(Method handler) {
        var mapping = AnnotatedElementUtils.findMergedAnnotation(handler, RequestMapping.class);
        return mapping != null && Arrays.stream(mapping.path()).anyMatch(path -> isOfStaff(path.substring(1)));
    }

    private static boolean isOfStaff(String address) {
        return address.equals("gestion") || address.startsWith("gestion/") && !isBeforeTheyAreKnown(address);
    }

    /** ProConnect's doors: who comes through them has opened nothing yet, or is leaving. */
    private static boolean isBeforeTheyAreKnown(String address) {
        return address.startsWith("gestion/connexion/proconnect") || address.equals("gestion/deconnexion");
    }
}
