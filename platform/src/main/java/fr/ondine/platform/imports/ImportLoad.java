package fr.ondine.platform.imports;

import fr.ondine.platform.tenancy.Tenants;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** One import in one transaction: stage, check, merge; a single refusal undoes all of it. */
@Component
class ImportLoad {

    private final JdbcClient database;
    private final Clock clock;
    private final ImportLimits limits;
    private final Staging staging;
    private final Rules rules;
    private final Merge merge;
    private final TariffMerge tariffs;
    private final Originals originals;
    private final ImportRuns runs;
    private final Tenants tenants;

    ImportLoad(
            JdbcClient database,
            Clock clock,
            ImportLimits limits,
            Staging staging,
            Rules rules,
            Merge merge,
            TariffMerge tariffs,
            Originals originals,
            ImportRuns runs,
            Tenants tenants) {
        this.database = database;
        this.clock = clock;
        this.limits = limits;
        this.staging = staging;
        this.rules = rules;
        this.merge = merge;
        this.tariffs = tariffs;
        this.originals = originals;
        this.runs = runs;
        this.tenants = tenants;
    }

    @Transactional
    ImportReport load(UUID run, Path zip) {
        begin(run);
        var counts = new Counts();
        var refusals = new Refusals(new Phrases(tenants.language()));
        var knownOn = LocalDate.now(clock);
        try (var archive = Archive.open(zip, limits)) {
            var sheets = staging.sheets();
            archive.check(sheets, refusals);
            if (refusals.isEmpty()) {
                staging.load(archive, sheets, counts, refusals);
            }
            if (refusals.isEmpty()) {
                knownOn = extractedOn(knownOn);
                take(archive, sheets, counts, refusals);
            }
        } catch (Refused why) {
            refusals.add(String.valueOf(zip.getFileName()), 0, "", "", why);
        }
        var report = new ImportReport(
                run,
                String.valueOf(zip.getFileName()),
                refusals.isEmpty(),
                tenants.language(),
                knownOn,
                counts.all(),
                refusals.kept(),
                refusals.count());
        if (report.accepted()) {
            runs.end(report);
        } else {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
        }
        return report;
    }

    private void begin(UUID run) {
        var free = database.sql("select pg_try_advisory_xact_lock(hashtextextended(current_schema() || ' import', 0))")
                .query(Boolean.class)
                .single();
        if (!free) {
            throw new ImportAlreadyRunning();
        }
        // a page must answer within a minute, a file may take an hour
        database.sql("set local statement_timeout = 0").update();
        if (limits.rest() > 0) {
            // the server's other cores are for those who read meanwhile
            database.sql("set local max_parallel_workers_per_gather = 0").update();
        }
        // whoever was killed could not say so, and holds the lock no more
        database.sql("update import_run set state = 'FAILED' where state = 'RUNNING' and id <> :run")
                .param("run", run)
                .update();
    }

    private void take(Archive archive, List<Sheet> sheets, Counts counts, Refusals refusals) {
        var breaches = new Breaches();
        rules.checkKeys(sheets, breaches);
        if (breaches.isEmpty()) {
            merge.prepare();
            rules.check(breaches);
        }
        if (breaches.isEmpty()) {
            merge.run(counts);
            tariffs.take(extractedOn(LocalDate.now(clock)), counts, refusals);
            originals.take(archive, refusals);
        } else {
            breaches.tell(new Quotation(archive, sheets), refusals);
        }
    }

    private LocalDate extractedOn(LocalDate today) {
        return database.sql("select max(extracted_on) from stage_extraction")
                .query(LocalDate.class)
                .optional()
                .orElse(today);
    }
}
