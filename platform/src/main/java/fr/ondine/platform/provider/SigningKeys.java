package fr.ondine.platform.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import fr.ondine.platform.tenancy.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.text.ParseException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table of keys. Nothing of it is kept in memory: a key that is new at one node is known at all of them. */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class SigningKeys {

    private final JdbcClient database;
    private final Vault vault;

    SigningKeys(JdbcClient database, Vault vault) {
        this.database = database;
        this.vault = vault;
    }

    /** One change at a time, on however many nodes. */
    void lock() {
        database.sql("select pg_advisory_xact_lock(hashtextextended(current_schema() || ' provider_key', 0))")
                .query((row, number) -> true)
                .single();
    }

    List<SigningKey> all() {
        return database.sql(
                        "select id, state, public_key, created_at, activated_at from provider_key order by created_at")
                .query(SigningKeys::key)
                .list();
    }

    Optional<SigningKey> in(KeyState state) {
        return all().stream().filter(key -> key.state() == state).findFirst();
    }

    /** The one that signs, with its private half. */
    Optional<ECKey> signing() {
        return database.sql("select private_key from provider_key where state = 'ACTIVE'")
                .query((row, number) -> parsed(vault.decrypt(row.getBytes("private_key"))))
                .optional();
    }

    void add(KeyState state, Instant now) {
        var key = fresh();
        database.sql("insert into provider_key (id, state, public_key, private_key, created_at, activated_at)"
                        + " values (:id, :state, :public, :private, :now, :activated)")
                .param("id", key.getKeyID())
                .param("state", state.name())
                .param("public", key.toPublicJWK().toJSONString())
                .param("private", vault.encrypt(key.toJSONString()))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("activated", state == KeyState.ACTIVE ? now.atOffset(ZoneOffset.UTC) : null)
                .update();
    }

    /** The active one signs no more, the next one does. */
    void turn(Instant now, Instant oldOneLeaves) {
        database.sql("update provider_key set state = 'RETIRED', leaves_at = :leaves where state = 'ACTIVE'")
                .param("leaves", oldOneLeaves.atOffset(ZoneOffset.UTC))
                .update();
        database.sql("update provider_key set state = 'ACTIVE', activated_at = :now where state = 'NEXT'")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void forgetThoseGone(Instant now) {
        database.sql("delete from provider_key where state = 'RETIRED' and leaves_at < :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static ECKey fresh() {
        try {
            return new ECKeyGenerator(Curve.P_256)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static SigningKey key(ResultSet row, int number) throws SQLException {
        return new SigningKey(
                row.getString("id"),
                KeyState.valueOf(row.getString("state")),
                parsed(row.getString("public_key")),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("activated_at")));
    }

    private static ECKey parsed(String json) {
        try {
            return ECKey.parse(json);
        } catch (ParseException altered) {
            throw new IllegalStateException("a key of the provider cannot be read", altered);
        }
    }

    private static @Nullable Instant instant(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
