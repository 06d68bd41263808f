package fr.ondine.platform.fleet;

import fr.ondine.migrations.OndineDatabase;
import fr.ondine.migrations.UtilityState;
import fr.ondine.platform.tenancy.Limits;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.Normalizer;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What operators see of all utilities: searched and paged by the database. No utility may be bound. */
@Service
@Transactional(readOnly = true, propagation = Propagation.REQUIRED)
public class FleetDirectory {

    private static final String SUMMARY = """
            select t.slug, t.name, t.state, t.cluster, t.moving_to, t.configuration_version, t.last_error, t.delete_after,
                   t.updated_at, t.requests_per_second, t.concurrent_jobs, t.mails_per_day, t.storage_megabytes,
                   t.schema_changes, t.schema_version, coalesce(t.schema_fingerprint, '') as schema_fingerprint,
                   coalesce(t.schema_changes >= :needed, false) as up_to_date,
                   array(select host from platform.tenant_host h where h.slug = t.slug order by host) as hosts,
                   m.agreements, m.bytes, m.last_activity
              from platform.tenant t left join platform.tenant_measure m using (slug)
            """;

    /** Problems first, then by name: what an operator has to look at is on the first page. */
    private static final String ORDER =
            " order by (t.last_error is not null or t.state = 'FAILED') desc, lower(t.name), t.slug";

    private static final String WANTED = """
            where (:words = '' or t.slug like :like
                   or replace(lower(regexp_replace(normalize(t.name, NFD), '[\\u0300-\\u036f]', '', 'g')), 'œ', 'oe') like :like
                   or exists (select from platform.tenant_host h where h.slug = t.slug and h.host like :like))
              and (:states = '' or t.state = any (string_to_array(:states, ',')))
            """;

    private static final String ACTS = "select occurred_at, actor, action, slug, detail from platform.operator_audit";

    private final JdbcClient database;

    FleetDirectory(JdbcClient database) {
        this.database = database;
    }

    /** The utilities with those words in their short name, name (whatever its accents) or a host, and in one of those states (none: any). */
    public Page<UtilitySummary> search(String words, Collection<UtilityState> states, Pageable page) {
        var wanted = plain(words.strip());
        var like = "%" + wanted.replaceAll("([\\\\%_])", "\\\\$1") + "%";
        var in = String.join(",", states.stream().map(Enum::name).toList());
        var rows = database.sql(SUMMARY + WANTED + ORDER + " limit :size offset :offset")
                .param("needed", OndineDatabase.neededChanges())
                .param("words", wanted)
                .param("like", like)
                .param("states", in)
                .param("size", page.getPageSize())
                .param("offset", page.getOffset())
                .query(FleetDirectory::summary)
                .list();
        var total = database.sql("select count(*) from platform.tenant t " + WANTED)
                .param("words", wanted)
                .param("like", like)
                .param("states", in)
                .query(Long.class)
                .single();
        return new PageImpl<>(rows, page, total);
    }

    /** In small letters without accents, as the names are searched. */
    private static String plain(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFD)
                .replaceAll("[\\u0300-\\u036f]", "")
                .toLowerCase(Locale.ROOT)
                .replace("œ", "oe");
    }

    public Optional<UtilitySummary> find(String slug) {
        return database.sql(SUMMARY + "where t.slug = :slug")
                .param("needed", OndineDatabase.neededChanges())
                .param("slug", slug)
                .query(FleetDirectory::summary)
                .optional();
    }

    /** The same, or {@link UnknownUtility}. */
    public UtilitySummary get(String slug) {
        return find(slug).orElseThrow(() -> new UnknownUtility(slug));
    }

    /** The YAML in force. */
    public String configuration(String slug) {
        return database.sql("select configuration from platform.tenant where slug = ?")
                .param(slug)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new UnknownUtility(slug));
    }

    /** The YAML that was in force under that version. */
    public String configuration(String slug, int version) {
        return database.sql("select configuration from platform.tenant_configuration where slug = ? and version = ?")
                .params(slug, version)
                .query(String.class)
                .optional()
                .orElseThrow(() -> new UnknownVersion(slug, version));
    }

    /** Whether a text stands in any configuration that was in force. */
    public boolean everConfigured(String slug, String text) {
        return database.sql("select exists (select from platform.tenant_configuration"
                        + " where slug = ? and position(? in configuration) > 0)")
                .params(slug, text)
                .query(Boolean.class)
                .single();
    }

    /** The short names of all utilities whose schema is of this release. */
    public List<String> withData() {
        return database.sql("select slug from platform.tenant where state in ('READY', 'SUSPENDED')"
                        + " and schema_changes >= ? order by slug")
                .param(OndineDatabase.neededChanges())
                .query(String.class)
                .list();
    }

    /** The short names of all utilities that have a schema, of whatever state or release. */
    List<String> withSchema() {
        return database.sql("select slug from platform.tenant where schema_version is not null order by slug")
                .query(String.class)
                .list();
    }

    /** The configurations that were in force, the latest first. */
    public List<ConfigurationVersion> history(String slug) {
        get(slug);
        return database.sql("select version, applied_at, applied_by, reason from platform.tenant_configuration"
                        + " where slug = ? order by version desc")
                .param(slug)
                .query((row, number) -> new ConfigurationVersion(
                        row.getInt("version"),
                        row.getTimestamp("applied_at").toInstant(),
                        row.getString("applied_by"),
                        row.getString("reason")))
                .list();
    }

    /** What operators did to a utility, the latest first; known also of one that is gone. */
    public List<AuditedAct> acts(String slug, int most) {
        return database.sql(ACTS + " where slug = ? order by id desc limit ?")
                .params(slug, most)
                .query(FleetDirectory::act)
                .list();
    }

    /** All that was looked for of what operators did, to whichever utility and to each other, as it came about. */
    public void acts(WantedActs wanted, Consumer<AuditedAct> each) {
        wanted(wanted, " order by id").withFetchSize(1000).query(row -> {
            each.accept(act(row, 0));
        });
    }

    /** So many of them, the latest first, after those that are passed over. */
    public List<AuditedAct> acts(WantedActs wanted, int over, int most) {
        return wanted(wanted, " order by id desc offset :over limit :most")
                .param("over", over)
                .param("most", most)
                .query(FleetDirectory::act)
                .list();
    }

    private JdbcClient.StatementSpec wanted(WantedActs wanted, String order) {
        return database.sql(ACTS + " where occurred_at >= :from and occurred_at < :until"
                        + " and strpos(lower(actor), lower(:by)) > 0 and (:slug = '' or slug = :slug)" + order)
                .param("from", wanted.begin())
                .param("until", wanted.end())
                .param("by", wanted.by())
                .param("slug", wanted.slug());
    }

    private static AuditedAct act(ResultSet row, int number) throws SQLException {
        return new AuditedAct(
                row.getTimestamp("occurred_at").toInstant(),
                row.getString("actor"),
                row.getString("action"),
                row.getString("slug"),
                row.getString("detail"));
    }

    private static UtilitySummary summary(ResultSet row, int number) throws SQLException {
        return new UtilitySummary(
                row.getString("slug"),
                row.getString("name"),
                UtilityState.valueOf(row.getString("state")),
                texts(row.getArray("hosts")),
                row.getString("cluster"),
                row.getString("moving_to"),
                row.getInt("configuration_version"),
                row.getBoolean("up_to_date"),
                schema(row),
                row.getString("last_error"),
                row.getObject("agreements", Long.class),
                row.getObject("bytes", Long.class),
                instant(row.getTimestamp("last_activity")),
                instant(row.getTimestamp("delete_after")),
                new Limits(
                        row.getInt("requests_per_second"),
                        row.getInt("concurrent_jobs"),
                        row.getInt("mails_per_day"),
                        row.getInt("storage_megabytes")),
                row.getTimestamp("updated_at").toInstant());
    }

    private static @Nullable UtilitySchema schema(ResultSet row) throws SQLException {
        var version = row.getString("schema_version");
        return version == null
                ? null
                : new UtilitySchema(row.getInt("schema_changes"), version, row.getString("schema_fingerprint"));
    }

    private static List<String> texts(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
