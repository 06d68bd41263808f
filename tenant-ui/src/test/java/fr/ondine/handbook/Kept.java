package fr.ondine.handbook;

import fr.ondine.migrations.OndineDatabase;
import fr.ondine.platform.documents.DocumentId;
import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a utility has that must not be lost: so many rows of each kind, each document, and the work that waits. */
record Kept(Map<String, Long> rows, Map<UUID, String> documents, Set<String> jobs) {

    private static final Set<String> TABLES = Set.of(
            "agreement", "customer", "reading", "invoice", "invoice_line", "posting", "document", "staff_member");

    /** A moment that no test lives to see. */
    static final String FAR = "2099-01-01";

    static Kept of(String slug, Installation installation) {
        return TenantContext.callAs(
                new TenantId(slug),
                () -> new Kept(
                        TABLES.stream()
                                .collect(Collectors.toMap(Function.identity(), table -> count(table, installation))),
                        documents(installation),
                        jobs(slug, installation)));
    }

    private static long count(String table, Installation installation) {
        return inTransaction(
                installation,
                client -> client.sql("select count(*) from " + table)
                        .query(Long.class)
                        .single());
    }

    private static Map<UUID, String> documents(Installation installation) {
        var all = new TreeMap<UUID, String>();
        for (var id : inTransaction(
                installation,
                client ->
                        client.sql("select id from document").query(UUID.class).list())) {
            var content = installation.bean(Documents.class).content(new DocumentId(id));
            all.put(id, HexFormat.of().formatHex(content.bytes()));
        }
        return all;
    }

    private static <T> T inTransaction(Installation installation, Function<JdbcClient, T> work) {
        return installation
                .bean(TransactionTemplate.class)
                .execute(status -> work.apply(installation.bean(JdbcClient.class)));
    }

    /** What waits for longer than the test: the rest is being done meanwhile. */
    private static Set<String> jobs(String slug, Installation installation) {
        var jobs = new TreeSet<String>();
        try (var snapshot = installation.bean(OndineDatabase.class).transfers().snapshot(slug)) {
            snapshot.jobs(line -> Stream.of(new String(line, StandardCharsets.UTF_8))
                    .filter(job -> job.contains(FAR))
                    .forEach(jobs::add));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return jobs;
    }
}
