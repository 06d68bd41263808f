package fr.ondine.platform.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.tenancy.TenantClock;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantRedis;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.Utilities;
import fr.ondine.testing.services.Services;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;

/** A utility leaves for good only after two steps and a time of grace, and then nothing of it stays. */
@PlatformTest
@DirtiesContext // its clock is moved
class UtilityDeletionTests {

    private static final String ANNE = "operator:anne";

    private final String slug =
            "d" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
    private final TenantId tenant = new TenantId(slug);

    @Autowired
    Fleet fleet;

    @Autowired
    FleetDirectory directory;

    @Autowired
    UtilityDeletion deletion;

    @Autowired
    Tenants tenants;

    @Autowired
    TenantRedis redis;

    @Autowired
    StringRedisTemplate keys;

    @Autowired
    Documents documents;

    @Autowired
    TenantClock clock;

    @BeforeEach
    void a_utility_with_a_document_and_a_key() {
        fleet.add(yaml(slug), ANNE);
        TenantContext.runAs(tenant, () -> {
            documents.store("f.pdf", "application/pdf", new ByteArrayInputStream(new byte[] {1}));
            redis.put("note", "1", "kept", Duration.ofHours(1));
        });
    }

    @Test
    void it_is_refused_while_the_utility_is_in_use() {
        assertThatThrownBy(() -> deletion.ask(slug, "SIEGVO", ANNE))
                .isInstanceOf(DeletionRefused.class)
                .hasMessageContaining("not-archived");
        assertThatThrownBy(() -> deletion.delete(slug, "SIEGVO", ANNE))
                .isInstanceOf(DeletionRefused.class)
                .hasMessageContaining("not-asked-for");
    }

    @Test
    void it_is_refused_without_the_right_name() {
        fleet.archive(slug, ANNE, "left");

        assertThatThrownBy(() -> deletion.ask(slug, "siegvo", ANNE)).hasMessageContaining("wrong-name");
    }

    @Test
    void it_is_refused_before_the_time_of_grace_is_over_and_can_be_withdrawn() {
        fleet.archive(slug, ANNE, "left");
        deletion.ask(slug, "SIEGVO", ANNE);

        assertThatThrownBy(() -> deletion.delete(slug, "SIEGVO", ANNE)).hasMessageContaining("too-early");
        deletion.withdraw(slug, ANNE);
        clock.advance(Duration.ofDays(31));
        assertThatThrownBy(() -> deletion.delete(slug, "SIEGVO", ANNE)).hasMessageContaining("not-asked-for");
        assertThat(Files.exists(folder())).isTrue();
    }

    @Test
    void a_utility_that_is_opened_again_is_no_longer_to_be_deleted() {
        fleet.archive(slug, ANNE, "left");
        deletion.ask(slug, "SIEGVO", ANNE);

        assertThat(fleet.resume(slug, ANNE, "came back").deleteAfter()).isNull();
    }

    @Test
    void one_that_lives_where_this_server_cannot_look_is_kept_whole() {
        fleet.archive(slug, ANNE, "left");
        deletion.ask(slug, "SIEGVO", ANNE);
        clock.advance(Duration.ofDays(31));
        livesOn("far");

        assertThatThrownBy(() -> deletion.delete(slug, "SIEGVO", ANNE)).hasMessageContaining("unknown-cluster");

        assertThat(Files.exists(folder())).isTrue();
        livesOn("main");
        deletion.delete(slug, "SIEGVO", ANNE);
        assertThat(directory.find(slug)).isEmpty();
    }

    @Test
    void nothing_stays_of_it_but_what_was_done_to_it() {
        fleet.archive(slug, ANNE, "left");
        deletion.ask(slug, "SIEGVO", ANNE);
        clock.advance(Duration.ofDays(31));

        deletion.delete(slug, "SIEGVO", ANNE);

        assertThat(directory.find(slug)).isEmpty();
        assertThat(tenants.find(slug)).isEmpty();
        assertThat(Files.exists(folder())).isFalse();
        assertThat(keys.keys("t:" + slug + ":*")).isEmpty();
        assertThat(directory.acts(slug, 1)).extracting(AuditedAct::action).containsExactly("deleted");
        assertThat(fleet.add(yaml(slug), ANNE).slug())
                .as("its name is free again")
                .isEqualTo(slug);
    }

    private void livesOn(String cluster) {
        var registry = Services.shared().database();
        JdbcClient.create(
                        new DriverManagerDataSource(registry.url(), registry.ownerUsername(), registry.ownerPassword()))
                .sql("update platform.tenant set cluster = ? where slug = ?")
                .params(cluster, slug)
                .update();
    }

    private Path folder() {
        return Path.of("target/documents").resolve(slug);
    }

    private static String yaml(String slug) {
        return Utilities.like(Utilities.SIEGVO, slug);
    }
}
