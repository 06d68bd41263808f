package fr.ondine.platform.provider;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of programs; one that was withdrawn is none any more, and stays for what it did. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class ClientStore {

    private static final String KNOWN = "select id, client_id, name, kind, secret_hash, public_keys, redirect_uris,"
            + " scopes, created_at from provider_client where withdrawn_at is null";

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    private final JdbcClient database;

    ClientStore(JdbcClient database) {
        this.database = database;
    }

    List<KnownClient> all() {
        return database.sql(KNOWN + " order by name, created_at")
                .query(ClientStore::client)
                .list();
    }

    Optional<KnownClient> find(UUID id) {
        return database.sql(KNOWN + " and id = ?")
                .param(id)
                .query(ClientStore::client)
                .optional();
    }

    Optional<KnownClient> find(String clientId) {
        if (!ID.matcher(clientId).matches()) { // of what else a browser sends the database may not take every sign
            return Optional.empty();
        }
        return database.sql(KNOWN + " and client_id = ?")
                .param(clientId)
                .query(ClientStore::client)
                .optional();
    }

    void add(KnownClient client, String by) {
        database.sql("insert into provider_client (id, client_id, name, kind, secret_hash, public_keys, redirect_uris,"
                        + " scopes, created_at, created_by)"
                        + " values (:id, :client, :name, :kind, :secret, :keys, :redirects, :scopes, :now, :by)")
                .param("id", client.id())
                .param("client", client.clientId())
                .param("name", client.name())
                .param("kind", client.kind().name())
                .param("secret", client.secretHash())
                .param("keys", client.publicKeys())
                .param("redirects", client.redirects().toArray(String[]::new))
                .param("scopes", client.scopes().toArray(String[]::new))
                .param("now", client.createdAt().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    boolean withdraw(UUID id, Instant now) {
        return database.sql("update provider_client set withdrawn_at = ? where id = ? and withdrawn_at is null")
                        .params(now.atOffset(ZoneOffset.UTC), id)
                        .update()
                > 0;
    }

    private static KnownClient client(ResultSet row, int number) throws SQLException {
        return new KnownClient(
                row.getObject("id", UUID.class),
                row.getString("client_id"),
                row.getString("name"),
                ClientKind.valueOf(row.getString("kind")),
                row.getString("secret_hash"),
                row.getString("public_keys"),
                texts(row, "redirect_uris"),
                new LinkedHashSet<>(texts(row, "scopes")),
                row.getTimestamp("created_at").toInstant());
    }

    static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }
}
