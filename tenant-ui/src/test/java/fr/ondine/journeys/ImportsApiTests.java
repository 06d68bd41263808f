package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.provider.ApiCaller;
import fr.ondine.platform.provider.ClientKind;
import fr.ondine.platform.provider.ClientScope;
import fr.ondine.platform.provider.ClientWish;
import fr.ondine.platform.provider.ProviderLimits;
import fr.ondine.platform.tenancy.TenantContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the billing software of a utility brings in by a program: all of it or nothing. */
class ImportsApiTests extends ProviderPortal {

    private static final String HEADER = "reference;nature;nom\n";

    @Autowired
    ProviderLimits limits;

    private Program program;
    private String token;
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void a_program_that_may_import() {
        program = register(
                HERE, new ClientWish("X", ClientKind.MACHINE, Set.of(ClientScope.IMPORTS_WRITE), List.of(), null));
        token = Program.text(
                program.token(Map.of("grant_type", "client_credentials", "scope", "imports:write")), "access_token");
    }

    @Test
    void a_file_is_taken_whole_and_the_same_again_changes_nothing() {
        var file = zip(HEADER + mark + ";particulier;Petit\n");

        var taken = send(file);
        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(json(taken).at("/files/0/added").asInt()).isEqualTo(1);
        var again = send(file);
        assertThat(json(again).at("/files/0/added").asInt()).isZero();
        assertThat(json(again).at("/files/0/changed").asInt()).isZero();
        assertThat(known()).isEqualTo("1");
        assertThat(one(
                        HERE,
                        "select count(*) from audit_entry where action = 'imports.sent' and actor = 'client:" + id()
                                + "'"))
                .isEqualTo("2");
    }

    @Test
    void one_fault_and_nothing_is_taken_and_each_is_told_with_its_place() {
        var refused = send(zip(HEADER + mark + ";particulier;Petit\n" + mark + "b;robot;Petit\n"));

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(json(refused).get("type").asString()).isEqualTo("urn:ondine:problem:import-refused");
        assertThat(json(refused).at("/errors/0/line").asInt()).isEqualTo(3);
        assertThat(json(refused).at("/errors/0/column").asString()).isEqualTo("nature");
        var document = Program.json(new RawHttp(port).get(program.host(), "/api/v1/openapi.json"));
        Described.assertIs(document, json(refused), "#/components/schemas/ImportRefused", "refused");
        assertThat(known()).isEqualTo("0");
        assertThat(send("no zip".getBytes(StandardCharsets.UTF_8)).status()).isEqualTo(422);
        assertThat(one(HERE, "select state from import_run order by started_at desc limit 1"))
                .isEqualTo("REFUSED");
    }

    @Test
    void what_is_too_large_is_refused_whether_it_says_so_or_not() {
        var large = new byte[DeskPortal.LARGEST_SENT + 1];

        for (var refused : List.of(
                send(large), HttpBytes.postChunked(port, program.host(), "/api/v1/imports", large, headers(token)))) {
            assertThat(refused.status()).as(refused.text()).isEqualTo(413);
            assertThat(refused.text()).contains("urn:ondine:problem:sent-too-large");
        }
    }

    @Test
    void another_scope_another_type_and_too_many_are_refused() {
        assertThat(send(access(machine(HERE)), new byte[0], "application/zip").status())
                .isEqualTo(403);
        assertThat(send(token, new byte[0], "text/plain").status()).isEqualTo(415);
        TenantContext.runAs(HERE, () -> {
            for (var one = 0; one < 12; one++) {
                limits.takeImport(new ApiCaller(HERE.slug(), UUID.fromString(id()), null, Set.of()));
            }
        });

        var refused = send(zip(HEADER + mark + ";particulier;Petit\n"));

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.head()).contains("Retry-After: ", "\"imports\";q=12;w=3600");
        assertThat(known()).isEqualTo("0");
    }

    @Test
    void each_import_says_how_many_are_left_of_both_limits_whether_it_is_taken_or_not() {
        var taken = send(zip(HEADER + mark + ";particulier;Petit\n"));
        var refused = send(zip(HEADER + mark + "b;robot;Petit\n"));

        assertThat(taken.status()).as(taken.text()).isEqualTo(200);
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        for (var answer : List.of(taken, refused)) {
            assertThat(answer.head().lines())
                    .contains("RateLimit-Policy: \"program\";q=600;w=60", "RateLimit-Policy: \"imports\";q=12;w=3600");
        }
        assertThat(taken.head().lines()).contains("RateLimit: \"imports\";r=11;t=3600");
        assertThat(refused.head().lines()).contains("RateLimit: \"imports\";r=10;t=3600");
    }

    private String id() {
        return one(HERE, "select id from provider_client where client_id = '" + program.clientId() + "'");
    }

    private String known() {
        return one(HERE, "select count(*) from customer where reference like '" + mark + "%'");
    }

    private HttpBytes send(byte[] file) {
        return send(token, file, "application/zip");
    }

    private HttpBytes send(String by, byte[] file, String type) {
        return HttpBytes.post(
                port,
                program.host(),
                "/api/v1/imports",
                file,
                List.of("Authorization: Bearer " + by, "Content-Type: " + type));
    }

    private static List<String> headers(String by) {
        return List.of("Authorization: Bearer " + by, "Content-Type: application/zip");
    }

    private static JsonNode json(HttpBytes answer) {
        return JsonMapper.shared().readTree(answer.text());
    }

    private static byte[] zip(String holders) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("titulaires.csv"));
            zip.write(holders.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new java.io.UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
