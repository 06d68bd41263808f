package fr.ondine.platform.fleet;

import fr.ondine.platform.fleet.SealedColumn.Kind;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The rows in which the bound utility's secrets lie, a portion at a time in the order of their ids. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SealedRowStore {

    private static final int AT_ONCE = 500;

    private final JdbcTemplate database;

    SealedRowStore(JdbcTemplate database) {
        this.database = database;
    }

    /** Those that the utility's schema has, which may be one of the past. */
    List<SealedColumn> columns() {
        return SealedColumn.ALL.stream()
                .filter(column -> column.kind() == Kind.VAULT)
                .filter(column -> typesOf(column.table())
                        .keySet()
                        .containsAll(Stream.of(column.name(), column.mac())
                                .filter(Objects::nonNull)
                                .toList()))
                .toList();
    }

    /**
     * Those that follow one, or the first.
     *
     * @param toWrite whether they are kept from others until the transaction ends, without those that somebody else keeps
     */
    List<SealedRow> after(SealedColumn column, @Nullable String id, boolean toWrite) {
        var type = typesOf(column.table()).get("id");
        var mac = column.mac() == null ? "null" : column.mac();
        return database.query(
                "select id::text, %1$s, %2$s from %3$s where %1$s is not null%4$s order by %3$s.id limit %5$d%6$s"
                        .formatted(
                                column.name(),
                                mac,
                                column.table(),
                                id == null ? "" : " and id > cast(? as " + type + ")",
                                AT_ONCE,
                                toWrite ? " for no key update skip locked" : ""),
                (row, number) -> new SealedRow(row.getString(1), row.getBytes(2), row.getString(3)),
                id == null ? new Object[0] : new Object[] {id});
    }

    void replace(SealedColumn column, List<SealedRow> rows) {
        var set = column.mac() == null ? "" : ", " + column.mac() + " = ?";
        var type = typesOf(column.table()).get("id");
        database.batchUpdate(
                "update %s set %s = ?%s where id = cast(? as %s)".formatted(column.table(), column.name(), set, type),
                rows.stream().map(row -> values(column, row)).toList());
    }

    private static Object[] values(SealedColumn column, SealedRow row) {
        return column.mac() == null
                ? new Object[] {row.sealed(), row.id()}
                : new @Nullable Object[] {row.sealed(), row.mac(), row.id()};
    }

    private Map<String, String> typesOf(String table) {
        return database
                .query(
                        "select attname, format_type(atttypid, null) from pg_attribute"
                                + " where attrelid = to_regclass(?) and attnum > 0 and not attisdropped",
                        (row, number) -> Map.entry(row.getString(1), row.getString(2)),
                        table)
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
