package fr.ondine.platform.publications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.documents.StorageFull;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.platform.fleet.ImportOrder;
import fr.ondine.platform.fleet.TransferProgress;
import fr.ondine.platform.fleet.UtilityExport;
import fr.ondine.platform.fleet.UtilityImport;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.PortalConfiguration;
import fr.ondine.platform.staff.RoleMissing;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.Limits;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.InvalidConfiguration;
import fr.ondine.tenantconfig.Logo;
import fr.ondine.testing.Images;
import fr.ondine.testing.PlatformTest;
import fr.ondine.testing.ProvenStaff;
import fr.ondine.testing.Utilities;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Staff upload a logo; a configuration names it, and no other utility's can. */
@PlatformTest
class LogosTests {

    private static final byte[] WIDE = Images.png(480, 120);

    private final TenantId utility = fresh();

    @TempDir
    Path folder;

    @Autowired
    Logos logos;

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
    UtilityExport exports;

    @Autowired
    UtilityImport imports;

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
    void one_that_a_version_named_is_kept_and_shown_again_by_going_back() {
        var first = in(() -> logos.upload(anne(), "logo.png", WIDE));
        apply(first);
        var named = at(() -> configuration.inForce(anne())).version();
        var second = in(() -> logos.upload(anne(), "logo.jpg", Images.jpeg(480, 120)));
        apply(second);
        in(() -> database.sql("update published_file set uploaded_at = now() - interval '40 days'")
                .update());
        sweep.run();

        at(() -> configuration.rollBack(anne(), configuration.inForce(anne()).version(), named));
        tenants.refresh();

        assertThat(shown(utility).file().id()).isEqualTo(first);
        assertThat(at(() -> logos.find(first)).orElseThrow().bytes()).isEqualTo(WIDE);
    }

    @Test
    void another_utilitys_a_pdf_and_any_other_document_are_refused_at_their_line() {
        var theirs = TenantContext.callAs(
                Utilities.MALESHERBOIS, () -> logos.upload(administrator(Utilities.MALESHERBOIS), "logo.png", WIDE));
        var pdf = in(() -> files.upload(anne(), "x.pdf", "%PDF-1.7".getBytes(StandardCharsets.US_ASCII)));
        var other = in(() -> documents.store("x.png", "image/png", new ByteArrayInputStream(WIDE)))
                .value();

        for (var file : List.of(theirs, pdf, other, UUID.randomUUID())) {
            assertThat(at(() -> logos.find(file))).isEmpty();
            var refused = catchThrowableOfType(InvalidConfiguration.class, () -> apply(file));
            assertThat(refused.refusals()).singleElement().satisfies(refusal -> {
                assertThat(refusal.path()).isEqualTo("brand.logo.file");
                assertThat(refusal.line()).isEqualTo(lineOf(file));
                assertThat(refusal.code()).isEqualTo("logo-missing");
            });
        }
    }

    @Test
    void measures_that_are_not_the_files_are_refused_to_operators_too() {
        var logo = in(() -> logos.upload(anne(), "logo.png", Images.png(300, 300)));

        assertThatThrownBy(() -> fleet.configure(utility.slug(), yaml(logo), "operator:test", "essai"))
                .isInstanceOf(InvalidConfiguration.class)
                .hasMessageContaining("300 × 300 pixels");
    }

    @Test
    void a_new_utility_and_a_draft_have_no_logo_yet() {
        var logo = in(() -> logos.upload(anne(), "logo.png", WIDE));
        var fresh = fresh().slug();
        var yaml = named(Utilities.like(Utilities.SIEGVO, fresh), logo);

        assertThatThrownBy(() -> fleet.add(yaml, "operator:test")).isInstanceOf(InvalidConfiguration.class);
        fleet.draft(Utilities.like(Utilities.SIEGVO, fresh), "operator:test");
        assertThatThrownBy(() -> fleet.configure(fresh, yaml, "operator:test", "essai"))
                .isInstanceOf(InvalidConfiguration.class);
    }

    @Test
    void it_goes_with_its_utility() {
        var logo = in(() -> logos.upload(anne(), "logo.png", WIDE));
        apply(logo);
        var copy = fresh();

        var exported = exports.run(
                utility.slug(),
                folder.resolve("x.zip"),
                "une phrase assez longue",
                "operator:test",
                TransferProgress.SILENT);
        var order = new ImportOrder(
                Path.of(exported.file()),
                "une phrase assez longue",
                copy.slug(),
                List.of(copy + ".localhost"),
                false,
                "operator:test");
        imports.run(order, TransferProgress.SILENT);
        tenants.refresh();

        assertThat(shown(copy).file().id()).isEqualTo(logo);
        assertThat(TenantContext.callAs(copy, () -> logos.find(logo))
                        .orElseThrow()
                        .bytes())
                .isEqualTo(WIDE);
    }

    @Test
    void it_is_taken_from_who_administers_here_alone_and_while_there_is_room() {
        assertThatThrownBy(() -> in(() -> logos.upload(staff(utility, StaffRole.AGENT), "logo.png", WIDE)))
                .isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> TenantContext.callAs(Utilities.ILEO, () -> logos.upload(anne(), "logo.png", WIDE)))
                .isInstanceOf(RoleMissing.class);
        assertThatThrownBy(() -> in(() -> logos.upload(anne(), "logo.png", new byte[] {'G', 'I', 'F'})))
                .isInstanceOf(FileRefused.class);

        fleet.limit(utility.slug(), new Limits(100, 2, 5_000, 4), "operator:test");
        tenants.refresh();
        in(() -> files.upload(anne(), "x.pdf", Arrays.copyOf("%PDF-".getBytes(StandardCharsets.US_ASCII), 3_200_000)));
        assertThatThrownBy(() -> in(() -> logos.upload(anne(), "logo.png", WIDE)))
                .isInstanceOf(StorageFull.class);
    }

    @Test
    void it_is_no_document_to_download() {
        var logo = in(() -> logos.upload(anne(), "logo.png", WIDE));

        assertThat(at(() -> files.uploaded(anne(), logo)).map(DocumentContent::fileName))
                .isEmpty();
    }

    private void apply(UUID logo) {
        at(() -> {
            var now = configuration.inForce(anne());
            return configuration.apply(anne(), now.version(), named(now.yaml(), logo), "");
        });
        tenants.refresh();
    }

    private String yaml(UUID logo) {
        return named(Utilities.like(Utilities.SIEGVO, utility.slug()), logo);
    }

    private int lineOf(UUID logo) {
        var yaml = at(() -> named(configuration.inForce(anne()).yaml(), logo));
        return (int) yaml.substring(0, yaml.indexOf(logo.toString())).lines().count();
    }

    private static String named(String yaml, UUID logo) {
        return new ConfigurationEdit(yaml)
                .with("brand.logo.file", logo.toString())
                .with("brand.logo.width", 480)
                .with("brand.logo.height", 120)
                .yaml();
    }

    private Logo shown(TenantId tenant) {
        return Objects.requireNonNull(tenants.of(tenant).brand().logo());
    }

    private CurrentStaff anne() {
        return administrator(utility);
    }

    private static CurrentStaff administrator(TenantId tenant) {
        return staff(tenant, StaffRole.ADMINISTRATOR);
    }

    private static CurrentStaff staff(TenantId tenant, StaffRole role) {
        return ProvenStaff.of(tenant.slug(), UUID.randomUUID(), "anne@collectivite.fr", "Anne", role, 1);
    }

    private static TenantId fresh() {
        return new TenantId("l" + UUID.randomUUID().toString().replace("-", "").substring(0, 12));
    }

    private <T> T at(Supplier<T> work) {
        return TenantContext.callAs(utility, work::get);
    }

    private <T> T in(Supplier<T> work) {
        return at(() -> transaction.execute(status -> work.get()));
    }
}
