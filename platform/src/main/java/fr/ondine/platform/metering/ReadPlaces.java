package fr.ondine.platform.metering;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.TypedText;
import fr.ondine.platform.tenancy.Tenants;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds the places that staff read, each in four queries however many meters and readings it had. */
@Repository
class ReadPlaces {

    static final String AGREEMENT = """
            a.id, split_part(a.number, '~', 1) as number, c.first_name, c.last_name, p.street, p.city,
            a.started_on, a.ended_on, s.premise_id,
            case when a.service = 'WATER' then s.id else coalesce(
                (select i.service_point_id from meter_installation i where i.service_point_id = s.id limit 1),
                (select water.id from service_point water
                  where water.premise_id = s.premise_id and water.service = 'WATER'
                    and exists (select from meter_installation i where i.service_point_id = water.id)
                  order by water.reference limit 1)) end as metered""";
    static final String WITH_ITS_PLACE = """
              join customer c on c.id = a.customer_id
              join service_point s on s.id = a.service_point_id
              join premise p on p.id = s.premise_id
            """;
    private static final String AGREEMENTS = "select " + AGREEMENT + " from agreement a " + WITH_ITS_PLACE + " where ";
    private static final String METERS = """
            select meter_id, serial, dials, installed_on, install_register, removed_on, removal_register
              from meter_installation join meter on meter.id = meter_id
             where service_point_id = :point order by installed_on""";
    private static final String READINGS = """
            select distinct r.id, m.serial, r.read_on, r.register_value, r.source, r.quality,
                   case when d.confirmed_at is null then d.doubt end as doubt
              from meter_installation i
              join meter m on m.id = i.meter_id
              join reading r on r.meter_id = i.meter_id and r.read_on >= i.installed_on
                            and (i.removed_on is null or r.read_on <= i.removed_on)
              left join reading_doubt d on d.reading_id = r.id
             where i.service_point_id = :point order by r.read_on desc, r.source""";
    /** Whoever held the place on the day of a reading, else whoever does now. */
    private static final String OF_READING = """
            a.id = (select h.id from reading r
                      join meter_installation i on i.meter_id = r.meter_id and i.installed_on <= r.read_on
                                               and (i.removed_on is null or r.read_on <= i.removed_on)
                      join agreement h on h.service_point_id = i.service_point_id
                     where r.id = :reading
                     order by h.started_on <= r.read_on desc, h.started_on desc limit 1)""";
    /** Exactly, for each of these has an index. */
    private static final String TYPED = """
            a.id in (select id from agreement where split_part(number, '~', 1) = :number
                     union select agreement_id from agreement_alias where number = :number
                     union select h.id from meter m
                             join meter_installation i on i.meter_id = m.id
                             join agreement h on h.service_point_id = i.service_point_id
                            where lower(m.serial) = lower(:serial))
             order by coalesce(a.ended_on, 'infinity') desc, a.started_on desc limit 20""";

    private final JdbcClient database;
    private final Tenants tenants;

    ReadPlaces(JdbcClient database, Tenants tenants) {
        this.database = database;
        this.tenants = tenants;
    }

    record Found(
            ReadAgreement agreement, UUID premise, @Nullable UUID metered) {}

    /** By a number that the contract has or had, or by a meter that is or was at its place. */
    List<ReadAgreement> find(String typed) {
        var words = TypedText.words(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        return database
                .sql(AGREEMENTS + TYPED)
                .param(
                        "number",
                        tenants.current().contractNumbers().normalise(words).orElse(words))
                .param("serial", words)
                .query((row, number) -> found(row))
                .list()
                .stream()
                .map(Found::agreement)
                .toList();
    }

    Optional<ReadPlace> of(AgreementId agreement) {
        return database.sql(AGREEMENTS + "a.id = :id")
                .param("id", agreement.value())
                .query((row, number) -> found(row))
                .optional()
                .map(this::place);
    }

    Optional<ReadPlace> of(ReadingId reading) {
        return database.sql(AGREEMENTS + OF_READING)
                .param("reading", reading.value())
                .query((row, number) -> found(row))
                .optional()
                .map(this::place);
    }

    private ReadPlace place(Found found) {
        var billed = new BilledMeters(database.sql(BilledMeters.SQL.formatted(":premise", ":point"))
                .param("premise", found.premise())
                .param("point", found.metered(), java.sql.Types.OTHER)
                .query((row, number) ->
                        new BilledMeters.Until(row.getString("serial"), row.getObject("until", LocalDate.class)))
                .list());
        var meters = database.sql(METERS)
                .param("point", found.metered(), java.sql.Types.OTHER)
                .query((row, number) -> Meters.installation(row))
                .list();
        var known = database.sql(READINGS)
                .param("point", found.metered(), java.sql.Types.OTHER)
                .query((row, number) -> known(row).beside(billed))
                .list();
        return new ReadPlace(found.agreement(), meters, known, billed);
    }

    /** As if nothing were billed. */
    static KnownReading known(ResultSet row) throws SQLException {
        var reading = Meters.reading(row);
        return new KnownReading(
                new ReadingId(row.getObject("id", UUID.class)),
                reading,
                false,
                Optional.ofNullable(row.getString("doubt")).map(Doubt::valueOf));
    }

    Found found(ResultSet row) throws SQLException {
        return new Found(agreement(row), row.getObject("premise_id", UUID.class), row.getObject("metered", UUID.class));
    }

    private ReadAgreement agreement(ResultSet row) throws SQLException {
        return new ReadAgreement(
                new AgreementId(row.getObject("id", UUID.class)),
                tenants.current().contractNumbers().display(row.getString("number")),
                holder(row),
                row.getString("street"),
                row.getString("city"),
                row.getObject("started_on", LocalDate.class),
                row.getObject("ended_on", LocalDate.class));
    }

    static String holder(ResultSet row) throws SQLException {
        return Stream.of(
                        Optional.ofNullable(row.getString("first_name")),
                        Optional.ofNullable(row.getString("last_name")))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }
}
