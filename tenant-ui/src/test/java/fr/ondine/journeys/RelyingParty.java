package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** An independent program tries the provider: {@code ./ondine test-peers}, which brings it; no run of all tests does. */
class RelyingParty extends ProviderPortal {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void does_with_the_provider_what_the_standards_say() throws Exception {
        var key = key();
        var application = application(HERE);
        var machine = machine(HERE, key);
        machine(THERE);
        var told = Map.of(
                "here", application.issuer(),
                "there", "http://" + host(THERE),
                "back", Program.BACK,
                "cookie", session(HERE, subscriber(HERE)),
                "application", Map.of("id", application.clientId(), "secret", application.secret()),
                "machine", Map.of("id", machine.clientId(), "key", key.toJSONObject()));
        var process = new ProcessBuilder("node", "relying-party.mjs")
                .directory(Path.of(System.getenv("ONDINE_PEERS")).toFile())
                .redirectErrorStream(true);
        process.environment().put("ONDINE_PEER", JSON.writeValueAsString(told));

        var running = process.start();
        var said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        System.out.println(said);
        assertThat(running.waitFor()).as(said).isZero();
        assertThat(said.lines().filter(line -> line.startsWith("ok ")).count()).isEqualTo(9);
        assertThat(List.of(said.split("\n"))).noneMatch(line -> line.contains("not ok"));
    }
}
