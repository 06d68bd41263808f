package fr.ondine.platform.payments.stripe;

import com.sun.net.httpserver.HttpServer;
import fr.ondine.platform.PlatformConfiguration;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.payments.CardPayments;
import fr.ondine.platform.payments.Payer;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.LedgerEntry;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.testing.Rows;
import fr.ondine.testing.Utilities;
import fr.ondine.testing.Victim;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Scanner;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The platform in a JVM of its own, to be killed: takes commands line by line, and webhooks on a port. */
final class PayingProcess {

    private final ConfigurableApplicationContext context;

    private PayingProcess(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** The port for webhooks, then Spring's properties. */
    public static void main(String[] arguments) throws IOException {
        var context = new SpringApplicationBuilder(Platform.class)
                .web(WebApplicationType.NONE)
                .initializers(fresh -> ((GenericApplicationContext) fresh)
                        .registerBean(
                                StoppingPoints.class,
                                () -> new StoppingPoints(fresh.getBean(StripeGateway.class)),
                                definition -> definition.setPrimary(true)))
                .run(Arrays.copyOfRange(arguments, 1, arguments.length));
        context.getBean(TenantProvisioning.class).provision(Utilities.yaml(Utilities.SIEGVO));
        var process = new PayingProcess(context);
        process.openDoor(Integer.parseInt(arguments[0]));
        Victim.say("ready");
        try (var commands = new Scanner(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            while (commands.hasNextLine()) {
                Victim.say(process.obey(commands.nextLine().split(" ")));
            }
        }
    }

    private String obey(String[] command) {
        return switch (command[0]) {
            case "stop" -> {
                context.getBean(StoppingPoints.class).stopAt(StoppingPoints.Point.valueOf(command[1]));
                yield "stops";
            }
            case "owe" -> owe();
            case "start" -> start(new UserId(UUID.fromString(command[1])), invoice(command[2]));
            case "balance" ->
                "balance "
                        + in(() -> context.getBean(Ledger.class).balance(invoice(command[1])))
                                .amount();
            case "attempts" -> "attempts " + column("select state from payment where invoice_id = ?", command[1]);
            case "booked" ->
                "booked "
                        + column(
                                "select e.kind from ledger_entry e join posting p on p.entry_id = e.id"
                                        + " where p.invoice_id = ? and e.kind = 'PAYMENT'",
                                command[1]);
            default -> throw new IllegalArgumentException(command[0]);
        };
    }

    private String owe() {
        return in(() -> {
            var rows = new Rows(context.getBean(JdbcClient.class));
            AgreementId agreement = rows.agreement();
            var user = rows.user();
            rows.link(user, agreement);
            var invoice = rows.invoice(agreement, Money.euros("90.00"), Money.euros("4.95"));
            context.getBean(Ledger.class)
                    .post(LedgerEntry.invoice(
                            invoice, agreement, LocalDate.of(2026, 1, 15), Money.euros("90.00"), Money.euros("4.95")));
            return user.value() + " " + invoice.value();
        });
    }

    private String start(UserId user, ReceivableId invoice) {
        try {
            return "page "
                    + TenantContext.callAs(
                            Utilities.SIEGVO,
                            () -> context.getBean(CardPayments.class)
                                    .start(new Payer(user, "siegvo.localhost"), invoice));
        } catch (DomainException refusal) {
            return "refused " + refusal.code();
        }
    }

    private String column(String query, String invoice) {
        return in(() -> String.join(
                ",",
                context.getBean(JdbcClient.class)
                        .sql(query)
                        .param(UUID.fromString(invoice))
                        .query(String.class)
                        .list()));
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(
                Utilities.SIEGVO,
                () -> context.getBean(TransactionTemplate.class).execute(status -> work.get()));
    }

    private void openDoor(int port) throws IOException {
        var door = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        door.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        door.createContext("/webhooks/stripe", exchange -> {
            try (exchange) {
                var answer = TenantContext.callAs(
                        Utilities.SIEGVO,
                        () -> context.getBean(StripeWebhook.class)
                                .receive(
                                        exchange.getRequestHeaders().getFirst("Stripe-Signature"),
                                        exchange.getRequestBody()));
                exchange.sendResponseHeaders(answer.getStatusCode().value(), -1);
            }
        });
        door.start();
    }

    private static ReceivableId invoice(String id) {
        return new ReceivableId(UUID.fromString(id));
    }

    @EnableAutoConfiguration
    @Import(PlatformConfiguration.class)
    static class Platform {}
}
