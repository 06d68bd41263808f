package fr.ondine.platform.notifications;

import fr.ondine.platform.identity.AccountDeleted;
import fr.ondine.platform.kernel.EmailAddress;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Addresses that were refused for good: nothing is announced there until a mail that its owner asked for is taken again, or
 * another address is given.
 */
@Repository
@Transactional(propagation = Propagation.MANDATORY)
class BouncedAddresses {

    private final JdbcClient database;
    private final Clock clock;

    BouncedAddresses(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void bounced(EmailAddress address, String reason) {
        database.sql(
                        "insert into bounced_address (address, bounced_at, reason) values (:address, :now, :reason)"
                                + " on conflict (address) do update set bounced_at = excluded.bounced_at, reason = excluded.reason")
                .param("address", address.value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .update();
    }

    void taken(EmailAddress address) {
        database.sql("delete from bounced_address where address = :address")
                .param("address", address.value())
                .update();
    }

    List<String> among(Collection<String> addresses) {
        return database.sql("select address from bounced_address where address = any(:addresses) order by address")
                .param(
                        "addresses",
                        addresses.stream()
                                .map(one -> one.strip().toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .query(String.class)
                .list();
    }

    @EventListener
    void on(AccountDeleted event) {
        taken(event.email());
    }
}
