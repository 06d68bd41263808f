package fr.ondine.platform.metering;

import fr.ondine.platform.kernel.OrderedId;
import fr.ondine.platform.kernel.Volume;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes where meters are. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ExchangeStore {

    private final JdbcClient database;

    ExchangeStore(JdbcClient database) {
        this.database = database;
    }

    /** Of a meter that is known already. */
    Optional<Integer> dials(String serial) {
        return database.sql("select dials from meter where serial = :serial")
                .param("serial", serial)
                .query(Integer.class)
                .optional();
    }

    boolean isInPlace(String serial) {
        return database.sql("select exists (select from meter join meter_installation i on i.meter_id = meter.id"
                        + " where serial = :serial and i.removed_on is null)")
                .param("serial", serial)
                .query(Boolean.class)
                .single();
    }

    void exchange(MeterInstallation old, NewMeter typed, Reading removal, Volume fitting) {
        database.sql(
                        "insert into meter (id, serial, dials) values (:id, :serial, :dials) on conflict (serial) do nothing")
                .param("id", OrderedId.next())
                .param("serial", typed.serial())
                .param("dials", typed.dials())
                .update();
        var fitted = database.sql("""
                        with removed as (
                            update meter_installation set removed_on = :on, removal_register = :removal
                             where meter_id = :old and installed_on = :since and removed_on is null
                            returning service_point_id)
                        insert into meter_installation (id, meter_id, service_point_id, installed_on, install_register)
                        select :id, meter.id, service_point_id, :on, :fitting from removed, meter where serial = :serial""")
                .param("on", removal.readOn())
                .param("removal", removal.register().litres())
                .param("old", old.meterId())
                .param("since", old.installedOn())
                .param("id", OrderedId.next())
                .param("fitting", fitting.litres())
                .param("serial", typed.serial())
                .update();
        if (fitted == 0) {
            throw ReadingRefused.gone();
        }
    }
}
