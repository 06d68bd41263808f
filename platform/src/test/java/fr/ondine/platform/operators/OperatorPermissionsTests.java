package fr.ondine.platform.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.ondine.platform.factors.ProofNeeded;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
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
 * Every façade for operators refuses, before it does anything at all, who lacks the permission that it is listed with, or
 * the proof. The façades are made without what they work with: whatever comes after fails, and nothing happens.
 */
class OperatorPermissionsTests {

    @Test
    void every_method_of_a_facade_asks_for_what_it_is_listed_with() {
        var asked = new TreeMap<String, String>();
        facades().forEach(method -> asked.put(name(method), permission(method) + (needsProof(method) ? "!" : "")));

        assertThat(asked)
                .as("a new method for operators asks first, and is listed with it in permissions.txt")
                .containsExactlyEntriesOf(new TreeMap<>(listed()));
    }

    @Test
    void what_not_every_operator_may_needs_the_second_factor_again_unless_it_only_looks() {
        assertThat(lines().filter(words -> !words[1].equals("VIEW"))
                        .filter(words -> !words[1].endsWith("!"))
                        .filter(words -> words.length < 3 || !words[2].equals("looks"))
                        .map(words -> words[0]))
                .isEmpty();
    }

    @Test
    void a_program_is_never_asked_for_a_second_factor() {
        var program = somebody(Permission.ADMINISTER).by("nightly", Permission.ADMINISTER);

        assertThat(facades().filter(method -> call(method, program) instanceof ProofNeeded))
                .isEmpty();
    }

    private static Stream<Method> facades() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(Component.class));
        return scanner.findCandidateComponents("fr.ondine.platform.operators").stream()
                .map(bean -> type(bean.getBeanClassName()))
                .filter(type -> type != OperatorSessions.class) // asks who they are, not what they may
                .filter(type -> Modifier.isPublic(type.getModifiers()))
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> Arrays.asList(method.getParameterTypes()).contains(CurrentOperator.class));
    }

    /** An overload counts by what it takes beside the operator. */
    private static String name(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .filter(type -> type != CurrentOperator.class)
                .map(Class::getSimpleName)
                .collect(Collectors.joining(
                        ",", method.getDeclaringClass().getSimpleName() + "." + method.getName() + "(", ")"));
    }

    private static String permission(Method method) {
        return call(method, somebody(Permission.VIEW)) instanceof PermissionMissing missing
                ? String.valueOf(missing.arguments().getFirst())
                : Permission.VIEW.name();
    }

    private static boolean needsProof(Method method) {
        return call(method, somebody(Permission.ADMINISTER)) instanceof ProofNeeded;
    }

    private static CurrentOperator somebody(Permission permission) {
        return new CurrentOperator(UUID.randomUUID(), "a@b.fr", "Anne", permission, 1);
    }

    private static @Nullable Throwable call(Method method, CurrentOperator who) {
        var values = Arrays.stream(method.getParameterTypes())
                .map(type -> type == CurrentOperator.class ? who : type == int.class ? (Object) 1 : null)
                .toArray();
        var facade = new ObjenesisStd().newInstance(method.getDeclaringClass());
        var thrown = catchThrowable(() -> method.invoke(facade, values));
        return thrown instanceof InvocationTargetException inside ? inside.getCause() : thrown;
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
            return new ClassPathResource("permissions.txt", OperatorPermissionsTests.class)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" "));
        } catch (IOException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
