package fr.ondine.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every installation in {@code ci} is one that Kubernetes would take. */
class RenderingTests {

    @ParameterizedTest
    @MethodSource("fr.ondine.helm.Chart#installations")
    void an_installation_has_nothing_that_helm_warns_of(Path values, @TempDir Path copy) {
        var lint = Chart.lint(values, copy);

        assertThat(lint.isFailed()).as(() -> lint.getMessages().toString()).isFalse();
        assertThat(lint.getMessages()).noneMatch(message -> message.contains("[WARNING]"));
    }

    @ParameterizedTest
    @MethodSource("fr.ondine.helm.Chart#installations")
    void an_installation_has_only_fields_that_kubernetes_knows(Path values) {
        var manifests = Chart.manifests(values);

        assertThat(manifests.all()).hasSizeGreaterThan(6).allSatisfy(KubernetesModels::check);
        assertThat(manifests.names()).doesNotHaveDuplicates();
    }

    @Test
    void a_misspelt_field_a_wrong_type_and_a_version_that_is_gone_would_be_found() {
        var web = Chart.manifests(Chart.MINIMAL).get("Deployment", "ondine-web");
        assertThatCode(() -> KubernetesModels.check(web)).doesNotThrowAnyException();

        var container = Manifests.container(Yaml.map(Yaml.there(web, "spec.template.spec")));
        container.put("readynessProbe", Map.of());
        assertRefused(web, "readynessProbe");
        container.remove("readynessProbe");
        var image = container.put("image", List.of());
        assertRefused(web, "image");
        container.put("image", image);
        var name = container.remove("name");
        assertRefused(web, "name");
        container.put("name", name);
        KubernetesModels.check(web);
        var old = new HashMap<>(web);
        old.put("apiVersion", "extensions/v1beta1");
        assertRefused(old, "extensions/v1beta1");
    }

    @Test
    void what_is_only_for_those_who_work_on_the_chart_is_not_in_it() throws IOException {
        assertThat(Files.readAllLines(Chart.FOLDER.resolve(".helmignore")))
                .contains("/ci/", "/src/", "/target/", "/pom.xml");
    }

    private static void assertRefused(Map<String, Object> manifest, String reason) {
        assertThatThrownBy(() -> KubernetesModels.check(manifest)).hasMessageContaining(reason);
    }
}
