package fr.ondine.platform.tariffs;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Writes tariffs and their drafts; the database itself refuses to change what is published. */
@Repository
class Drafts {

    private final JdbcClient database;
    private final Charges charges;
    private final Clock clock;

    Drafts(JdbcClient database, Charges charges, Clock clock) {
        this.database = database;
        this.charges = charges;
        this.clock = clock;
    }

    TariffId add(NewTariff tariff) {
        var id = UUID.randomUUID();
        if (tariff.isDefault()) {
            database.sql("update tariff set is_default = false where is_default and service = ?")
                    .param(tariff.service().name())
                    .update();
        }
        try {
            database.sql("insert into tariff (id, code, name, service, is_default) values (?, ?, ?, ?, ?)")
                    .params(id, tariff.code(), tariff.name(), tariff.service().name(), tariff.isDefault())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new TariffCodeTaken(tariff.code());
        }
        return new TariffId(id);
    }

    Optional<TariffId> find(String code) {
        return database.sql("select id from tariff where code = ?")
                .param(code)
                .query(UUID.class)
                .optional()
                .map(TariffId::new);
    }

    VersionId add(TariffId tariff, TariffVersion content, String actor) {
        var id = new VersionId(UUID.randomUUID());
        if (!exists(tariff)) {
            throw new UnknownTariff();
        }
        try {
            database.sql("insert into tariff_version"
                            + " (id, tariff_id, valid_from, resolution, state, revision, changed_by, changed_at)"
                            + " values (?, ?, ?, ?, 'DRAFT', 0, ?, ?)")
                    .params(id.value(), tariff.value(), content.validFrom(), content.resolution(), actor, now())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new TwoVersionsOneDay(content.validFrom());
        }
        charges.add(id, content);
        return id;
    }

    /** Takes a draft for oneself, in the state that was read. */
    void lock(VersionId version, int revision) {
        var known = database.sql("select state, valid_from, revision from tariff_version where id = ? for update")
                .param(version.value())
                .query((row, number) -> {
                    if (row.getString("state").equals(VersionState.PUBLISHED.name())) {
                        throw new VersionPublished(row.getDate("valid_from").toLocalDate());
                    }
                    return row.getInt("revision");
                })
                .optional()
                .orElseThrow(UnknownTariff::new);
        if (known != revision) {
            throw new ChangedMeanwhile();
        }
    }

    void replace(VersionId version, TariffVersion content, String actor) {
        try {
            database.sql("update tariff_version set valid_from = ?, resolution = ?, changed_by = ?, changed_at = ?,"
                            + " revision = revision + 1 where id = ?")
                    .params(content.validFrom(), content.resolution(), actor, now(), version.value())
                    .update();
        } catch (DuplicateKeyException taken) {
            throw new TwoVersionsOneDay(content.validFrom());
        }
        charges.removeOf(version);
        charges.add(version, content);
    }

    void remove(VersionId version) {
        database.sql("delete from tariff_version where id = ?")
                .param(version.value())
                .update();
    }

    /** For ever; with the name of whoever passes the legal share of standing charges, where it is passed. */
    void publish(VersionId version, String actor, boolean isAboveCap) {
        database.sql("update tariff_version set state = 'PUBLISHED', published_by = :by, published_at = :at,"
                        + " cap_accepted_by = case when :above then :by end,"
                        + " cap_accepted_at = case when :above then cast(:at as timestamptz) end where id = :id")
                .param("by", actor)
                .param("at", now())
                .param("above", isAboveCap)
                .param("id", version.value())
                .update();
    }

    private boolean exists(TariffId tariff) {
        return database.sql("select count(*) from tariff where id = ?")
                        .param(tariff.value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
