package fr.ondine.platform.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.ondine.simulators.stripe.StripeSimulator;
import fr.ondine.testing.LongRun;
import fr.ondine.testing.SimulatedStripe;
import fr.ondine.testing.Victim;
import fr.ondine.testing.services.PersistentServices;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of a real process on a real database while it bills: each agreement has its invoice, once. */
class KilledRunTests {

    private static final int PEOPLE = LongRun.isAsked() ? 10_000 : 300;
    private static final int KILLS = LongRun.isAsked() ? 20 : 1;

    @TempDir
    Path folder;

    @Test
    void killed_at_any_moment_each_has_one_invoice_and_no_number_is_missing() throws Exception {
        try (var services = PersistentServices.open(folder);
                var stripe = StripeSimulator.start(0)) {
            var properties = properties(services, stripe);
            var random = new Random(20261127);
            var process = Victim.start(BillingProcess.class, "", properties);
            var run = process.ask("order " + process.ask("people " + PEOPLE));
            for (var kill = 0; kill < KILLS; kill++) {
                validateWhenSimulated(process, run);
                Thread.sleep(random.nextInt(400));
                process.kill();
                process = Victim.start(BillingProcess.class, "", properties);
            }
            ends(process, run);

            assertThat(process.ask("count select count(*) from invoice")).isEqualTo(PEOPLE + "");
            assertThat(process.ask("count select count(distinct agreement_id) from invoice"))
                    .isEqualTo(PEOPLE + "");
            assertThat(process.ask("count select max(number::bigint) - min(number::bigint) + 1 from invoice"))
                    .isEqualTo(PEOPLE + "");
            assertThat(process.ask("count select last_number from invoice_series"))
                    .isEqualTo(PEOPLE + "");
            assertThat(process.ask("count select sum(amount) from posting")).isEqualTo("0.00");
            assertThat(process.ask("count select count(*) from posting where account = 'RECEIVABLE'"))
                    .isEqualTo(PEOPLE + "");
            process.close();
        }
    }

    private static void validateWhenSimulated(Victim process, String run) {
        if (process.ask("state " + run).equals("SIMULATED")) {
            process.ask("validate " + run);
        }
    }

    private static void ends(Victim process, String run) {
        await().atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    validateWhenSimulated(process, run);
                    return process.ask("state " + run).equals("ISSUED");
                });
    }

    private Map<String, String> properties(PersistentServices services, StripeSimulator stripe) {
        var properties = new HashMap<>(services.services().properties());
        properties.putAll(SimulatedStripe.propertiesFor(stripe));
        properties.put("ondine.vault.key", "b25kaW5lLXRlc3RzLW9uZGluZS10ZXN0cy1vbmRpbmU=");
        properties.put("ondine.portal.scheme", "http");
        properties.put("ondine.portal.port", "8080");
        properties.put("ondine.documents.directory", folder.resolve("documents").toString());
        properties.put("ondine.jobs.heartbeat", "1s");
        properties.put("spring.main.banner-mode", "off");
        return properties;
    }
}
