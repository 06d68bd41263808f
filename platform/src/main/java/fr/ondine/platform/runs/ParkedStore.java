package fr.ondine.platform.runs;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.tenancy.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What runs set aside, and what of it is looked at again. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ParkedStore {

    private static final String LIST = """
            select p.agreement_id, split_part(a.number, '~', 1) as number, c.first_name, c.last_name, pr.street, pr.city,
                   p.reason, p.detail
              from billing_parked p
              join agreement a on a.id = p.agreement_id
              join customer c on c.id = a.customer_id
              join service_point sp on sp.id = a.service_point_id
              join premise pr on pr.id = sp.premise_id
             where p.run_id = :run and p.repaired_at is null and p.reason = any(:reasons)
             order by a.number offset :offset limit :limit""";

    /** The chunks of a run that set something aside which nobody has repaired. */
    private static final String WITH_PARKED = """
            run_id = :run and exists (select from billing_parked p
                                       where p.run_id = :run and p.repaired_at is null
                                         and p.agreement_id between first_agreement and last_agreement)""";

    private final JdbcClient database;
    private final Tenants tenants;
    private final Clock clock;

    ParkedStore(JdbcClient database, Tenants tenants, Clock clock) {
        this.database = database;
        this.tenants = tenants;
        this.clock = clock;
    }

    List<ParkedAgreement> list(RunId run, Optional<ParkingReason> reason, int offset, int limit) {
        return database.sql(LIST)
                .param("run", run.value())
                .param(
                        "reasons",
                        reason.map(List::of).orElse(List.of(ParkingReason.values())).stream()
                                .map(ParkingReason::name)
                                .toArray(String[]::new))
                .param("offset", offset)
                .param("limit", limit)
                .query((row, number) -> parked(row))
                .list();
    }

    Map<ParkingReason, Integer> counts(RunId run) {
        var counts = new EnumMap<ParkingReason, Integer>(ParkingReason.class);
        database.sql(
                        "select reason, count(*) from billing_parked where run_id = :run and repaired_at is null group by 1")
                .param("run", run.value())
                .query(row -> {
                    counts.put(ParkingReason.valueOf(row.getString(1)), row.getInt(2));
                });
        return counts;
    }

    /** False when the run is not simulated; until the transaction ends nobody validates or cancels it. */
    boolean isSimulated(RunId run) {
        return database.sql("select state = 'SIMULATED' from billing_run where id = :run for update")
                .param("run", run.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** False when the volume of that agreement was confirmed before, or is not what it was set aside for. */
    boolean confirm(RunId run, AgreementId agreement, String by) {
        return database.sql("""
                        update billing_parked set confirmed_at = :now, confirmed_by = :by
                         where run_id = :run and agreement_id = :agreement and reason = 'IMPLAUSIBLE'
                           and repaired_at is null""")
                        .param("now", now())
                        .param("by", by)
                        .param("run", run.value())
                        .param("agreement", agreement.value())
                        .update()
                == 1;
    }

    /**
     * Has all chunks simulated anew that set something aside; tells how many there are. What is set aside sees from now on
     * what was read since the run was ordered; what is not is simulated from the same facts as before.
     */
    int reopen(RunId run) {
        database.sql("""
                        insert into billing_seen (run_id, agreement_id, seen_until)
                        select run_id, agreement_id, :now from billing_parked where run_id = :run and repaired_at is null
                        on conflict (run_id, agreement_id) do update set seen_until = excluded.seen_until""").param("run", run.value()).param("now", now()).update();
        database.sql("""
                        delete from billing_draft d using billing_chunk
                         where d.run_id = :run and d.agreement_id between first_agreement and last_agreement
                           and billing_chunk.""" + WITH_PARKED).param("run", run.value()).update();
        var reopened = database.sql("""
                        update billing_chunk set simulated_at = null, claimed_until = null, drafts = null, parked = null,
                               net_amount = null, vat_amount = null where\s""" + WITH_PARKED).param("run", run.value()).update();
        database.sql("delete from billing_parked where run_id = :run and repaired_at is null and confirmed_at is null")
                .param("run", run.value())
                .update();
        database.sql("update billing_run set state = 'SIMULATING' where id = :run")
                .param("run", run.value())
                .update();
        return reopened;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private ParkedAgreement parked(ResultSet row) throws SQLException {
        var holder = Stream.of(
                        Optional.ofNullable(row.getString("first_name")),
                        Optional.ofNullable(row.getString("last_name")))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        return new ParkedAgreement(
                new AgreementId(row.getObject("agreement_id", UUID.class)),
                tenants.current().contractNumbers().display(row.getString("number")),
                holder,
                row.getString("street"),
                row.getString("city"),
                ParkingReason.valueOf(row.getString("reason")),
                row.getString("detail"));
    }
}
