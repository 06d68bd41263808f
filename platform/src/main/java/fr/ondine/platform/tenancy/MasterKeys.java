package fr.ondine.platform.tenancy;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The master keys that this process is given, beside those that secrets of this platform may be sealed with: one that
 * lacks a key of these does not begin, for what it could not open would be told one by one, and what it sealed none of the
 * others could open.
 */
@Component
public class MasterKeys {

    private final List<String> given;
    private final JdbcClient registry;

    MasterKeys(DerivedKeys keys, RegistryReader reader) {
        given = keys.ids();
        registry = JdbcClient.create(reader.pool());
        // a database of the past, or one that is not prepared yet, has no such table
        if (registry.sql("select to_regclass('platform.vault_key') is not null")
                .query(Boolean.class)
                .single()) {
            begin();
        }
    }

    private void begin() {
        var inUse = registry.sql("select id from platform.vault_key order by since, id")
                .query(String.class)
                .list();
        var missing =
                inUse.stream().filter(id -> !given.contains(id)).distinct().toList();
        if (!missing.isEmpty()) {
            throw new StartRefused("ondine.vault.key lacks the key " + String.join(" and ", missing)
                    + ", with which secrets of this platform are sealed; it holds " + String.join(", ", given) + ".");
        }
        registry.sql("insert into platform.vault_key (id) values (?) on conflict do nothing")
                .param(given.getFirst())
                .update();
    }

    /** By their fingerprints, the one that seals first. */
    public List<String> given() {
        return given;
    }

    /** From now on the others may be taken away: nothing is sealed with them any more. */
    public void forgetOthers() {
        registry.sql("delete from platform.vault_key where id <> ?")
                .param(given.getFirst())
                .update();
    }
}
