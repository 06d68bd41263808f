package fr.ondine.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the handbook tells an operator to type could be typed. The commands of {@code ondine} are read by its own test. */
class HandbookTests {

    private static final Set<String> PROGRAMS = Set.of("helm", "kubectl", "docker", "openssl", "./ondine");

    /** Those that {@code HandbookRunTests} runs as they stand there. */
    private static final Set<String> RUN = Set.of("psql", "java", "mv", "cp", "cat", "echo", "touch", "pg_ctl");

    /** Of these nothing but their places can be looked at. */
    private static final Set<String> SEEN = Set.of("redis-cli");

    /** Options of each verb of Helm, all of which take a value. */
    private static final Map<String, Set<String>> HELM = Map.of(
            "install", Set.of("--namespace", "--values", "--timeout"),
            "upgrade", Set.of("--namespace", "--values", "--timeout"),
            "history", Set.of("--namespace"),
            "rollback", Set.of("--namespace", "--timeout"),
            "uninstall", Set.of("--namespace"));

    @TempDir
    private Path folder;

    @Test
    void it_uses_no_program_that_nobody_checked() {
        assertThat(Handbook.commands())
                .hasSizeGreaterThan(25)
                .allSatisfy(command -> assertThat(Stream.of(PROGRAMS, RUN, SEEN).flatMap(Set::stream))
                        .contains(command.getFirst()));
    }

    @Test
    void its_values_install_the_chart_as_each_of_its_helm_commands_has_it() throws IOException {
        var values = Files.writeString(folder.resolve("values.yaml"), Handbook.values());
        var verbs = new ArrayList<String>();
        for (var command : Handbook.commands("helm")) {
            var options = options(command, HELM.get(command.getFirst()));
            verbs.add(command.getFirst());
            assertThat(command.get(1)).isEqualTo("ondine");
            assertThat(options).containsEntry("--namespace", "portals");
            if (options.containsKey("--values")) {
                assertThat(command.get(2)).as("the folder of the chart").isEqualTo("helm");
                assertThat(options).containsEntry("--values", "values.yaml");
                assertThat(Chart.manifests(values).all()).hasSizeGreaterThan(8).allSatisfy(KubernetesModels::check);
            }
        }
        assertThat(verbs).contains("install", "upgrade", "rollback", "uninstall");
    }

    @Test
    void what_it_adds_to_its_values_does_what_it_says() throws IOException {
        var values = Files.writeString(folder.resolve("values.yaml"), Handbook.values());
        var installed = Chart.manifests(values).all();
        assertThat(Handbook.furtherValues()).hasSize(3);
        for (var further : Handbook.furtherValues()) {
            var more = Chart.manifests(values, Files.writeString(folder.resolve("more.yaml"), further));
            assertThat(more.all()).allSatisfy(KubernetesModels::check).isNotEqualTo(installed);
        }
    }

    private static Map<String, String> options(List<String> command, Set<String> known) {
        var given = new HashMap<String, String>();
        for (var word = 1; word < command.size(); word++) {
            if (command.get(word).startsWith("-")) {
                assertThat(known).as(command::toString).contains(command.get(word));
                given.put(command.get(word), command.get(++word));
            }
        }
        return given;
    }

    /** Without a number Helm takes the revision before, which need not be another release. */
    @Test
    void it_goes_back_to_a_revision_that_was_looked_up() {
        var helm = Handbook.commands("helm");
        var back = helm.stream()
                .filter(command -> command.getFirst().equals("rollback"))
                .toList();
        assertThat(back).singleElement().satisfies(command -> {
            assertThat(command.get(2)).matches("[1-9]\\d*");
            assertThat(helm.get(helm.indexOf(command) - 1)).startsWith("history", "ondine");
        });
    }

    /** Else a migration that goes on is given up by who started it. */
    @Test
    void helm_waits_for_longer_than_a_migration_may_take() {
        var deadline = (Integer) Yaml.there(Yaml.read(Chart.FOLDER.resolve("values.yaml")), "migration.deadline");
        assertThat(Handbook.commands("helm").stream()
                        .filter(command -> Set.of("install", "upgrade").contains(command.getFirst()))
                        .map(command -> command.get(command.indexOf("--timeout") + 1)))
                .hasSizeGreaterThan(3)
                .allSatisfy(minutes ->
                        assertThat(Duration.parse("PT" + minutes).toSeconds()).isGreaterThan(deadline));
    }

    @Test
    void its_kubectl_commands_name_what_the_chart_makes() throws IOException {
        var values = Files.writeString(folder.resolve("values.yaml"), Handbook.values());
        var made = new ArrayList<>(List.of(Chart.manifests(values)));
        for (var further : Handbook.furtherValues()) {
            made.add(Chart.manifests(values, Files.writeString(folder.resolve("more.yaml"), further)));
        }
        for (var command : Handbook.commands("kubectl")) {
            assertThat(made).as(command::toString).anySatisfy(installation -> Kubectl.check(command, installation));
        }
    }

    @Test
    void a_kubectl_command_that_does_not_fit_would_be_found() {
        var made = Chart.manifests(Chart.MINIMAL);
        for (var wrong : List.of(
                "-n portals rollout status deployment/ondine-jobs",
                "-n portals rollout stop deployment/ondine-web",
                "-n portals get pod",
                "-n portals exec deploy/ondine-worker ondine tenant list",
                "-n portals logs job/ondine-migrate",
                "-n elsewhere rollout status deployment/ondine-web",
                "-n portals patch secret ondine-setings --type merge --patch {}",
                "-n portals patch secret ondine-settings --type merge --patch {\"data\":{\"a\":\"eA==\"}}",
                "-n portals exec ondine-worker-0 -- ondine tenant import --passphrase-file /dev/stdin < passphrase",
                "-n portals exec ondine-worker-0 -- env SPRING_APPLICATION_JSON={ondine.documents.dir:1} ondine",
                "-n portals delete deployment/ondine-web",
                "-n portals create secret tls eau --cert=eau.crt --key=eau.key",
                "-n portals create secret generic other --from-file=ondine.vault.key=k")) {
            var words = List.of(wrong.split(" ", -1));
            assertThatThrownBy(() -> Kubectl.check(words, made)).as(wrong).isInstanceOf(AssertionError.class);
        }
    }

    @Test
    void it_tells_everything_that_helm_leaves_behind() {
        var deleted = Handbook.commands("kubectl").stream()
                .filter(command -> command.get(2).equals("delete"))
                .findFirst()
                .orElseThrow();
        assertThat(deleted.subList(3, deleted.size()))
                .containsExactlyInAnyOrderElementsOf(
                        Chart.manifests(Chart.MINIMAL).hooks());
    }

    @Test
    void values_that_it_speaks_of_are_values_of_the_chart() {
        var values = Yaml.read(Chart.FOLDER.resolve("values.yaml"));
        var kinds = String.join("|", values.keySet());
        assertThat(Handbook.inline().stream()
                        .filter(code -> code.matches("(" + kinds + ")(\\.[A-Za-z]+)+(: .*)?"))
                        .map(code -> code.replaceFirst(":.*", "")))
                .hasSizeGreaterThan(10)
                .allSatisfy(code -> assertThat(Yaml.at(values, code)).as(code).isNotNull());
    }

    /** Whoever looks for an answer finds it from the top of the page. */
    @Test
    void each_of_its_sections_is_led_to_and_each_way_leads_to_one() {
        var page = Chart.read(Handbook.FILE);
        var anchors = page.lines()
                .filter(line -> line.matches("##+ .*"))
                .collect(Collectors.toMap(HandbookTests::anchor, line -> line.startsWith("## ")));
        var top = page.substring(0, page.indexOf("\n## "));
        assertThat(anchors.keySet()).containsAll(links(page));
        assertThat(anchors.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey))
                .hasSizeGreaterThan(10)
                .allSatisfy(section -> assertThat(links(top)).contains(section));
    }

    private static String anchor(String heading) {
        return heading.replaceFirst("#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9 -]", "")
                .replace(' ', '-');
    }

    private static List<String> links(String text) {
        return Pattern.compile("\\]\\(#([^)]+)\\)")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    @Test
    void files_are_copied_to_a_bucket_from_where_the_chart_keeps_them() {
        var directory = Chart.manifests(Chart.MINIMAL).settings("ondine-worker").get("ondine.documents.directory");
        assertThat(Handbook.inline())
                .filteredOn(code -> code.startsWith("rclone "))
                .singleElement()
                .asString()
                .matches("rclone copy " + directory + " [a-z0-9]+:[a-z-]+");
    }

    @Test
    void the_secrets_that_it_makes_hold_what_processes_need() {
        var keys = Handbook.commands("kubectl").stream()
                .flatMap(List::stream)
                .filter(word -> word.startsWith("--from-"))
                .map(word -> word.substring(word.indexOf('=') + 1, word.lastIndexOf('=')))
                .toList();
        assertThat(keys)
                .contains(
                        "ondine.vault.key",
                        "ondine.database.app-password",
                        "ondine.database.owner-username",
                        "ondine.database.owner-password");
    }

    @Test
    void the_image_that_it_builds_is_the_one_that_is_installed() {
        var repository = Yaml.at(Yaml.map(Objects.requireNonNull(Yaml.load(Handbook.values()))), "image.repository");
        assertThat(Handbook.commands("docker"))
                .isNotEmpty()
                .allSatisfy(command -> assertThat(command).anyMatch(word -> word.startsWith(repository + ":")));
        assertThat(Chart.read(Chart.FOLDER.resolveSibling("Dockerfile")))
                .contains("COPY tenant-ui/target/ondine.jar", "USER 10001:10001", "ENTRYPOINT [\"ondine\"]");
        assertThat(Chart.FOLDER.resolveSibling("image/ondine")).isExecutable();
        assertThat(Chart.FOLDER.resolveSibling("image/train")).isExecutable();
    }

    @Test
    void what_it_makes_by_openssl_is_a_key() {
        for (var command : Handbook.commands("openssl")) {
            assertThat(command.subList(0, 3)).isIn(List.of("rand", "-base64", "32"), List.of("rand", "-base64", "24"));
        }
        assertThat(Handbook.commands("./ondine")).containsExactly(List.of("package"));
    }
}
