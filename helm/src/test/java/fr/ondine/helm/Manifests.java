package fr.ondine.helm;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What one installation is made of. */
record Manifests(List<Map<String, Object>> all) {

    Map<String, Object> get(String kind, String name) {
        return find(kind, name).orElseThrow(() -> new AssertionError(kind + "/" + name + " is not among " + names()));
    }

    Optional<Map<String, Object>> find(String kind, String name) {
        return all.stream()
                .filter(each -> kind.equalsIgnoreCase(String.valueOf(each.get("kind"))))
                .filter(each -> name.equals(Yaml.at(each, "metadata.name")))
                .findFirst();
    }

    List<String> names() {
        return all.stream()
                .map(each -> each.get("kind") + "/" + Yaml.at(each, "metadata.name"))
                .toList();
    }

    /** What is made before anything else and stays when all else is taken away, as kubectl names it. */
    List<String> hooks() {
        return all.stream()
                .filter(each ->
                        Yaml.at(each, "metadata.annotations") instanceof Map<?, ?> all && all.containsKey(Chart.HOOK))
                .map(each -> (each.get("kind") + "/" + Yaml.at(each, "metadata.name")).toLowerCase(Locale.ROOT))
                .toList();
    }

    /** What pods run, by the name of who starts them. */
    Map<String, Map<String, Object>> pods() {
        return all.stream()
                .filter(each -> Yaml.at(each, "spec.template.spec") != null)
                .collect(Collectors.toMap(
                        each -> String.valueOf(Yaml.at(each, "metadata.name")),
                        each -> Yaml.map(Yaml.there(each, "spec.template.spec"))));
    }

    Map<String, Object> pod(String name) {
        return pods().get(name);
    }

    static Map<String, Object> container(Map<String, Object> pod) {
        return Yaml.maps(pod.get("containers")).getFirst();
    }

    /** The settings that a pod's process is given, without those that are secret. */
    Map<String, Object> settings(String pod) {
        var json = Yaml.maps(container(pod(pod)).get("env")).stream()
                .filter(variable -> "SPRING_APPLICATION_JSON".equals(variable.get("name")))
                .map(variable -> String.valueOf(variable.get("value")))
                .findFirst()
                .orElseThrow();
        return Yaml.map(Yaml.load(json));
    }

    /** The Secrets that a pod sees. */
    List<Object> secrets(String pod) {
        return Yaml.maps(pod(pod).get("volumes")).stream()
                .map(volume -> Yaml.at(volume, "secret.secretName"))
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .toList();
    }
}
