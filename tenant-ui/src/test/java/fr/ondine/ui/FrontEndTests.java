package fr.ondine.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import fr.ondine.isolation.Code;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The front end is Vaadin's ready-made bundle: anything that would have it built again needs Node, which nobody has. */
class FrontEndTests {

    private final JavaClasses views = Code.in("fr.ondine.ui..");

    @Test
    void no_view_asks_for_a_package_or_a_style_sheet_of_the_build() {
        noClasses().should().beAnnotatedWith(NpmPackage.class).check(views);
        noClasses().should().beAnnotatedWith(CssImport.class).check(views);
    }

    /** They are left out of what a browser is sent: {@code LeanBundle}. */
    @Test
    void no_view_has_a_web_component() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAnnotatedWith(NpmPackage.class)
                .orShould()
                .dependOnClassesThat()
                .areMetaAnnotatedWith(NpmPackage.class)
                .check(views);
    }

    @Test
    void scripts_are_loaded_as_they_are() {
        assertThat(views.stream().flatMap(FrontEndTests::scripts)).allMatch(script -> script.startsWith("context://"));
    }

    @Test
    void no_view_names_a_language_nor_writes_a_value_by_a_pattern_of_its_own() {
        var pattern = DescribedPredicate.<JavaAccess<?>>describe(
                "a date pattern",
                access -> access.getTargetOwner().isEquivalentTo(DateTimeFormatter.class)
                        && access.getTarget().getName().equals("ofPattern"));
        noClasses()
                .should()
                .accessField(Locale.class, "FRENCH")
                .orShould()
                .accessField(Locale.class, "FRANCE")
                .orShould()
                .accessTargetWhere(pattern)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(NumberFormat.class)
                .check(views);
    }

    @Test
    void views_use_only_what_the_platforms_modules_offer() {
        ApplicationModules.of(OndineApplication.class, FrontEndTests::isProduct).verify();
    }

    /** The platform's tests are on the class path as a folder, or as a jar once the build has packaged them. */
    private static boolean isProduct(Location location) {
        return ImportOption.Predefined.DO_NOT_INCLUDE_TESTS.includes(location) && !location.contains("-tests.jar");
    }

    private static Stream<String> scripts(JavaClass view) {
        return Stream.concat(
                view.tryGetAnnotationOfType(JsModule.class).stream().map(JsModule::value),
                view.tryGetAnnotationOfType(JavaScript.class).stream().map(JavaScript::value));
    }
}
