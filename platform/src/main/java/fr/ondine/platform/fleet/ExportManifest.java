package fr.ondine.platform.fleet;

import fr.ondine.migrations.TenantTable;
import fr.ondine.migrations.UtilityPast.Limits;
import fr.ondine.migrations.UtilityState;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table of contents of an export, its {@code manifest.json}.
 *
 * @param format the version of the file's form
 * @param state the state of the utility when it was exported
 * @param changeSets what its schema has received, each with the digest of its text
 * @param salt what its passphrase is mixed with
 * @param check tells whether a passphrase is the right one
 * @param sha256 the digest of every other entry
 */
record ExportManifest(
        int format,
        String slug,
        String name,
        List<String> hosts,
        UtilityState state,
        Instant exportedAt,
        List<String> changeSets,
        String fingerprint,
        Limits limits,
        List<Past> history,
        String salt,
        String check,
        List<Table> tables,
        long documents,
        long jobs,
        Map<String, String> sha256) {

    static final int FORMAT = 1;
    private static final Pattern CHANGE_SET = Pattern.compile("(\\S+ ){3}\\S+"); // file, author, name, digest
    static final String ENTRY = "manifest.json";
    static final String SIGNATURE = "manifest.hmac";
    static final String CONFIGURATION = "configuration.yaml";
    static final String JOBS = "jobs.copy";
    static final String DOCUMENTS = "documents/";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    ExportManifest {
        Stream.of(salt, check, limits, state).forEach(Objects::requireNonNull);
        hosts = List.copyOf(hosts);
        changeSets = List.copyOf(changeSets);
        if (!changeSets.stream().allMatch(CHANGE_SET.asMatchPredicate())) {
            throw new IllegalArgumentException("a change set without a digest");
        }
        history = List.copyOf(history);
        tables = List.copyOf(tables);
        sha256 = Map.copyOf(sha256);
    }

    /** A configuration that was in force; its text is an entry of its own. */
    record Past(int version, Instant appliedAt, String appliedBy, String reason) {

        String entry() {
            return "history/%04d.yaml".formatted(version);
        }
    }

    /** A table's columns, in the order of its entry's fields, and the number of its rows. */
    record Table(String name, List<String> columns, long rows) {

        static String entry(String name) {
            return "tables/" + name + ".copy";
        }

        TenantTable table() {
            return new TenantTable(name, columns);
        }
    }

    static ExportManifest read(byte[] json) {
        return JSON.readValue(json, ExportManifest.class);
    }

    byte[] json() {
        return JSON.writeValueAsBytes(this);
    }

    /** Whether the utility did nothing any more when it was exported, so that what waited is done by whoever takes it. */
    boolean originalIsClosed() {
        return state == UtilityState.ARCHIVED;
    }
}
