package fr.ondine.platform.provider;

import static fr.ondine.testing.Utilities.SIEGVO;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.PlatformTest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What a program was answered is kept for a day, whether it comes again or not. */
@PlatformTest
class RepeatedRequestsTests {

    @Autowired
    RepeatedRequests requests;

    @Autowired
    ProviderCare care;

    @Autowired
    ClientStore clients;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void an_answer_of_yesterday_is_forgotten_and_one_of_today_is_not() {
        var client = new KnownClient(
                UUID.randomUUID(),
                UUID.randomUUID().toString(),
                "Télérelève",
                ClientKind.MACHINE,
                "x",
                null,
                List.of(),
                Set.of(ClientScope.READINGS_WRITE.word()),
                Instant.now());
        var caller = new ApiCaller(SIEGVO.slug(), client.id(), null, client.scopes());
        in(() -> {
            clients.add(client, "staff:test");
            requests.once(caller, "yesterday", "{}", () -> "told");
            requests.once(caller, "today", "{}", () -> "told");
            return database.sql("update provider_request set asked_at = asked_at - interval '25 hours'"
                            + " where client_id = ? and key = 'yesterday'")
                    .param(client.id())
                    .update();
        });

        care.run();

        assertThat(in(() -> database.sql("select key from provider_request where client_id = ?")
                        .param(client.id())
                        .query(String.class)
                        .list()))
                .containsExactly("today");
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(SIEGVO, () -> transaction.execute(status -> work.get()));
    }
}
