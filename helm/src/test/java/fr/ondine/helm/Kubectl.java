package fr.ondine.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** As much of kubectl's grammar as the handbook uses, and whether what a command names is there. */
final class Kubectl {

    private static final Map<String, String> KINDS =
            Map.of("deploy", "Deployment", "deployment", "Deployment", "job", "Job", "networkpolicy", "NetworkPolicy");

    /** What the image has, beside its own program. */
    private static final Set<String> IN_THE_POD = Set.of("ondine", "rm", "env", "sh");

    private final List<String> words;
    private final Manifests made;

    private Kubectl(List<String> words, Manifests made) {
        this.words = words;
        this.made = made;
    }

    static void check(List<String> command, Manifests made) {
        if (command.equals(List.of("create", "namespace", "portals"))) {
            return;
        }
        assertThat(command.subList(0, 2)).as(command::toString).containsExactly("-n", "portals");
        new Kubectl(command.subList(2, command.size()), made).check();
    }

    private void check() {
        switch (words.getFirst()) {
            case "create" -> create();
            case "rollout" -> rollout();
            case "get" -> assertThat(words).containsExactly("get", "pods");
            case "exec" -> exec();
            case "logs" -> isMade(words.get(1));
            case "delete" -> words.stream().skip(1).forEach(this::isLeft);
            case "cp" -> cp();
            case "patch" -> patch();
            default -> throw new AssertionError("unknown: " + words);
        }
    }

    private void create() {
        if (words.get(1).equals("configmap")) {
            assertThat(words.subList(3, words.size())).allMatch(option -> option.startsWith("--from-file=ca.crt="));
            return;
        }
        assertThat(words.get(1)).isEqualTo("secret");
        if (words.get(2).equals("tls")) {
            assertThat(certificates()).contains(words.get(3));
        } else {
            isKnownSecret(words.get(3));
        }
        var options = words.subList(4, words.size());
        switch (words.get(2)) {
            case "generic" ->
                assertThat(options)
                        .allMatch(option -> option.matches("--from-(file|literal)=[a-z.-]+=.+")
                                || Set.of("--dry-run=client", "--output", "json", ">", "new.json")
                                        .contains(option));
            case "tls" -> assertThat(options).allMatch(option -> option.matches("--(cert|key)=.+"));
            default -> throw new AssertionError("unknown: " + words);
        }
    }

    private List<Object> certificates() {
        return Yaml.maps(Yaml.at(made.get("Ingress", "ondine-web"), "spec.tls")).stream()
                .map(each -> each.get("secretName"))
                .filter(Objects::nonNull)
                .map(Object.class::cast)
                .toList();
    }

    private void isKnownSecret(String name) {
        assertThat(made.secrets("ondine-worker")).contains(name);
    }

    private void rollout() {
        assertThat(words.get(1)).isIn("status", "restart");
        words.subList(2, words.size()).forEach(this::isMade);
    }

    private void exec() {
        var rest = words.get(1).equals("-i") ? words.subList(2, words.size()) : words.subList(1, words.size());
        isPod(rest.getFirst());
        assertThat(rest.get(1)).as("what follows is not kubectl's").isEqualTo("--");
        assertThat(IN_THE_POD).contains(rest.get(2));
        if (rest.contains("<")) {
            assertThat(words.get(1)).as("otherwise nothing goes in").isEqualTo("-i");
        }
        reads(rest);
    }

    /** Settings for one command, of which the places of Secrets and files are those of the chart. */
    private void reads(List<String> rest) {
        var settings = rest.get(3);
        if (!settings.startsWith("SPRING_APPLICATION_JSON=")) {
            return;
        }
        var given = Yaml.map(Objects.requireNonNull(Yaml.load(settings.substring(settings.indexOf('=') + 1))));
        var theirs = made.settings("ondine-worker");
        assertThat(String.valueOf(theirs.get("spring.config.import")).split(","))
                .hasSize(2)
                .allMatch(each -> each.matches("configtree:/run/secrets/ondine/[a-z]+/"));
        assertThat(given).containsEntry("spring.config.import", "configtree:/run/secrets/ondine/*/");
        assertThat(given.get("ondine.documents.directory")).isEqualTo(theirs.get("ondine.documents.directory"));
        assertThat(theirs.keySet()).containsAll(given.keySet());
    }

    private void cp() {
        assertThat(words).hasSize(3);
        var inPod = words.stream().filter(word -> word.contains(":")).toList();
        assertThat(inPod).hasSize(1);
        var place = inPod.getFirst().split(":", 2);
        isPod(place[0]);
        assertThat(place[1]).as("elsewhere nothing can be written").startsWith("/tmp/");
    }

    private void patch() {
        assertThat(words.get(1)).isEqualTo("secret");
        isKnownSecret(words.get(2));
        assertThat(words.subList(3, 5)).containsExactly("--type", "merge");
        assertThat(words.get(5)).isIn("--patch", "--patch-file");
        if (words.get(5).equals("--patch")) {
            var patch = Yaml.map(Objects.requireNonNull(Yaml.load(words.get(6))));
            if (patch.containsKey("data")) {
                assertThat(Yaml.map(Yaml.there(patch, "data")).values())
                        .as("taken out: what is put in would have to be Base64")
                        .containsOnlyNulls();
            } else {
                assertThat(patch).containsOnlyKeys("stringData");
            }
        }
    }

    /** A Deployment, of which one pod is taken, or a pod of its own name. */
    private void isPod(String name) {
        isMade(name.endsWith("-0") ? "deploy/" + name.substring(0, name.length() - 2) : name);
    }

    /** What Helm does not count as its own once it ran. */
    private void isLeft(String name) {
        assertThat(made.hooks()).as(words::toString).contains(name);
    }

    private void isMade(String name) {
        var parts = name.split("/", 2);
        assertThat(KINDS).as(words::toString).containsKey(parts[0]);
        made.get(KINDS.getOrDefault(parts[0], ""), parts[1]);
    }
}
