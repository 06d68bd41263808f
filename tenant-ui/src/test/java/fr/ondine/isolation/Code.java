package fr.ondine.isolation;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** All that runs in production, of every module; reading it takes seconds, so it is read once. */
public final class Code {

    public static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("fr.ondine");

    private Code() {}

    /** What is in these packages and below. */
    public static JavaClasses in(String... packages) {
        return OURS.that(resideInAnyPackage(packages));
    }
}
