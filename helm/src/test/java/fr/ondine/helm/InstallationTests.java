package fr.ondine.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator may rely on, whatever the values. */
class InstallationTests {

    private static final Manifests MINIMAL = Chart.manifests(Chart.MINIMAL);
    private static final Manifests LARGE = Chart.manifests(Chart.LARGE);
    private static final Manifests OWN_DOMAINS = Chart.manifests(Chart.OWN_DOMAINS);

    @TempDir
    private Path folder;

    @Test
    void one_image_runs_in_two_deployments_and_a_job_before_each_release() {
        for (var manifests : List.of(MINIMAL, LARGE, OWN_DOMAINS)) {
            assertThat(manifests.pods()).containsOnlyKeys("ondine-web", "ondine-worker", "ondine-migration");
            assertThat(manifests.pods().values())
                    .extracting(pod -> Manifests.container(pod).get("image"))
                    .containsOnly(
                            Manifests.container(manifests.pod("ondine-web")).get("image"));
            var job = manifests.get("Job", "ondine-migration");
            assertThat(Yaml.map(Yaml.there(job, "metadata.annotations")))
                    .containsEntry("ondine.fr/hook", "pre-install,pre-upgrade");
            assertThat(manifests.settings("ondine-web")).containsEntry("ondine.jobs.enabled", false);
            assertThat(manifests.settings("ondine-worker")).containsEntry("ondine.jobs.enabled", true);
        }
        assertThat(arguments(MINIMAL)).startsWith("tenant", "migrate").doesNotContain("--go-on");
        assertThat(arguments(LARGE)).contains("--go-on");
    }

    private static List<Object> arguments(Manifests manifests) {
        return new ArrayList<>(
                (List<?>) Manifests.container(manifests.pod("ondine-migration")).get("args"));
    }

    @Test
    void no_process_migrates_by_itself() {
        for (var pod : MINIMAL.pods().keySet()) {
            assertThat(MINIMAL.settings(pod)).containsEntry("ondine.database.migrate-on-start", false);
        }
    }

    @Test
    void nothing_runs_as_root_or_writes_to_the_image() {
        for (var manifests : List.of(MINIMAL, LARGE, OWN_DOMAINS)) {
            for (var pod : manifests.pods().values()) {
                var container = Manifests.container(pod);
                assertThat(pod).containsEntry("automountServiceAccountToken", false);
                assertThat(Yaml.at(pod, "securityContext.runAsNonRoot")).isEqualTo(true);
                assertThat(Yaml.at(pod, "securityContext.seccompProfile.type")).isEqualTo("RuntimeDefault");
                assertThat(Yaml.at(container, "securityContext.readOnlyRootFilesystem"))
                        .isEqualTo(true);
                assertThat(Yaml.at(container, "securityContext.allowPrivilegeEscalation"))
                        .isEqualTo(false);
                assertThat(Yaml.at(container, "securityContext.capabilities.drop"))
                        .isEqualTo(List.of("ALL"));
                assertThat(Yaml.maps(container.get("volumeMounts")))
                        .anySatisfy(mount -> assertThat(mount).containsEntry("mountPath", "/tmp"));
                assertThat(Yaml.at(container, "resources.limits.memory")).isNotNull();
            }
        }
    }

    @Test
    void the_owner_of_the_database_is_known_to_who_needs_it() {
        assertThat(MINIMAL.secrets("ondine-web")).containsExactly("ondine-settings");
        assertThat(MINIMAL.secrets("ondine-worker")).containsExactly("ondine-settings", "ondine-owner");
        assertThat(MINIMAL.secrets("ondine-migration")).containsExactly("ondine-settings", "ondine-owner");
        assertThat(LARGE.secrets("ondine-web")).as("when asked for").contains("ondine-owner");
        assertThat(MINIMAL.settings("ondine-web").get("spring.config.import"))
                .isEqualTo("configtree:/run/secrets/ondine/application/");
    }

    @Test
    void secrets_are_files_that_its_own_process_reads() {
        for (var pod : MINIMAL.pods().values()) {
            var container = Manifests.container(pod);
            assertThat(Yaml.maps(container.get("env")))
                    .allSatisfy(variable -> assertThat(variable).containsOnlyKeys("name", "value"));
            assertThat(Yaml.maps(container.get("volumeMounts")))
                    .filteredOn(mount -> String.valueOf(mount.get("mountPath")).startsWith("/run/secrets"))
                    .isNotEmpty()
                    .allSatisfy(mount -> assertThat(mount).containsEntry("readOnly", true));
        }
    }

    @Test
    void begun_ready_and_alive_are_three_questions() {
        for (var name : List.of("ondine-web", "ondine-worker")) {
            var container = Manifests.container(MINIMAL.pod(name));
            assertThat(List.of("startupProbe", "readinessProbe", "livenessProbe"))
                    .extracting(probe -> Yaml.at(container, probe + ".httpGet.path"))
                    .containsExactly(
                            "/actuator/health/startup", "/actuator/health/readiness", "/actuator/health/liveness");
            assertThat(List.of("startupProbe", "readinessProbe", "livenessProbe"))
                    .as("where no utility's host is asked for")
                    .extracting(probe -> Yaml.at(container, probe + ".httpGet.port"))
                    .containsOnly("management");
        }
    }

    @Test
    void a_pod_has_the_time_to_end_what_it_does() {
        for (var name : List.of("ondine-web", "ondine-worker")) {
            var pod = LARGE.pod(name);
            var leave = number(Manifests.container(pod), "lifecycle.preStop.sleep.seconds");
            assertThat(leave).isEqualTo(15);
            assertThat(number(pod, "terminationGracePeriodSeconds"))
                    .isGreaterThan(leave + (name.equals("ondine-web") ? 25 : 40) + 5);
        }
        assertThat(LARGE.settings("ondine-web"))
                .as("its requests, however long jobs may take")
                .containsEntry("spring.lifecycle.timeout-per-shutdown-phase", "25s");
        assertThat(LARGE.settings("ondine-worker"))
                .containsEntry("ondine.jobs.patience", "40s")
                .as("no phase is cut off before its jobs are")
                .containsEntry("spring.lifecycle.timeout-per-shutdown-phase", "45s");
    }

    private static int number(Map<String, Object> node, String path) {
        return (Integer) Yaml.there(node, path);
    }

    @Test
    void a_browser_stays_at_one_pod() {
        assertThat(annotations(MINIMAL.get("Ingress", "ondine-web")))
                .containsEntry("nginx.ingress.kubernetes.io/affinity", "cookie");
        assertThat(annotations(LARGE.get("Service", "ondine-web")))
                .containsEntry("traefik.ingress.kubernetes.io/service.sticky.cookie", "true")
                .containsEntry("traefik.ingress.kubernetes.io/service.serversscheme", "http");
        assertThat(annotations(OWN_DOMAINS.get("Ingress", "ondine-web"))).containsKey("haproxy.org/cookie-persistence");
    }

    private static Map<String, Object> annotations(Map<String, Object> manifest) {
        return Yaml.map(Yaml.there(manifest, "metadata.annotations"));
    }

    @Test
    void portals_are_reached_at_the_domain_and_at_their_own() {
        assertThat(hosts(MINIMAL)).containsExactly("*.ondine.fr");
        assertThat(hosts(LARGE)).containsExactly("*.ondine.fr", "www.eau-malesherbois.fr", "agence.ileo.fr");
        assertThat(hosts(OWN_DOMAINS)).containsExactly("abonnes.siegvo.fr", "console.exploitant.fr");
        assertThat(LARGE.settings("ondine-web")).containsEntry("ondine.console.host", "console.ondine.fr");
        assertThat(MINIMAL.settings("ondine-web")).doesNotContainKey("ondine.console.host");
    }

    private static List<Object> hosts(Manifests manifests) {
        var rules = Yaml.maps(Yaml.at(manifests.get("Ingress", "ondine-web"), "spec.rules"));
        return rules.stream().map(rule -> rule.get("host")).toList();
    }

    @Test
    void each_kind_of_redis_is_named_to_the_process_by_its_own_settings() {
        assertThat(MINIMAL.settings("ondine-web"))
                .containsEntry("spring.data.redis.host", "redis.databases")
                .containsEntry("spring.data.redis.port", 6379);
        assertThat(LARGE.settings("ondine-web"))
                .containsEntry("spring.data.redis.sentinel.master", "ondine")
                .containsEntry(
                        "spring.data.redis.sentinel.nodes",
                        "sentinel-0.redis:26379,sentinel-1.redis:26379,sentinel-2.redis:26379")
                .containsEntry("spring.data.redis.ssl.enabled", true)
                .doesNotContainKey("spring.data.redis.host");
        assertThat(OWN_DOMAINS.settings("ondine-web"))
                .containsEntry("spring.data.redis.cluster.nodes", "redis-0:6379,redis-1:6379,redis-2:6379")
                .doesNotContainKeys("spring.data.redis.host", "spring.data.redis.sentinel.nodes");
    }

    @Test
    void each_postgres_is_named_to_every_process() {
        for (var pod : LARGE.pods().keySet()) {
            assertThat(LARGE.settings(pod))
                    .containsEntry(
                            "ondine.database.url", "jdbc:postgresql://db-1.databases:5433/ondine?sslmode=verify-full")
                    .containsEntry(
                            "ondine.database.clusters.second-site.url",
                            "jdbc:postgresql://db-2.databases/ondine?sslmode=verify-full")
                    .containsEntry("ondine.database.clusters.second-site.connections", 12);
        }
    }

    @Test
    void every_process_believes_the_operators_own_authorities() {
        for (var manifests : List.of(LARGE, OWN_DOMAINS)) {
            manifests.pods().forEach((name, pod) -> {
                assertThat(manifests.settings(name))
                        .containsEntry("ondine.tls.authorities", "/etc/ondine/authorities/ca.pem");
                assertThat(Yaml.maps(Manifests.container(pod).get("volumeMounts")))
                        .contains(Map.of(
                                "name", "authorities", "mountPath", "/etc/ondine/authorities", "readOnly", true));
            });
        }
        assertThat(authorities(LARGE, "configMap"))
                .containsEntry("name", "authorities")
                .containsEntry("items", List.of(Map.of("key", "all.pem", "path", "ca.pem")));
        assertThat(authorities(OWN_DOMAINS, "secret"))
                .containsEntry("secretName", "postgres-ca")
                .as("where the authority's key may be too")
                .containsEntry("items", List.of(Map.of("key", "ca.crt", "path", "ca.pem")));
        assertThat(MINIMAL.settings("ondine-web")).doesNotContainKey("ondine.tls.authorities");
        assertThat(Yaml.maps(MINIMAL.pod("ondine-web").get("volumes")))
                .extracting(volume -> volume.get("name"))
                .doesNotContain("authorities");
    }

    private static Map<String, Object> authorities(Manifests manifests, String kind) {
        return Yaml.maps(manifests.pod("ondine-migration").get("volumes")).stream()
                .filter(volume -> "authorities".equals(volume.get("name")))
                .map(volume -> Yaml.map(Yaml.there(volume, kind)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void only_the_ingress_controller_reaches_portals_and_only_the_monitoring_metrics() {
        assertThat(ports(LARGE, "ondine-web", "ingress")).containsExactly("http", "management");
        assertThat(ports(LARGE, "ondine-worker", "ingress")).containsExactly("management");
        assertThat(ports(LARGE, "ondine-migrate", "ingress")).isEmpty();
        assertThat(ports(MINIMAL, "ondine-worker", "ingress")).isEmpty();
        assertThat(ports(LARGE, "ondine-web", "egress"))
                .contains(5433, 5432, 26379, 6379, 443, 3310, 4318, 53)
                .as("mails leave from the worker")
                .doesNotContain(2525);
        assertThat(ports(LARGE, "ondine-worker", "egress")).contains(2525);
        assertThat(ports(LARGE, "ondine-migrate", "egress")).containsOnly(53, 5432, 5433);
        assertThat(OWN_DOMAINS.names()).noneMatch(name -> name.startsWith("NetworkPolicy"));
    }

    @Test
    void dns_is_asked_at_the_ports_at_which_its_pods_listen_by_both_ways() {
        var rules = Yaml.maps(
                Yaml.at(Chart.manifests(Chart.OBJECT_STORAGE).get("NetworkPolicy", "ondine-migrate"), "spec.egress"));
        assertThat(Yaml.maps(rules.getFirst().get("ports")))
                .extracting(port -> port.get("port") + "/" + port.get("protocol"))
                .containsExactly("53/UDP", "53/TCP", "5353/UDP", "5353/TCP");
    }

    /** As the driver has it: the first that may be written to, at whatever port; an address of IPv6 is in brackets. */
    @Test
    void all_hosts_of_an_address_of_postgres_are_reached() {
        var url =
                "jdbc:postgresql://db-1,db-2:5434,[fd00::1]:5435,[fd00::2]/ondine?targetServerType=primary&options=a:99";
        var values = Chart.write(Map.of("postgres", Map.of("url", url)), folder.resolve("hosts.yaml"));
        assertThat(ports(Chart.manifests(Chart.MINIMAL, values), "ondine-migrate", "egress"))
                .containsOnly(53, 5432, 5434, 5435);
    }

    private static List<Object> ports(Manifests manifests, String name, String direction) {
        var rules = Yaml.maps(Yaml.at(manifests.get("NetworkPolicy", name), "spec." + direction));
        return rules.stream()
                .flatMap(rule -> Yaml.maps(rule.get("ports")).stream())
                .map(port -> port.get("port"))
                .toList();
    }

    @Test
    void nodes_are_emptied_and_loads_followed_without_a_portal_being_away() {
        assertThat(Yaml.at(MINIMAL.get("Deployment", "ondine-web"), "spec.strategy.rollingUpdate.maxUnavailable"))
                .isEqualTo(0);
        assertThat(Yaml.at(MINIMAL.get("PodDisruptionBudget", "ondine-web"), "spec.maxUnavailable"))
                .isEqualTo(1);
        assertThat(MINIMAL.find("PodDisruptionBudget", "ondine-worker")).isPresent();
        assertThat(Yaml.at(LARGE.get("HorizontalPodAutoscaler", "ondine-web"), "spec.minReplicas"))
                .isEqualTo(3);
        assertThat(Yaml.at(LARGE.get("Deployment", "ondine-web"), "spec.replicas"))
                .as("the autoscaler's business")
                .isNull();
        assertThat(Yaml.maps(MINIMAL.pod("ondine-web").get("topologySpreadConstraints")))
                .extracting(each -> each.get("topologyKey"))
                .containsExactly("kubernetes.io/hostname", "topology.kubernetes.io/zone");
    }

    @Test
    void documents_outlive_the_chart() {
        var claim = MINIMAL.get("PersistentVolumeClaim", "ondine-documents");
        assertThat(annotations(claim)).containsEntry("helm.sh/resource-policy", "keep");
        assertThat(Yaml.at(claim, "spec.accessModes")).isEqualTo(List.of("ReadWriteMany"));
        assertThat(OWN_DOMAINS.find("PersistentVolumeClaim", "ondine-documents"))
                .isEmpty();
        assertThat(Yaml.maps(OWN_DOMAINS.pod("ondine-worker").get("volumes")))
                .anySatisfy(volume -> assertThat(Yaml.at(volume, "persistentVolumeClaim.claimName"))
                        .isEqualTo("invoices"));
    }

    @Test
    void files_in_a_bucket_need_no_volume() {
        var manifests = Chart.manifests(Chart.OBJECT_STORAGE);
        assertThat(manifests.find("PersistentVolumeClaim", "ondine-documents")).isEmpty();
        for (var pod : List.of("ondine-web", "ondine-worker")) {
            assertThat(manifests.settings(pod))
                    .containsEntry("ondine.documents.bucket.name", "ondine-documents")
                    .containsEntry("ondine.documents.bucket.path-style", false)
                    .doesNotContainKey("ondine.documents.directory");
            assertThat(Yaml.maps(manifests.pod(pod).get("volumes")))
                    .noneSatisfy(volume -> assertThat(volume).containsEntry("name", "documents"));
            assertThat(ports(manifests, pod, "egress")).contains(9000);
        }
    }

    @Test
    void prometheus_finds_the_pods_of_both_kinds() {
        assertThat(MINIMAL.find("ServiceMonitor", "ondine-metrics")).isEmpty();
        var monitor = LARGE.get("ServiceMonitor", "ondine-metrics");
        assertThat(Yaml.map(Yaml.there(monitor, "metadata.labels"))).containsEntry("release", "prometheus");
        var service = LARGE.get("Service", "ondine-metrics");
        assertThat(Yaml.map(Yaml.there(service, "metadata.labels")))
                .containsAllEntriesOf(Yaml.map(Yaml.there(monitor, "spec.selector.matchLabels")));
        for (var pod : List.of("ondine-web", "ondine-worker")) {
            var labels = Yaml.there(LARGE.get("Deployment", pod), "spec.template.metadata.labels");
            assertThat(Yaml.map(labels)).containsAllEntriesOf(Yaml.map(Yaml.there(service, "spec.selector")));
        }
        assertThat(LARGE.settings("ondine-web"))
                .containsEntry("management.endpoints.web.exposure.include", "health,prometheus");
    }
}
