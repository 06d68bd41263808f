package fr.ondine.platform.publications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.documents.DocumentId;
import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.documents.StorageFull;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.PortalConfiguration;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.Limits;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Utilities;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Staff upload what all subscribers may download; it is offered while the configuration lists it, and nothing else is. */
@PlatformTest
class PublishedFilesTests {

    private static final byte[] RULES = "%PDF-1.7 le règlement".getBytes(StandardCharsets.UTF_8);

    private final TenantId utility =
            new TenantId("d" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));

    @Autowired
    PublishedFiles files;

    @Autowired
    PortalConfiguration configuration;

    @Autowired
    Documents documents;

    @Autowired
    Tenants tenants;

    @Autowired
    Fleet fleet;

    @Autowired
    SweepUploads sweep;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void a_utility() {
        fleet.add(Utilities.like(Utilities.SIEGVO, utility.slug()), "operator:test");
    }

    @Test
    void a_file_is_offered_from_when_it_is_listed_until_it_is_no_more() {
        var anne = with(StaffRole.ADMINISTRATOR);
        at(() -> {
            var id = files.upload(anne, "reglement.pdf", RULES);
            assertThat(files.offered(id)).as("not listed yet").isEmpty();
            assertThat(files.uploaded(anne, id)).isPresent();

            var before = configuration.inForce(anne);
            list(anne, id);
            assertThat(files.offered(id))
                    .get()
                    .extracting(DocumentContent::bytes)
                    .isEqualTo(RULES);

            configuration.rollBack(anne, configuration.inForce(anne).version(), before.version());
            tenants.refresh();
            return assertThat(files.offered(id)).isEmpty();
        });
    }

    @Test
    void what_was_not_uploaded_here_is_not_offered_even_when_it_is_listed() {
        var anne = with(StaffRole.ADMINISTRATOR);
        at(() -> {
            var invoice = documents
                    .store("facture.pdf", DocumentContent.PDF, new ByteArrayInputStream(RULES))
                    .value();
            list(anne, invoice);
            assertThat(documents.content(new DocumentId(invoice)).bytes()).isEqualTo(RULES);
            return assertThat(files.offered(invoice)).isEmpty();
        });
    }

    @Test
    void only_a_pdf_of_a_reasonable_size_is_taken_and_only_from_who_administers_here() {
        var anne = with(StaffRole.ADMINISTRATOR);
        at(() -> {
            assertThatThrownBy(() -> files.upload(anne, "x.pdf", "MZ".getBytes(StandardCharsets.US_ASCII)))
                    .isInstanceOf(FileRefused.class)
                    .hasMessageContaining("not-a-pdf");
            assertThatThrownBy(() -> files.upload(anne, "x.pdf", new byte[PublishedFiles.MOST_BYTES + 1]))
                    .hasMessageContaining("too-large");
            assertThatThrownBy(() -> files.upload(with(StaffRole.AGENT), "x.pdf", RULES))
                    .isInstanceOf(RoleMissing.class);
            return null;
        });
        TenantContext.callAs(
                Utilities.MALESHERBOIS,
                () -> assertThatThrownBy(() -> files.upload(anne, "x.pdf", RULES))
                        .isInstanceOf(RoleMissing.class));
    }

    @Test
    void nothing_is_taken_in_when_all_the_room_is_used() {
        fleet.limit(utility.slug(), new Limits(100, 2, 5_000, 4), "operator:test");
        tenants.refresh();
        var anne = with(StaffRole.ADMINISTRATOR);
        at(() -> {
            files.upload(anne, "plan.pdf", Arrays.copyOf(RULES, 3_200_000));
            return assertThatThrownBy(() -> files.upload(anne, "reglement.pdf", RULES))
                    .isInstanceOf(StorageFull.class);
        });
    }

    @Test
    void a_file_that_was_never_listed_goes_after_thirty_days_and_one_that_ever_was_stays() {
        var anne = with(StaffRole.ADMINISTRATOR);
        var never = at(() -> files.upload(anne, "essai.pdf", RULES));
        var fresh = at(() -> files.upload(anne, "demain.pdf", RULES));
        var once = at(() -> files.upload(anne, "reglement.pdf", RULES));
        at(() -> {
            var before = configuration.inForce(anne);
            list(anne, once);
            return configuration.rollBack(anne, configuration.inForce(anne).version(), before.version());
        });
        uploadedDaysAgo(31, never, once);
        uploadedDaysAgo(29, fresh);

        sweep.run();

        at(() -> {
            assertThat(files.uploaded(anne, never)).isEmpty();
            assertThat(files.uploaded(anne, fresh)).isPresent();
            assertThat(files.uploaded(anne, once)).as("a version lists it").isPresent();
            assertThatThrownBy(() -> documents.content(new DocumentId(never))).isInstanceOf(UncheckedIOException.class);
            return assertThat(documents.content(new DocumentId(once)).bytes()).isEqualTo(RULES);
        });
        assertThat(sweep.every()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void another_document_of_the_utility_is_never_swept() {
        var invoice = at(() -> documents.store("facture.pdf", DocumentContent.PDF, new ByteArrayInputStream(RULES)));
        at(() ->
                transaction.execute(status -> database.sql("update document set stored_at = now() - interval '9 years'")
                        .update()));

        sweep.run();

        assertThat(at(() -> documents.content(invoice)).bytes()).isEqualTo(RULES);
    }

    private void uploadedDaysAgo(int days, UUID... ids) {
        for (var id : ids) {
            at(() -> transaction.execute(status -> database.sql(
                            "update published_file set uploaded_at = now() - make_interval(days => ?) where document_id = ?")
                    .params(days, id)
                    .update()));
        }
    }

    private void list(CurrentStaff who, UUID id) {
        var now = configuration.inForce(who);
        var yaml = new ConfigurationEdit(now.yaml())
                .with("downloads", List.of(Map.of("title", "Règlement du service", "file", id.toString())))
                .yaml();
        configuration.apply(who, now.version(), yaml, "");
        tenants.refresh();
    }

    private CurrentStaff with(StaffRole role) {
        return ProvenStaff.of(utility.slug(), UUID.randomUUID(), "anne@collectivite.fr", "Anne", role, 1);
    }

    private <T> T at(Supplier<T> work) {
        return TenantContext.callAs(utility, work::get);
    }
}
