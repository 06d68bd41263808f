package fr.ondine.platform.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.ondine.platform.factors.ProofNeeded;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.objenesis.ObjenesisStd;
import org.springframework.stereotype.Component;

/**
 * Every façade for staff refuses, before it does anything at all, who lacks the permission that it is listed with. The
 * façades are made without what they work with: whatever comes after the permission fails, and nothing happens.
 */
class StaffPermissionsTests {

    private static final TenantId HERE = new TenantId("siegvo");

    private static final Set<String> WEIGHTY = Set.of("BILL", "MOVE_MONEY", "SET_TARIFFS", "CONFIGURE", "MANAGE_STAFF");

    private static final Set<String> WITHOUT_PROOF = Set.of("looks", "drafts", "continues", "stops", "writes");

    @Test
    void every_method_of_a_facade_asks_for_the_permission_it_is_listed_with() {
        var asked = new TreeMap<String, String>();
        facades().forEach(method -> asked.put(name(method), asks(method)));
        var listed = new TreeMap<>(listed());
        listed.replaceAll((method, permission) -> permission.replace("!", ""));

        assertThat(asked)
                .as("a new method for staff asks for a permission first, and is listed with it in permissions.txt")
                .containsExactlyEntriesOf(listed);
    }

    @Test
    void each_role_may_what_the_table_says_and_nothing_else() {
        var listed = listed();
        facades()
                .forEach(method -> Arrays.stream(StaffRole.values()).forEach(role -> {
                    var needed =
                            StaffPermission.valueOf(listed.get(name(method)).replace("!", ""));
                    assertThat(isRefused(call(method, HERE.slug(), role)))
                            .as("%s, %s", role, name(method))
                            .isEqualTo(!role.may(needed));
                }));
    }

    @Test
    void the_second_factor_is_asked_for_again_where_it_is_listed_and_nowhere_else() {
        var listed = listed();
        facades()
                .forEach(method -> assertThat(call(method, HERE.slug(), StaffRole.ADMINISTRATOR) instanceof ProofNeeded)
                        .as(name(method))
                        .isEqualTo(listed.get(name(method)).endsWith("!")));
    }

    @Test
    void what_bills_moves_money_sets_tariffs_configures_or_manages_staff_needs_the_proof_or_says_why_not() {
        var unsaid = lines().filter(words -> WEIGHTY.contains(words[1].replace("!", "")))
                .filter(words -> !words[1].endsWith("!"))
                .filter(words -> words.length < 3 || !WITHOUT_PROOF.contains(words[2]))
                .map(words -> words[0]);

        assertThat(unsaid)
                .as("asks for requireProven, or is listed in permissions.txt with the reason why not")
                .isEmpty();
        assertThat(lines().filter(words -> words.length > 2 && words[1].endsWith("!")))
                .as("says why not, and asks all the same")
                .isEmpty();
    }

    @Test
    void a_proof_lasts_some_minutes() {
        var at = Instant.parse("2026-11-28T10:00:00Z");
        var anne = new CurrentStaff(HERE.slug(), UUID.randomUUID(), "a@b.fr", "Anne", StaffRole.BILLER, 1);
        TenantContext.runAs(HERE, () -> {
            var proven = anne.provenAt(at);
            proven.requireProven(StaffPermission.MOVE_MONEY, at(at));
            proven.requireProven(
                    StaffPermission.MOVE_MONEY,
                    at(at.plus(CurrentStaff.PROOF_LIFE).minusMillis(1)));
            assertThatThrownBy(() ->
                            proven.requireProven(StaffPermission.MOVE_MONEY, at(at.plus(CurrentStaff.PROOF_LIFE))))
                    .isInstanceOf(ProofNeeded.class);
            assertThatThrownBy(() -> anne.requireProven(StaffPermission.MOVE_MONEY, at(at)))
                    .isInstanceOf(ProofNeeded.class);
            assertThatThrownBy(() -> proven.requireProven(StaffPermission.CONFIGURE, at(at)))
                    .isInstanceOf(RoleMissing.class);
        });
    }

    private static Clock at(Instant moment) {
        return Clock.fixed(moment, ZoneOffset.UTC);
    }

    @Test
    void who_only_looks_may_nothing_that_changes_anything_of_others() {
        assertThat(StaffRole.READER.permissions())
                .containsExactlyInAnyOrder(
                        StaffPermission.LOOK, StaffPermission.OWN_ACCOUNT, StaffPermission.LOOK_AT_BILLING);
    }

    @Test
    void the_guide_for_staff_says_what_the_roles_may() throws IOException {
        var lines = Files.readAllLines(Path.of("..", "docs", "staff.md"));
        var heads = lines.stream()
                .filter(line -> line.startsWith("| permission"))
                .map(line -> line.split("\\|"))
                .findFirst()
                .orElseThrow();
        for (var permission : StaffPermission.values()) {
            var row = lines.stream()
                    .filter(line -> line.startsWith("| `" + permission + "`"))
                    .map(line -> line.split("\\|"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("docs/staff.md: a row for " + permission));
            for (var role : StaffRole.values()) {
                var column = Arrays.stream(heads)
                        .map(head -> head.contains("`" + role + "`"))
                        .toList()
                        .indexOf(true);
                assertThat(row[column].strip())
                        .as("docs/staff.md, %s, %s", permission, role)
                        .isEqualTo(role.may(permission) ? "yes" : "");
            }
        }
    }

    private static Stream<Method> facades() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        return scanner.findCandidateComponents("fr.ondine.platform").stream()
                .map(bean -> type(bean.getBeanClassName()))
                .filter(type -> type != StaffSessions.class) // asks who they are, not what they may
                .filter(type -> Modifier.isPublic(type.getModifiers()))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> Arrays.asList(method.getParameterTypes()).contains(CurrentStaff.class))
                .filter(method -> !GOES_ON.contains(name(method)));
    }

    /** What goes on with a person whose permission was asked for before: only that it goes on is asked, or it ends. */
    private static final Set<String> GOES_ON = Set.of("SeeAs.mayGoOn/2", "SeeAs.ended/2");

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName() + "/" + method.getParameterCount();
    }

    /** What a person of another utility, who may nothing here, is refused for. */
    private static String asks(Method method) {
        return call(method, "ileo", StaffRole.ADMINISTRATOR) instanceof RoleMissing missing
                ? String.valueOf(missing.arguments().getFirst())
                : "nothing";
    }

    private static boolean isRefused(@Nullable Throwable outcome) {
        return outcome instanceof RoleMissing;
    }

    private static @Nullable Throwable call(Method method, String utility, StaffRole role) {
        var who = new CurrentStaff(utility, UUID.randomUUID(), "a@b.fr", "Anne", role, 1);
        var values = Arrays.stream(method.getParameterTypes())
                .map(type -> type == CurrentStaff.class ? who : nothing(type))
                .toArray();
        var facade = new ObjenesisStd().newInstance(method.getDeclaringClass());
        var thrown = catchThrowable(() -> TenantContext.callAs(HERE, () -> method.invoke(facade, values)));
        return thrown instanceof InvocationTargetException inside ? inside.getCause() : thrown;
    }

    private static @Nullable Object nothing(Class<?> type) {
        return type == boolean.class ? Boolean.FALSE : type == int.class ? (Object) 1 : null;
    }

    private static Class<?> type(@Nullable String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> listed() {
        return lines().collect(Collectors.toMap(words -> words[0], words -> words[1]));
    }

    private static Stream<String[]> lines() {
        try {
            return new ClassPathResource("permissions.txt", StaffPermissionsTests.class)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" "));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
