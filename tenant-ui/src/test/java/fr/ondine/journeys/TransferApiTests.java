package fr.ondine.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.fleet.FleetDirectory;
import fr.ondine.platform.operators.KeyWish;
import fr.ondine.platform.operators.OperatorKeys;
import fr.ondine.platform.operators.Permission;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.TestOperators;
import fr.ondine.testing.Utilities;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program takes a whole utility away in one file and brings it in again; every way in which it cannot. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(OutputCaptureExtension.class)
class TransferApiTests extends DeskPortal {

    private static final String ALL = "/api/operator/v1/utilities";
    private static final String PASSPHRASE = "hérons cendrés du matin";
    private static final int LARGE = 1 << 20;
    private static final String LINES = "Accept: application/x-ndjson";

    @LocalServerPort
    int port;

    @Autowired
    BeanFactory beans;

    @Autowired
    OperatorKeys keys;

    @Autowired
    Fleet fleet;

    @Autowired
    FleetDirectory directory;

    @Autowired
    Documents documents;

    private final String slug = fresh();
    private final long begun = System.currentTimeMillis();
    private String administering;
    private String operating;
    private byte[] export;

    @BeforeAll
    void a_utility_and_its_export() {
        var anne = new TestOperators(beans).signedIn(Permission.ADMINISTER);
        administering = key(anne, Permission.ADMINISTER);
        operating = key(anne, Permission.OPERATE);
        fleet.add(yaml(slug), "operator:test");
        keepADocument(slug);
        var fetched = fetch(slug, PASSPHRASE);
        assertThat(fetched.status()).as(fetched.head() + fetched.text()).isEqualTo(200);
        assertThat(fetched.head())
                .contains("application/zip", "attachment; filename=\"" + slug + "-")
                .contains("no-store");
        export = fetched.body();
    }

    /** Other tests may be importing beside this one, so that what is theirs is waited for. */
    @AfterEach
    void no_file_is_left() {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
                assertThat(files.filter(file -> file.getFileName().toString().startsWith("ondine-import-"))
                                .filter(file -> file.toFile().lastModified() >= begun))
                        .isEmpty();
            }
        });
    }

    @Test
    void a_utility_comes_again_from_its_export_under_another_name(CapturedOutput log) {
        var here = fresh();

        var taken = take(export, "?as=" + here + "&host=" + here + ".localhost", PASSPHRASE);

        assertThat(taken.status()).as(taken.text()).isEqualTo(201);
        assertThat(taken.head()).contains("Location: " + ALL + "/" + here);
        assertThat(json(taken.text()).at("/utility/state").asString()).isEqualTo("READY");
        assertThat(json(taken.text()).get("rows").asLong()).isPositive();
        assertThat(json(taken.text()).get("documents").asLong()).isOne();
        assertThat(new RawHttp(port).get(here + ".localhost", "/").status()).isEqualTo(200);
        assertThat(directory.acts(here, 9).getLast()).satisfies(act -> {
            assertThat(act.action()).isEqualTo("imported");
            assertThat(act.actor()).endsWith("key:ADMINISTER");
        });
        assertThat(directory.acts(slug, 9))
                .anySatisfy(act -> assertThat(act.action()).isEqualTo("exported"));
        assertThat(log.getAll()).doesNotContain(PASSPHRASE);
    }

    @Test
    void how_far_it_has_come_is_told_line_by_line() {
        var here = fresh();

        var taken = take(export, "?as=" + here + "&host=" + here + ".localhost", PASSPHRASE, LINES);

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.head()).contains("application/x-ndjson");
        var lines = taken.text().lines().map(TransferApiTests::json).toList();
        assertThat(lines.getFirst().get("step").asString()).isEqualTo("received");
        assertThat(lines.getFirst().get("done").asLong()).isEqualTo(export.length);
        assertThat(lines).hasSizeGreaterThan(10);
        assertThat(lines.getLast().at("/report/utility/slug").asString()).isEqualTo(here);
    }

    @Test
    void a_refusal_on_the_way_is_the_last_line() {
        var taken = take(export, "", "une autre phrase assez longue", LINES);

        var last = json(taken.text().lines().toList().getLast());
        assertThat(last.at("/problem/type").asString()).isEqualTo("urn:ondine:problem:transfer-wrong-passphrase");
        assertThat(last.at("/problem/status").asInt()).isEqualTo(422);
    }

    @Test
    void an_export_is_refused_before_its_first_byte() {
        assertProblem(fetch(slug, "trop court"), 422, "transfer-passphrase-short");
        assertProblem(fetch("nobody", PASSPHRASE), 404, "unknown-utility");
        var draft = fresh();
        fleet.draft(yaml(draft), "operator:test");
        assertProblem(fetch(draft, PASSPHRASE), 409, "transfer-nothing-to-export");
        assertProblem(
                post("/" + slug + "/export", operating, new byte[0], passphrase(PASSPHRASE)),
                403,
                "permission-missing");
        assertThat(post("/" + slug + "/export", administering, new byte[0]).status())
                .isEqualTo(400);
        assertThat(post("/" + slug + "/export", administering, new byte[0], "Ondine-Passphrase: -")
                        .status())
                .isEqualTo(400);
        assertThat(directory.acts(draft, 9)).extracting(act -> act.action()).doesNotContain("exported");
    }

    @Test
    void what_is_no_export_of_a_utility_that_is_new_here_is_not_taken() {
        assertProblem(take(export, "", PASSPHRASE), 409, "transfer-slug-taken");
        assertProblem(take(export, "?as=" + fresh(), PASSPHRASE), 422, "invalid-configuration"); // its host is taken
        assertProblem(take(export, "", "une autre phrase assez longue"), 422, "transfer-wrong-passphrase");
        assertProblem(take(Arrays.copyOf(export, export.length / 2), "", PASSPHRASE), 422, "transfer-not-whole");
        assertProblem(take(new byte[] {'x'}, "", PASSPHRASE), 422, "transfer-not-whole");
        assertProblem(
                post("/import", operating, export, "Content-Type: application/zip", passphrase(PASSPHRASE)),
                403,
                "permission-missing");
        assertThat(post("/import", administering, export, passphrase(PASSPHRASE))
                        .status())
                .isEqualTo(415);
    }

    @Test
    void a_file_that_is_too_large_is_not_taken() {
        assertProblem(take(new byte[LARGEST_IMPORT + 1], "", PASSPHRASE), 413, "transfer-too-large");
        assertProblem(take(new byte[LARGEST_IMPORT], "", PASSPHRASE), 422, "transfer-not-whole");
    }

    @Test
    void an_export_that_breaks_off_does_not_look_whole() throws IOException {
        var broken = fresh();
        fleet.add(yaml(broken), "operator:test");
        keepADocument(broken, LARGE);
        keepADocument(broken);
        loseSmallDocuments(broken);

        var fetched = fetch(broken, PASSPHRASE);

        assertThat(fetched.status()).as("too late for another").isEqualTo(200);
        assertThat(fetched.body()).hasSizeGreaterThan(LARGE / 2);
        assertThat(fetched.isWhole()).as(fetched.head()).isFalse();
        assertThat(fetched.text()).doesNotContain("document-damaged");
        assertThat(directory.acts(broken, 2))
                .extracting(act -> act.action())
                .containsExactly("export broken off", "exported");
    }

    private void keepADocument(String utility) {
        keepADocument(utility, 9);
    }

    private void keepADocument(String utility, int bytes) {
        TenantContext.callAs(
                new TenantId(utility),
                () -> documents.store("a.pdf", DocumentContent.PDF, new ByteArrayInputStream(new byte[bytes])));
    }

    private static void loseSmallDocuments(String utility) throws IOException {
        try (var files = Files.walk(Path.of("target", "documents", utility))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                if (Files.size(file) < LARGE / 2) {
                    Files.delete(file);
                }
            }
        }
    }

    private HttpBytes fetch(String utility, String passphrase) {
        return post("/" + utility + "/export", administering, new byte[0], passphrase(passphrase));
    }

    private HttpBytes take(byte[] file, String query, String passphrase, String... headers) {
        var all = Stream.concat(Stream.of("Content-Type: application/zip", passphrase(passphrase)), Stream.of(headers));
        return post("/import" + query, administering, file, all.toArray(String[]::new));
    }

    private HttpBytes post(String path, String key, byte[] body, String... headers) {
        var all = Stream.concat(Stream.of("Authorization: Bearer " + key), Stream.of(headers));
        return HttpBytes.post(port, "console.localhost", ALL + path, body, all.toList());
    }

    private static String passphrase(String text) {
        return "Ondine-Passphrase: " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertProblem(HttpBytes answer, int status, String... names) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.head()).contains("application/problem+json").doesNotContain("Content-Disposition");
        assertThat(json(answer.text()).get("type").asString().replace("urn:ondine:problem:", ""))
                .isIn(List.of(names));
    }

    private String key(fr.ondine.platform.operators.CurrentOperator who, Permission permission) {
        return keys.create(who, new KeyWish(permission.name(), permission, Duration.ofDays(1)), TestOperators.PASSWORD);
    }

    private static JsonNode json(String text) {
        return JsonMapper.shared().readTree(text);
    }

    private static String fresh() {
        return "q" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    }

    private static String yaml(String slug) {
        return Utilities.like(Utilities.SIEGVO, slug);
    }
}
