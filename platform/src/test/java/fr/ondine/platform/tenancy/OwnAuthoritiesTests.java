package fr.ondine.platform.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.testing.services.FreePorts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that an authority of one's own signed are spoken to by who was told of it, and by nobody else. */
class OwnAuthoritiesTests {

    private static final String FULL = "?sslmode=verify-full";

    @TempDir
    private static Path folder;

    private static SignedServers servers;

    @BeforeAll
    static void an_authority_of_our_own() throws Exception {
        servers = SignedServers.in(folder);
    }

    @Test
    void who_was_told_of_the_authority_believes_it_and_nobody_else_does() throws IOException {
        try (var postgres = postgres();
                var redis = new ProvingServer(servers.context());
                var mail = new ProvingServer(servers.context());
                var bucket = new ProvingServer(servers.context());
                var provider = new ProvingServer(servers.context())) {
            var byName = "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres" + FULL;
            var byAnotherName = byName.replace("localhost", "127.0.0.1");
            var withAFileOfItsOwn = byName + "&sslrootcert=" + servers.authority();
            var addresses = List.of(byName, byAnotherName, withAFileOfItsOwn);
            var others = List.of(redis, mail, bucket, provider);
            var ports = others.stream().map(ProvingServer::port).toList();

            var untold = Caller.call(addresses, ports);
            assertThat(untold).containsExactlyElementsOf(reached(withAFileOfItsOwn));
            assertThat(others).noneMatch(ProvingServer::isBelieved);

            var told = Caller.call(addresses, ports, "--ondine.tls.authorities=" + servers.authority());
            assertThat(told).containsExactlyElementsOf(reached(byName, withAFileOfItsOwn));
            assertThat(others).allMatch(ProvingServer::isBelieved);
        }
    }

    private static List<String> reached(String... addresses) {
        var inEachWay = Stream.of(addresses)
                .flatMap(address -> Stream.of("pool", "owner", "cluster").map(way -> way + " at " + address));
        return Stream.concat(Stream.of(Caller.WHOEVER_WAS_BEFORE), inEachWay).toList();
    }

    private static EmbeddedPostgres postgres() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(FreePorts.one())
                .setServerConfig("fsync", "off")
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_cert_file", servers.certificate().toString())
                .setServerConfig("ssl_key_file", servers.key().toString())
                .start();
    }

    @Test
    void an_address_that_asks_for_no_proof_or_has_files_of_its_own_stays_as_it_is() {
        var address = "jdbc:postgresql://db/ondine";
        assertThat(Stream.of("", "?sslmode=require", "?sslmode=no-mode", FULL + "&sslrootcert=/ca.crt")
                        .map(rest -> ServerProof.properties(address + rest)))
                .allSatisfy(properties -> assertThat(properties).isEmpty());
        assertThat(Stream.of(FULL, "?sslmode=verify-ca", "?ssl=true")
                        .map(rest -> ServerProof.properties(address + rest)))
                .allSatisfy(properties -> assertThat(properties).containsOnlyKeys("sslfactory"));
    }

    @Test
    void a_file_that_holds_no_certificate_is_refused() throws IOException {
        var empty = Files.writeString(folder.resolve("empty.pem"), "nothing\n");
        for (var file : List.of(empty, folder, folder.resolve("nowhere.pem"))) {
            assertThatThrownBy(() -> new TlsSettings(file))
                    .hasMessage("ondine.tls.authorities must be a file of certificates (PEM)");
        }
        assertThat(new TlsSettings(servers.authority()).certificates()).hasSize(1);
    }
}
