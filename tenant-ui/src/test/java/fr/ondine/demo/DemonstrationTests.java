package fr.ondine.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.tenantconfig.BundledTenants;
import fr.ondine.testing.services.FreePorts;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemonstrationTests {

    static final String EMAIL = "nouvelle.adresse@exemple.fr";

    @TempDir
    Path folder;

    @Test
    void brings_up_three_portals_and_leaves_nothing_running() throws Exception {
        var state = folder.resolve("state");
        var only = DemoProcess.start(state, FreePorts.one(), "--franceconnect").awaitReady();
        showsItsPage(only);
        answersForItsUtilitiesOnly(only);
        catchesMails(only);
        leadsToFranceConnect(only);
        assertThat(DemoProcess.start(state, FreePorts.one()).process().waitFor())
                .isEqualTo(1);
        assertThat(only.output()).contains("another process already runs on");

        var servers = only.servers();
        only.process().destroy();
        only.process().waitFor();
        assertThat(servers).noneMatch(DemoProcess::runs);
    }

    @Test
    @Tag("long")
    void survives_a_kill() throws Exception {
        var state = folder.resolve("state");
        var first = DemoProcess.start(state, FreePorts.one()).awaitReady();
        assertThat(first.status("malesherbois.localhost", "/connexion/franceconnect"))
                .isEqualTo(404);
        catchesMails(first);
        var orphans = first.servers();
        first.process().destroyForcibly().waitFor();
        assertThat(orphans).allMatch(DemoProcess::runs);

        var second = DemoProcess.start(state, first.port()).awaitReady();

        assertThat(orphans).noneMatch(DemoProcess::runs);
        assertThat(second.output()).containsOnlyOnce("Loaded SIEGVO");
        assertThat(second.get("localhost", "/demo/mails")).contains("http://siegvo.localhost:");
        second.process().destroy();
        second.process().waitFor();
    }

    @Test
    @Tag("long")
    void keeps_what_was_configured_until_the_next_start() throws Exception {
        var state = folder.resolve("state");
        var first = DemoProcess.start(state, FreePorts.one()).awaitReady();
        var changed = folder.resolve("siegvo.yaml");
        Files.writeString(changed, BundledTenants.yaml("siegvo").replace("source d'avenir", "source de demain"));
        assertThat(first.command("tenant", "configure", "siegvo", changed.toString()))
                .as(first.output())
                .isZero();
        first.process().destroy();
        first.process().waitFor();

        var second = DemoProcess.start(state, first.port()).awaitReady();

        assertThat(second.get("siegvo.localhost", "/")).contains("source de demain");
        second.process().destroy();
        second.process().waitFor();
    }

    @Test
    void says_in_one_sentence_that_its_port_is_taken() throws Exception {
        try (var taken = new ServerSocket(0)) {
            var refused = DemoProcess.start(folder.resolve("state"), taken.getLocalPort());
            assertThat(refused.process().waitFor()).isEqualTo(1);
            assertThat(refused.output()).contains("port " + taken.getLocalPort() + " is already in use");
        }
    }

    private static void showsItsPage(DemoProcess demonstration) throws Exception {
        assertThat(demonstration.get("localhost", "/"))
                .contains("SIEGVO", "Le Malesherbois", "iléo", "IT00024", "Clé de sécurité")
                .contains("http://ileo.localhost:" + demonstration.port())
                .contains("http://console.localhost:" + demonstration.port())
                .contains("operateur@exemple.fr", "otpauth://totp/Ondine");
        assertThat(demonstration.get("localhost", "/demo/factures/malesherbois/1.pdf"))
                .contains("application/pdf", "%PDF-");
        assertThat(demonstration.get("localhost", "/demo/mails?to=personne@exemple.fr"))
                .endsWith("[]");
        assertThat(demonstration.status("localhost", "/tableau-de-bord")).isEqualTo(404);
    }

    private static void leadsToFranceConnect(DemoProcess demonstration) throws Exception {
        assertThat(demonstration.get("localhost", "/")).contains("FranceConnect simulé", "Angela Claire Louise DUBOIS");
        assertThat(demonstration.get("malesherbois.localhost", "/connexion/franceconnect"))
                .startsWith("HTTP/1.1 302")
                .contains("/api/v2/authorize?response_type=code&client_id=demonstration-malesherbois");
        assertThat(demonstration.get("localhost", "/")).contains("Dominique PETIT");
        assertThat(demonstration.get("malesherbois.localhost", "/gestion/connexion/proconnect"))
                .startsWith("HTTP/1.1 302")
                .contains("client_id=demonstration-malesherbois", "siret");
        assertThat(demonstration.status("siegvo.localhost", "/connexion/franceconnect"))
                .isEqualTo(404);
    }

    private static void catchesMails(DemoProcess demonstration) throws Exception {
        var invited = demonstration.command(
                "invite", "--tenant", "siegvo", "--agreement", "20 1204 068", "--email", EMAIL, "--by", "Agent");
        assertThat(invited).as(demonstration.output()).isZero();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(demonstration.get("localhost", "/demo/mails?to=" + EMAIL))
                        .contains("http://siegvo.localhost:" + demonstration.port()));
    }

    private static void answersForItsUtilitiesOnly(DemoProcess demonstration) throws Exception {
        assertThat(demonstration.status("siegvo.localhost", "/actuator/health/readiness"))
                .isEqualTo(200);
        assertThat(demonstration.status("siegvo.localhost", "/demo/mails")).isNotEqualTo(200);
        assertThat(demonstration.status("elsewhere.localhost", "/")).isEqualTo(421);
        assertThat(demonstration.status("console.localhost", "/console/connexion"))
                .isEqualTo(200);
        assertThat(demonstration.status("127.0.0.1", "/")).isEqualTo(421);
    }
}
