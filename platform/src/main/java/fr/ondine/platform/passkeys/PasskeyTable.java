package fr.ondine.platform.passkeys;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Who has which passkeys, among one kind of the bound utility's accounts. Whoever changes something has locked the account.
 */
public final class PasskeyTable {

    private static final int MOST = 10;
    private static final int LONGEST_NAME = 60;
    private static final int HANDLE_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient database;
    private final String passkeys;
    private final String holders;

    private PasskeyTable(JdbcClient database, String prefix) {
        this.database = database;
        this.passkeys = prefix + "passkey";
        this.holders = prefix + "passkey_holder";
    }

    public static PasskeyTable ofSubscribers(JdbcClient database) {
        return new PasskeyTable(database, "");
    }

    public static PasskeyTable ofStaff(JdbcClient database) {
        return new PasskeyTable(database, "staff_");
    }

    /** By which devices know the account. */
    public byte[] handle(UUID owner) {
        var fresh = new byte[HANDLE_BYTES];
        RANDOM.nextBytes(fresh);
        database.sql("insert into " + holders + " (owner_id, handle) values (:owner, :handle) on conflict do nothing")
                .param("owner", owner)
                .param("handle", fresh)
                .update();
        return database.sql("select handle from " + holders + " where owner_id = :owner")
                .param("owner", owner)
                .query(byte[].class)
                .single();
    }

    /** In the order in which they were added. */
    public List<Passkey> of(UUID owner) {
        return database.sql("select id, name, host, added_at, last_used_at from " + passkeys
                        + " where owner_id = :owner order by added_at, id")
                .param("owner", owner)
                .query((row, number) -> new Passkey(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        row.getString("host"),
                        row.getObject("added_at", OffsetDateTime.class).toInstant(),
                        instant(row.getObject("last_used_at", OffsetDateTime.class))))
                .list();
    }

    /** What a device that has one of them already is to say, instead of making another. */
    public List<byte[]> credentials(UUID owner, String host) {
        return database.sql("select credential_id from " + passkeys + " where owner_id = :owner and host = :host")
                .param("owner", owner)
                .param("host", host)
                .query(byte[].class)
                .list();
    }

    /** Whether the account is opened by one at any of these hosts, {@code but} for one. */
    public boolean hasAt(UUID owner, Set<String> hosts, @Nullable UUID but) {
        return database.sql("select exists (select from " + passkeys
                        + " where owner_id = :owner and host = any (:hosts) and id is distinct from :but)")
                .param("owner", owner)
                .param("hosts", hosts.toArray(String[]::new))
                .param("but", but)
                .query(Boolean.class)
                .single();
    }

    public Optional<KnownPasskey> find(byte[] credentialId) {
        return database.sql("select p.id, p.owner_id, h.handle, p.credential, p.counter, p.synced, p.host, p.name from "
                        + passkeys + " p join " + holders + " h on h.owner_id = p.owner_id where p.credential_id = :id")
                .param("id", credentialId)
                .query(PasskeyTable::known)
                .optional();
    }

    /** Keeps one more; {@link PasskeyNotTaken} where there are too many, or somebody has that one already. */
    public void add(UUID owner, MadePasskey made, String name, Instant now) {
        var called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw new PasskeyNotTaken("name");
        }
        if (of(owner).size() >= MOST) {
            throw new PasskeyNotTaken("too-many");
        }
        var added = database.sql("insert into " + passkeys
                        + " (id, owner_id, credential_id, credential, counter, synced, host, name, added_at) values"
                        + " (:id, :owner, :credential_id, :credential, :counter, :synced, :host, :name, :now)"
                        + " on conflict (credential_id) do nothing")
                .param("id", UUID.randomUUID())
                .param("owner", owner)
                .param("credential_id", made.credentialId())
                .param("credential", made.credential())
                .param("counter", made.counter())
                .param("synced", made.synced())
                .param("host", made.host())
                .param("name", called)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (added == 0) {
            throw new PasskeyNotTaken("known-already");
        }
    }

    /** Notes that it was shown; not where another answer of it came in between that counted as far. */
    public boolean use(UUID passkey, long counter, Instant now) {
        return database.sql("update " + passkeys + " set counter = :counter, last_used_at = :now"
                                + " where id = :id and (counter < :counter or counter = 0 and :counter = 0)")
                        .param("id", passkey)
                        .param("counter", counter)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The name of what was removed; nothing where it was not that account's. */
    public Optional<String> remove(UUID owner, UUID passkey) {
        return database.sql("delete from " + passkeys + " where id = :id and owner_id = :owner returning name")
                .param("id", passkey)
                .param("owner", owner)
                .query(String.class)
                .optional();
    }

    /** All of an account's, and by what devices knew it; their names. */
    public List<String> forget(UUID owner) {
        var names = database.sql("delete from " + passkeys + " where owner_id = :owner returning name")
                .param("owner", owner)
                .query(String.class)
                .list();
        database.sql("delete from " + holders + " where owner_id = :owner")
                .param("owner", owner)
                .update();
        return names;
    }

    private static KnownPasskey known(ResultSet row, int number) throws SQLException {
        return new KnownPasskey(
                row.getObject("id", UUID.class),
                row.getObject("owner_id", UUID.class),
                row.getBytes("handle"),
                row.getBytes("credential"),
                row.getLong("counter"),
                row.getBoolean("synced"),
                row.getString("host"),
                row.getString("name"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }
}
