package fr.ondine.platform.provider;

import fr.ondine.platform.kernel.RawToken;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Does what a program asks for once, however often it sends the request: its answer is kept in the transaction that does
 * the work. Who sends it again meanwhile waits for the first.
 */
@Service
@Transactional
public class RepeatedRequests {

    private static final int LONGEST_KEY = 100;
    private static final Duration KEPT = Duration.ofDays(1);

    private final JdbcClient database;
    private final Clock clock;

    RepeatedRequests(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The answer of {@code work}, now or as it was.
     *
     * @throws RequestRefused if the key is none, or came with another body before
     */
    public String once(ApiCaller caller, String key, String body, Supplier<String> work) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new RequestRefused("key-needed");
        }
        var digest = new RawToken(body).digest();
        if (!begin(caller, key, digest)) {
            return former(caller, key, digest);
        }
        var answer = work.get();
        database.sql("update provider_request set answer = ? where client_id = ? and key = ?")
                .params(answer, caller.client(), key)
                .update();
        return answer;
    }

    /** Of programs that come no more, too. */
    void forgetThoseOver() {
        database.sql("delete from provider_request where asked_at < ?")
                .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
    }

    private boolean begin(ApiCaller caller, String key, byte[] digest) {
        var now = clock.instant();
        database.sql("delete from provider_request where client_id = ? and asked_at < ?")
                .params(caller.client(), now.minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        return database.sql("insert into provider_request (client_id, key, body_digest, asked_at) values (?, ?, ?, ?)"
                                + " on conflict (client_id, key) do nothing")
                        .params(caller.client(), key, digest, now.atOffset(ZoneOffset.UTC))
                        .update()
                > 0;
    }

    private String former(ApiCaller caller, String key, byte[] digest) {
        return database.sql("select body_digest, answer from provider_request where client_id = ? and key = ?")
                .params(caller.client(), key)
                .query((row, number) -> {
                    if (!Arrays.equals(row.getBytes("body_digest"), digest)) {
                        throw new RequestRefused("key-reused");
                    }
                    return row.getString("answer");
                })
                .single();
    }
}
