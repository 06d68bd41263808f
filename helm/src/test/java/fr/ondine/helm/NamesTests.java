package fr.ondine.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever Helm takes as a release's name and a registry as a tag, Kubernetes takes what is made of it. */
class NamesTests {

    private static final String LONG = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef";

    private static final String LABEL = "([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?";

    /** Of a Service, which is the strictest. */
    private static final String NAME = "[a-z]([a-z0-9-]{0,61}[a-z0-9])?";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {"0.1.0", "sha256-" + LONG, "0.1.0-" + LONG, LONG + "-", "0.1.0_", "_0.1.0", "v1..", LONG + LONG})
    void a_tag_is_a_label_too(String tag) {
        var manifests = rendered("ondine", Map.of("image", Map.of("tag", tag)));
        assertThat(labels(manifests))
                .isNotEmpty()
                .allSatisfy(label -> assertThat(label).matches(LABEL));
        assertThat(Manifests.container(manifests.pod("ondine-web")).get("image"))
                .isEqualTo("registry.exploitant.fr/ondine:" + tag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "portals.ondine", "2027", "a-release-whose-name-is-as-long-as-helm-ever-takes-53"})
    void a_release_may_be_called_whatever_helm_takes(String release) {
        var manifests = rendered(release, Map.of());
        assertThat(manifests.all())
                .extracting(each -> Yaml.at(each, "metadata.name"))
                .allSatisfy(name -> assertThat(String.valueOf(name)).matches(NAME));
        assertThat(manifests.names()).doesNotHaveDuplicates();
        assertThat(labels(manifests))
                .contains(release)
                .allSatisfy(label -> assertThat(label).matches(LABEL));
    }

    /** YAML takes what looks like a number for one, and Kubernetes refuses it where a text belongs. */
    @Test
    void what_is_called_like_a_number_stays_a_text() {
        var manifests = rendered(
                "2027",
                Map.of(
                        "secrets", Map.of("application", "3001", "owner", "3002"),
                        "authorities", Map.of("configMap", "3003", "key", "3004"),
                        "image", Map.of("pullSecrets", List.of("3005")),
                        "documents", Map.of("storageClass", "3006"),
                        "ingress", Map.of("className", "3007"),
                        "hosts", Map.of("domainTls", "3008"),
                        "pod", Map.of("spreadOver", List.of("3009"))));
        assertThat(manifests.all())
                .flatExtracting(NamesTests::leaves)
                .contains("2027", "3001", "3002", "3003", "3004", "3005", "3006", "3007", "3008", "3009")
                .doesNotContain(2027, 3001, 3002, 3003, 3004, 3005, 3006, 3007, 3008, 3009);
    }

    private static List<Object> leaves(@Nullable Object node) {
        return switch (node) {
            case null -> List.of();
            case Map<?, ?> map ->
                map.values().stream().flatMap(each -> leaves(each).stream()).toList();
            case List<?> list ->
                list.stream().flatMap(each -> leaves(each).stream()).toList();
            default -> List.of(node);
        };
    }

    /** As OpenShift gives them out. */
    @Test
    void a_user_of_many_digits_is_a_whole_number() {
        var pod =
                rendered("ondine", Map.of("pod", Map.of("user", 1_000_650_000))).pod("ondine-web");
        assertThat(Yaml.at(pod, "securityContext.runAsUser")).isEqualTo(1_000_650_000);
        assertThat(Yaml.at(pod, "securityContext.runAsGroup")).isEqualTo(1_000_650_000);
        assertThat(Yaml.at(pod, "securityContext.fsGroup")).isEqualTo(1_000_650_000);
    }

    private Manifests rendered(String release, Map<String, Object> more) {
        return Chart.manifests(release, Chart.LARGE, Chart.write(more, folder.resolve("values.yaml")));
    }

    private static List<String> labels(Manifests manifests) {
        return manifests.all().stream()
                .flatMap(each -> Stream.of("metadata.labels", "spec.template.metadata.labels")
                        .map(place -> Yaml.at(each, place)))
                .filter(Map.class::isInstance)
                .flatMap(labels -> Yaml.map(labels).values().stream())
                .map(String::valueOf)
                .toList();
    }
}
