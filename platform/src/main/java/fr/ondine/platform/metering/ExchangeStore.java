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

    /** A meter that is known already, however its serial is typed; two who fit it at once do so one after the other. */
    Optional<NewMeter.KnownMeter> lock(String serial) {
        return database.sql("select serial, dials from meter where lower(serial) = lower(:serial)"
                        + " order by serial = :serial desc limit 1 for no key update")
                .param("serial", serial)
                .query(NewMeter.KnownMeter.class)
                .optional();
    }

    /** Whether it is somewhere on that day, or was later. */
    boolean isFittedOnOrAfter(NewMeter typed) {
        return database.sql("select exists (select from meter join meter_installation i on i.meter_id = meter.id"
                        + " where serial = :serial"
                        + " and (i.removed_on is null or i.removed_on > :day or i.installed_on >= :day))")
                .param("serial", typed.serial())
                .param("day", typed.day())
                .query(Boolean.class)
                .single();
    }

    void exchange(MeterInstallation old, NewMeter fitted, Reading removal, Volume fitting, String by) {
        know(fitted, old);
        if (isFittedOnOrAfter(fitted)) {
            throw ReadingRefused.fittedElsewhere(fitted.serial());
        }
        replace(old, fitted, removal, fitting, by);
    }

    /** Of the diameter of the one that it replaces, which its standing charge depends on, unless it is known. */
    private void know(NewMeter fitted, MeterInstallation old) {
        database.sql("""
                        insert into meter (id, serial, dials, diameter_mm)
                        select :id, :serial, :dials, diameter_mm from meter where id = :old
                        on conflict (serial) do update set diameter_mm = coalesce(meter.diameter_mm, excluded.diameter_mm)""")
                .param("id", OrderedId.next())
                .param("serial", fitted.serial())
                .param("dials", fitted.dials())
                .param("old", old.meterId())
                .update();
    }

    private void replace(MeterInstallation old, NewMeter fitted, Reading removal, Volume fitting, String by) {
        var rows = database.sql("""
                        with removed as (
                            update meter_installation set removed_on = :on, removal_register = :removal,
                                                          removal_noted_by = :by
                             where meter_id = :old and installed_on = :since and removed_on is null
                            returning service_point_id)
                        insert into meter_installation (id, meter_id, service_point_id, installed_on, install_register,
                                                        fitting_noted_by)
                        select :id, meter.id, service_point_id, :on, :fitting, :by from removed, meter where serial = :serial""")
                .param("by", by)
                .param("on", removal.readOn())
                .param("removal", removal.register().litres())
                .param("old", old.meterId())
                .param("since", old.installedOn())
                .param("id", OrderedId.next())
                .param("fitting", fitting.litres())
                .param("serial", fitted.serial())
                .update();
        if (rows == 0) {
            throw ReadingRefused.gone();
        }
    }
}
