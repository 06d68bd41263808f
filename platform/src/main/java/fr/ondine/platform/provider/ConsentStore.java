package fr.ondine.platform.provider;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of what subscribers agreed to, by program. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ConsentStore {

    /** Nobody is asked for consent to be known, and nothing else: such a program is seen by what counts of it. */
    private static final String OF_A_PERSON = """
            select c.id, c.name, o.scopes, o.given_at as since, o.last_used_at
              from provider_consent o
              join provider_client c on c.id = o.client_id and c.withdrawn_at is null
             where o.user_id = :user
            union all
            select c.id, c.name, array_agg(distinct scope), min(a.created_at), max(a.created_at)
              from provider_authorization a cross join unnest(a.scopes) scope
              join provider_client c on c.id = a.client_id and c.withdrawn_at is null
             where a.user_id = :user and a.code_used_at is not null and a.revoked_at is null and a.ends_at > :now
               and not exists (select from provider_consent o where o.client_id = c.id and o.user_id = :user)
             group by c.id, c.name
             order by name, since""";

    private final JdbcClient database;

    ConsentStore(JdbcClient database) {
        this.database = database;
    }

    void give(UUID client, UUID user, Set<String> scopes, Instant now) {
        database.sql(
                        "insert into provider_consent (client_id, user_id, scopes, given_at) values (:client, :user, :scopes, :now)"
                                + " on conflict (client_id, user_id) do update set scopes = excluded.scopes, given_at = excluded.given_at")
                .param("client", client)
                .param("user", user)
                .param("scopes", scopes.toArray(String[]::new))
                .param("now", at(now))
                .update();
    }

    Optional<Set<String>> find(UUID client, UUID user) {
        return scopes(client, user, "");
    }

    /** The same, and waits for whoever takes it back at the same moment. */
    Optional<Set<String>> lock(UUID client, UUID user) {
        return scopes(client, user, " for update");
    }

    private Optional<Set<String>> scopes(UUID client, UUID user, String how) {
        return database.sql("select scopes from provider_consent where client_id = ? and user_id = ?" + how)
                .params(client, user)
                .query((row, number) -> (Set<String>) new HashSet<>(ClientStore.texts(row, "scopes")))
                .optional();
    }

    void use(UUID client, UUID user, Instant now) {
        database.sql("update provider_consent set last_used_at = ? where client_id = ? and user_id = ?")
                .params(at(now), client, user)
                .update();
    }

    boolean remove(UUID client, UUID user) {
        return database.sql("delete from provider_consent where client_id = ? and user_id = ?")
                        .params(client, user)
                        .update()
                > 0;
    }

    /** To which programs the person agreed, or agreed to more, since a moment. */
    List<UUID> givenSince(UUID user, Instant moment) {
        return database.sql("select client_id from provider_consent where user_id = ? and given_at >= ?")
                .params(user, at(moment))
                .query(UUID.class)
                .list();
    }

    void forget(UUID user) {
        database.sql("delete from provider_consent where user_id = ?")
                .param(user)
                .update();
    }

    List<LetInProgram> of(UUID user, Instant now) {
        return database.sql(OF_A_PERSON)
                .param("user", user)
                .param("now", at(now))
                .query(ConsentStore::program)
                .list();
    }

    private static LetInProgram program(ResultSet row, int number) throws SQLException {
        var words = ClientStore.texts(row, "scopes");
        return new LetInProgram(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Arrays.stream(ClientScope.values())
                        .filter(scope -> words.contains(scope.word()))
                        .toList(),
                row.getTimestamp("since").toInstant(),
                instant(row.getTimestamp("last_used_at")));
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
