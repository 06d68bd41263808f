package fr.ondine.platform;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import fr.ondine.platform.kernel.Writing;
import fr.ondine.testing.Code;
import jakarta.persistence.Entity;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.cache.annotation.Cacheable;
import org.springframework.context.annotation.Conditional;
import org.springframework.data.redis.core.RedisOperations;
import org.springframework.data.repository.Repository;

/** What reviews would otherwise have to say again and again. */
class HouseRulesTests {

    private static final DescribedPredicate<JavaAccess<?>> WRITES_BY_A_PATTERN = DescribedPredicate.describe(
            "a date pattern",
            access -> access.getTargetOwner().isEquivalentTo(DateTimeFormatter.class)
                    && access.getTarget().getName().equals("ofPattern"));

    private static final JavaClasses OURS = Code.OURS;

    @Test
    void entities_and_repositories_stay_inside_their_module() {
        classes()
                .that()
                .areAnnotatedWith(Entity.class)
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true)
                .check(OURS);
        classes()
                .that()
                .areAssignableTo(Repository.class)
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void entities_have_verbs_and_no_setters() {
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Entity.class)
                .should()
                .haveNameNotMatching("set[A-Z].*")
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void nobody_reads_the_time_without_a_clock() {
        var now = DescribedPredicate.<JavaAccess<?>>describe(
                "now() without a clock",
                access -> access.getTarget().getName().equals("now")
                        && access.getTargetOwner().getPackageName().equals("java.time")
                        && access.getTarget().getFullName().endsWith("now()"));
        noClasses().should().accessTargetWhere(now).check(OURS);
    }

    /** Identifiers are in order and no secrets: they alone may be drawn in haste. */
    @Test
    void what_must_not_be_foreseen_is_drawn_by_a_secure_random() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("OrderedId")
                .and()
                .haveSimpleNameNotEndingWith("LateIds")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Random.class, SplittableRandom.class, ThreadLocalRandom.class)
                .orShould()
                .callMethod(Math.class, "random")
                .check(OURS);
    }

    @Test
    void money_is_never_a_bare_number() {
        noFields()
                .that()
                .areDeclaredInClassesThat()
                .resideInAPackage("fr.ondine.platform..")
                .and()
                .areDeclaredInClassesThat()
                .resideOutsideOfPackages("fr.ondine.platform.kernel")
                .should()
                .haveRawType(DescribedPredicate.describe(
                        "BigDecimal or double",
                        (JavaClass type) -> Set.of(
                                        BigDecimal.class.getName(), double.class.getName(), Double.class.getName())
                                .contains(type.getName())))
                .check(OURS);
    }

    @Test
    void nothing_is_named_after_nothing() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .check(OURS);
    }

    @Test
    void nothing_is_injected_into_fields_nor_kept_on_threads() {
        fields().should().notBeAnnotatedWith(Autowired.class).check(OURS);
        noFields().should().haveRawType(ThreadLocal.class).check(OURS);
    }

    /** The build weighs a condition once, for all settings: docs/decisions/0056. */
    @Test
    void which_beans_there_are_depends_on_no_setting() {
        noClasses().should().beMetaAnnotatedWith(Conditional.class).check(OURS);
        noMethods().should().beMetaAnnotatedWith(Conditional.class).check(OURS);
    }

    @Test
    void redis_and_caches_are_reached_through_the_tenants_own_door() {
        noClasses()
                .that()
                .resideOutsideOfPackages("fr.ondine.platform.tenancy..", "fr.ondine.ui.session..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(RedisOperations.class)
                .check(OURS);
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Cacheable.class)
                .check(OURS);
    }

    @Test
    void the_payment_provider_is_known_in_one_package() {
        noClasses()
                .that()
                .resideOutsideOfPackage("fr.ondine.platform.payments.stripe..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("com.stripe..")
                .check(OURS);
    }

    @Test
    void the_kernel_knows_no_framework() {
        noClasses()
                .that()
                .resideInAPackage("fr.ondine.platform.kernel")
                .and()
                .doNotHaveSimpleName("package-info")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta.servlet..")
                .check(OURS);
    }

    @Test
    void no_language_is_named_and_values_are_written_in_one_place() {
        noClasses()
                .should()
                .accessField(Locale.class, "FRENCH")
                .orShould()
                .accessField(Locale.class, "FRANCE")
                .check(OURS);
        // what an import file holds is read by patterns of its own
        noClasses()
                .that()
                .areNotAssignableTo(Writing.class)
                .and()
                .haveNameNotMatching("fr\\.ondine\\.platform\\.imports\\.Fields")
                .should()
                .accessTargetWhere(WRITES_BY_A_PATTERN)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(NumberFormat.class)
                .check(OURS);
    }

    @Test
    void exceptions_are_facts_with_a_name() {
        noClasses()
                .that()
                .areNotAssignableTo(Throwable.class)
                .should()
                .callConstructor(RuntimeException.class, String.class)
                .orShould()
                .callConstructor(RuntimeException.class, Throwable.class)
                .orShould()
                .callConstructor(Exception.class, String.class)
                .check(OURS);
    }
}
