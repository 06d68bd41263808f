package fr.ondine.platform.fleet;

import fr.ondine.demo.data.DemoSample;
import fr.ondine.demo.data.DemoUtility;
import fr.ondine.migrations.OndineDatabase;
import fr.ondine.migrations.TenantTable;
import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.testing.Utilities;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/** A utility like SIEGVO with its well-known subscribers, and what a test looks at on both platforms. */
record TransferScene(TenantId tenant) {

    static final String ANNE = "operator:anne";
    static final String PASSPHRASE = "une phrase assez longue";

    static TransferScene prepare(Fleet fleet, Imports imports) {
        var slug = "x" + UUID.randomUUID().toString().replace("-", "").substring(0, 12);
        fleet.add(yaml(slug), ANNE);
        DemoSample.load(imports, DemoUtility.SIEGVO, new TenantId(slug), LocalDate.of(2026, 11, 23));
        return new TransferScene(new TenantId(slug));
    }

    static String yaml(String slug) {
        return Utilities.like(Utilities.SIEGVO, slug);
    }

    String slug() {
        return tenant.slug();
    }

    /** Every row of every table, but for what the vault of each platform seals in its own way. */
    static Map<String, List<String>> rows(OndineDatabase database, String slug) throws IOException {
        var all = new TreeMap<String, List<String>>();
        try (var snapshot = database.transfers().snapshot(slug)) {
            for (var table : snapshot.tables()) {
                var rows = new ArrayList<String>();
                snapshot.read(open(table), line -> rows.add(new String(line, StandardCharsets.UTF_8)));
                rows.sort(null);
                all.put(table.name(), rows);
            }
        }
        return all;
    }

    /** Every file of a utility's documents with what is in it. */
    static Map<String, String> files(String documents, String slug) throws IOException {
        var folder = Path.of(documents, slug);
        var all = new TreeMap<String, String>();
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.put("" + folder.relativize(file), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return all;
    }

    static List<String> jobs(OndineDatabase database, String slug) throws IOException {
        var jobs = new ArrayList<String>();
        try (var snapshot = database.transfers().snapshot(slug)) {
            snapshot.jobs(line -> jobs.add(new String(line, StandardCharsets.UTF_8)));
        }
        return jobs;
    }

    private static TenantTable open(TenantTable table) {
        var sealed = SealedColumn.of(table);
        var columns = table.columns().stream()
                .filter(column -> sealed.stream()
                        .filter(one -> one.kind() == SealedColumn.Kind.VAULT)
                        .noneMatch(one -> one.name().equals(column) || Objects.equals(one.mac(), column)))
                .toList();
        return new TenantTable(table.name(), columns);
    }
}
