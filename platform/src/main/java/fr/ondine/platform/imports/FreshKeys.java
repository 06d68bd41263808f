package fr.ondine.platform.imports;

import fr.ondine.platform.customers.FreshClaimKeys;
import fr.ondine.platform.kernel.CopyText;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Draws a claim key for each agreement of the file that would be left without one, a few thousand at once. */
@Component
class FreshKeys {

    private static final int AT_ONCE = 5_000;
    private static final int ROOM = 256;

    /** Those that are new, without a key in the file, or whose number passes on. */
    private static final String KEYLESS = """
            create temporary table keyless on commit drop as
            select row_number() over () as place, s.number from stage_agreement s
            where (s.claim_key is null
                   or exists (select from agreement a where split_part(a.number, '~', 1) = s.number))
              and not exists (select from agreement kept join customer c on c.id = kept.customer_id
                              where kept.number = s.number and c.reference = s.customer
                                and kept.claim_key is not null)""";

    private final JdbcClient database;
    private final JdbcTemplate copies;
    private final FreshClaimKeys keys;

    FreshKeys(JdbcClient database, JdbcTemplate copies, FreshClaimKeys keys) {
        this.database = database;
        this.copies = copies;
        this.keys = keys;
    }

    /** Into {@code fresh_key}, whose rows the merge takes where neither the file nor the agreement has a key. */
    void draw() {
        database.sql("create temporary table fresh_key (number text primary key, mac text, sealed text) on commit drop")
                .update();
        if (keys.draw().isPresent()) {
            database.sql(KEYLESS).update();
            database.sql("create unique index on keyless (place)").update();
            var done = 0;
            for (var some = keyless(done); !some.isEmpty(); some = keyless(done)) {
                copy(some);
                done += some.size();
            }
            database.sql("analyze fresh_key").update();
        }
    }

    private List<String> keyless(int after) {
        return database.sql("select number from keyless where place > :after order by place limit :limit")
                .param("after", after)
                .param("limit", AT_ONCE)
                .query(String.class)
                .list();
    }

    private void copy(List<String> numbers) {
        var rows = new CopyText(numbers.size() * ROOM);
        for (var number : numbers) {
            var key = keys.draw().orElseThrow();
            rows.row(number, key.mac(), HexFormat.of().formatHex(key.sealed()));
        }
        copies.execute((ConnectionCallback<Boolean>) connection -> {
            rows.into("fresh_key (number, mac, sealed)", connection);
            return true;
        });
    }
}
