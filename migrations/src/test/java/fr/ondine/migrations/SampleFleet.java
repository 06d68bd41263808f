package fr.ondine.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** Tenants at the first release of a small changelog, with a row in each, and what they may be found in afterwards. */
record SampleFleet(DataSource owner, List<String> slugs) {

    static final Changelog FIRST = Changelog.read("sample/first.yaml", "sample/rights.sql");
    static final Changelog SECOND = Changelog.read("sample/second.yaml", "sample/rights.sql");

    static SampleFleet of(int tenants, DataSource owner) {
        var slugs = IntStream.range(0, tenants).mapToObj(number -> "s" + number).toList();
        assertThat(new FleetMigrator(owner, FIRST).migrate(slugs).exitStatus()).isZero();
        slugs.forEach(slug -> Databases.execute(owner, "insert into t_%s.thing values (1, 'kept')".formatted(slug)));
        return new SampleFleet(owner, slugs);
    }

    /** The same once more, while nobody is connected to this one. */
    SampleFleet copy() {
        return new SampleFleet(Databases.copy(owner), slugs);
    }

    FleetMigrator release() {
        return new FleetMigrator(owner, SECOND);
    }

    /** The tenants of each version; fails when a schema is not wholly at the version that the registry says. */
    Map<String, Collection<String>> byVersion() {
        var tenants = new HashMap<String, Collection<String>>();
        for (var slug : slugs) {
            assertIsWhole(slug);
            tenants.computeIfAbsent(registered(slug, "schema_version"), _ -> new ArrayList<>())
                    .add(slug);
        }
        assertThat(tenants.keySet()).isSubsetOf(FIRST.version(), SECOND.version());
        return tenants;
    }

    private void assertIsWhole(String slug) {
        assertThat(digest(slug))
                .as("the schema of %s is what the registry says", slug)
                .isEqualTo(registered(slug, "schema_fingerprint"));
        assertThat(Databases.strings(owner, "select count(*) from t_%s.databasechangelog".formatted(slug)))
                .as("change sets of %s", slug)
                .containsExactly(registered(slug, "schema_changes"));
        assertThat(Databases.strings(owner, "select name from t_%s.thing".formatted(slug)))
                .as("the data of %s", slug)
                .containsExactly("kept");
    }

    /** The next run brings all to the second release. */
    void finishes() throws SQLException {
        var next = release();
        assertThat(next.migrate(next.behind()).failures()).isEmpty();
        assertThat(byVersion()).containsOnlyKeys(SECOND.version());
    }

    private String digest(String slug) {
        try (var connection = owner.getConnection()) {
            return Fingerprint.of("t_" + slug, connection).digest();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String registered(String slug, String column) {
        return Databases.strings(owner, "select %s from platform.tenant where slug = '%s'".formatted(column, slug))
                .getFirst();
    }
}
