package fr.ondine.platform.metering;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what is to be thought of readings, so that nobody has to judge a million of them to find those to check. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class DoubtStore {

    /** The readings that were judged, by their meter, day and source. */
    private static final String JUDGED = """
            unnest(cast(:meters as uuid[]), cast(:days as date[]), cast(:sources as text[]), cast(:doubts as text[]),
                   cast(:litres as bigint[]), cast(:usual as bigint[])) as j (meter_id, read_on, source, doubt, litres, usual)
              join reading r using (meter_id, read_on, source)""";

    private final JdbcClient database;
    private final Clock clock;

    DoubtStore(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    record Judged(UUID meter, Reading reading, Judgement judgement) {}

    /** A doubt that was confirmed stays so as long as the reading says the same. */
    void note(List<Judged> judged) {
        if (judged.isEmpty()) {
            return;
        }
        fill(
                judged,
                "delete from reading_doubt d using " + JUDGED
                        + " where d.reading_id = r.id and (j.doubt is null or d.litres <> j.litres)");
        fill(
                judged,
                "insert into reading_doubt (reading_id, doubt, read_on, litres, usual_litres, noted_at)"
                        + " select r.id, j.doubt, r.read_on, j.litres, j.usual, :now from " + JUDGED
                        + " where j.doubt is not null on conflict (reading_id) do nothing");
    }

    private void fill(List<Judged> judged, String sql) {
        var statement = database.sql(sql)
                .param("meters", column(judged, Judged::meter).toArray(UUID[]::new))
                .param("days", texts(judged, one -> one.reading().readOn()))
                .param("sources", texts(judged, one -> one.reading().source()))
                .param("doubts", texts(judged, one -> one.judgement().doubt().orElse(null)))
                .param("litres", texts(judged, one -> one.judgement().volume().litres()))
                .param(
                        "usual",
                        texts(
                                judged,
                                one -> one.judgement()
                                        .usual()
                                        .map(usual -> usual.litres())
                                        .orElse(null)));
        (sql.contains(":now") ? statement.param("now", clock.instant().atOffset(ZoneOffset.UTC)) : statement).update();
    }

    private static String[] texts(
            List<Judged> judged, Function<Judged, @org.jspecify.annotations.Nullable Object> value) {
        var texts = new ArrayList<@org.jspecify.annotations.Nullable String>();
        for (var one : judged) {
            var text = value.apply(one);
            texts.add(text == null ? null : text.toString());
        }
        return texts.toArray(String[]::new);
    }

    private static <T> List<T> column(List<Judged> judged, Function<Judged, T> value) {
        return judged.stream().map(value).toList();
    }
}
