package fr.ondine.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.platform.customers.ClaimConfirmationRequested;
import fr.ondine.platform.kernel.EmailAddress;
import fr.ondine.platform.kernel.RawToken;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.testing.services.Services;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Two processes that share a database and a Redis of whatever kind: what holds of any two. */
record TwoNodes(Node first, Node second, Marked utility, ApplicationContext application, CountedMails mails) {

    private static final int JOBS = 30;

    /** Twice as long as it takes a worker to say that it still works on a job: {@link Node#settings}. */
    private static final Duration TWO_HEARTBEATS = Duration.ofSeconds(2);

    /** What is put in force at one is shown by both within a second. */
    void showWhatIsPutInForce() {
        var path = "/api/operator/v1/utilities/" + utility.tenant().slug() + "/configuration";
        var key = "Authorization: Bearer " + utility.operator().key();
        var known = first.send(Asked.get(MarkedOperator.HOST, path).with(key));
        var word = "word" + UUID.randomUUID().toString().substring(0, 8);
        assertThat(welcome(first)).contains("Bienvenue", utility.shown()).doesNotContain(word);
        assertThat(welcome(second)).contains("Bienvenue", utility.shown()).doesNotContain(word);

        var answer = first.send(new Asked(
                "PUT",
                MarkedOperator.HOST,
                path + "?reason=words",
                List.of(key, "Content-Type: application/yaml", "If-Match: " + known.header("ETag")),
                new String(known.body(), StandardCharsets.UTF_8)
                        .replaceAll("Bienvenue.* " + utility.shown(), "Bienvenue " + word + " " + utility.shown())));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(1))
                .pollInterval(Duration.ofMillis(20))
                .untilAsserted(() -> {
                    assertThat(welcome(first)).contains(word);
                    assertThat(welcome(second)).contains(word);
                });
    }

    /** Both work, and none of it is done twice. */
    void doEachJobOnce(String name) {
        var before = List.of(first.mailsSent(), second.mailsSent());
        var addresses = addresses(name);
        mail(addresses);
        awaitEach(addresses);
        assertThat(first.mailsSent()).as("by the first").isGreaterThan(before.getFirst());
        assertThat(second.mailsSent()).as("by the second").isGreaterThan(before.getLast());
    }

    List<String> addresses(String name) {
        return IntStream.range(0, JOBS)
                .mapToObj(number -> name + number + "@" + utility.host())
                .toList();
    }

    void mail(List<String> addresses) {
        TenantContext.runAs(
                utility.tenant(),
                () -> application
                        .getBean(TransactionTemplate.class)
                        .executeWithoutResult(status -> addresses.forEach(this::mail)));
    }

    /** That each was sent, and once: still so when nothing waits any more and a worker that is gone would be known. */
    void awaitEach(List<String> addresses) {
        await().atMost(Duration.ofSeconds(60)).during(TWO_HEARTBEATS).untilAsserted(() -> {
            assertThat(waiting()).as("mails that wait").isZero();
            assertThat(addresses)
                    .allSatisfy(address -> assertThat(mails.to(address)).isPositive());
        });
        assertThat(addresses)
                .allSatisfy(address -> assertThat(mails.to(address)).isOne());
    }

    private int waiting() {
        var server = Services.shared().database();
        return JdbcClient.create(
                        new DriverManagerDataSource(server.url(), server.ownerUsername(), server.ownerPassword()))
                .sql("select count(*) from platform.scheduled_tasks where task_name = 'send-mail'"
                        + " and task_instance like ?")
                .param(utility.tenant().slug() + "/%")
                .query(Integer.class)
                .single();
    }

    private String welcome(Node node) {
        return node.send(Asked.get(utility.host(), "/")).text();
    }

    private void mail(String address) {
        application.publishEvent(new ClaimConfirmationRequested(
                utility.tenant(),
                new EmailAddress(address),
                new EmailAddress(address),
                utility.kept(),
                RawToken.fresh(),
                application.getBean(Clock.class).instant().plus(Duration.ofDays(1))));
    }
}
