package fr.ondine.platform.publications;

import fr.ondine.platform.fleet.FleetDirectory;
import fr.ondine.platform.tenancy.RecurringJob;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Deletes the uploads that no version of a configuration ever listed, which take a utility's room for nothing. */
@Component
class SweepUploads implements RecurringJob {

    private static final Logger LOG = LoggerFactory.getLogger(SweepUploads.class);

    private final FleetDirectory directory;
    private final UnlistedFiles files;
    private final PublicationSettings settings;

    SweepUploads(FleetDirectory directory, UnlistedFiles files, PublicationSettings settings) {
        this.directory = directory;
        this.files = files;
        this.settings = settings;
    }

    @Override
    public String name() {
        return "sweep-uploads";
    }

    @Override
    public Duration every() {
        return settings.sweepEvery();
    }

    /** One utility after the other; what fails for one is tried again the next day. */
    @Override
    public void run() {
        directory.withData().forEach(this::sweep);
    }

    private void sweep(String slug) {
        try {
            var tenant = new TenantId(slug);
            for (var id : TenantContext.callAs(tenant, files::old)) {
                if (!directory.everConfigured(slug, id.toString())) {
                    TenantContext.runAs(tenant, () -> files.delete(id));
                }
            }
        } catch (DataAccessException | TransactionException | UncheckedIOException failed) {
            LOG.warn("the unlisted files of {} were not deleted: {}", slug, failed.getMessage());
        }
    }
}
