package fr.ondine.ui;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import fr.ondine.isolation.Code;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.modulith.NamedInterface;
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

    /** Everything else is set as text, which no browser takes for markup. */
    @Test
    void markup_is_written_by_what_draws_and_by_nothing_else() {
        noClasses()
                .that()
                .doNotHaveSimpleName("BarChart")
                .and()
                .doNotHaveSimpleName("Icon")
                .and()
                .doNotHaveSimpleName("InvoicePicture")
                .and()
                .doNotHaveSimpleName("Part")
                .and()
                .doNotHaveSimpleName("QrCode")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Html.class)
                .check(views);
    }

    @Test
    void our_scripts_write_no_markup_run_no_text_and_listen_to_no_other_page() throws IOException {
        for (var script : List.of("portal.js", "console.js")) {
            assertThat(new ClassPathResource("META-INF/resources/" + script).getContentAsString(StandardCharsets.UTF_8))
                    .as(script)
                    .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write")
                    .doesNotContain("eval(", "new Function", "postMessage", "'message'", "\"message\"");
        }
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
    void views_use_only_what_the_platforms_modules_offer_and_each_other_in_no_circle() {
        var within = DescribedPredicate.<JavaClass>describe(
                "within a module of the platform",
                type -> type.getPackageName().matches("fr\\.ondine\\.platform\\.\\w+\\..+")
                        && !type.getPackage().isAnnotatedWith(NamedInterface.class));
        noClasses().should().dependOnClassesThat(within).check(views);
        slices().matching("fr.ondine.ui.(*)..").should().beFreeOfCycles().check(views);
    }

    @Test
    @Tag("long") // it reads everything once more
    void the_modules_keep_what_they_declare() {
        // ours is all there; to read the libraries' classes too took most of a minute, and they are no modules of ours
        var reading = ArchConfiguration.get();
        reading.setResolveMissingDependenciesFromClassPath(false);
        try {
            ApplicationModules.of(OndineApplication.class, FrontEndTests::isProduct)
                    .verify();
        } finally {
            reading.reset();
        }
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
