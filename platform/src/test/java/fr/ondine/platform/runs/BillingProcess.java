package fr.ondine.platform.runs;

import fr.ondine.platform.PlatformConfiguration;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.testing.Utilities;
import fr.ondine.testing.Victim;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Scanner;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The platform in a JVM of its own, to be killed while it bills. */
final class BillingProcess {

    private final ConfigurableApplicationContext context;

    private BillingProcess(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** An argument that is not used, then Spring's properties. */
    public static void main(String[] arguments) {
        var context = new SpringApplicationBuilder(Platform.class)
                .web(WebApplicationType.NONE)
                .run(Arrays.copyOfRange(arguments, 1, arguments.length));
        context.getBean(TenantProvisioning.class).provision(Utilities.yaml(Utilities.SIEGVO));
        var process = new BillingProcess(context);
        Victim.say("ready");
        try (var commands = new Scanner(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            while (commands.hasNextLine()) {
                Victim.say(process.obey(commands.nextLine().split(" ")));
            }
        }
    }

    private String obey(String[] command) {
        return switch (command[0]) {
            case "people" ->
                in(() -> {
                    var rows = BilledRows.of(database());
                    IntStream.range(0, Integer.parseInt(command[1])).forEach(count -> rows.agreement(50));
                    return rows.round();
                });
            case "order" -> in(() -> order(String.join(" ", List.of(command).subList(1, command.length))));
            case "validate" ->
                in(() -> {
                    runs().validate(run(command[1]), "test");
                    return "validated";
                });
            case "state" -> in(() -> runs().progress(run(command[1])).state().name());
            case "issued" ->
                in(() -> String.valueOf(runs().progress(run(command[1])).issued()));
            case "count" ->
                in(() -> database()
                        .sql(String.join(" ", List.of(command).subList(1, command.length)))
                        .query(String.class)
                        .single());
            default -> throw new IllegalArgumentException(command[0]);
        };
    }

    private String order(String round) {
        var period = new Period(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 7, 1));
        var day = period.until();
        var terms = new RunTerms(RunKind.ACTUAL, period, day, day, day.plusDays(30));
        return runs().order(terms, new Perimeter(Perimeter.Kind.ROUND, List.of(round)), "test")
                .value()
                .toString();
    }

    private static RunId run(String id) {
        return new RunId(UUID.fromString(id));
    }

    private BillingRuns runs() {
        return context.getBean(BillingRuns.class);
    }

    private JdbcClient database() {
        return context.getBean(JdbcClient.class);
    }

    private <T> T in(Supplier<T> work) {
        return TenantContext.callAs(
                Utilities.SIEGVO,
                () -> context.getBean(TransactionTemplate.class).execute(status -> work.get()));
    }

    @EnableAutoConfiguration
    @Import(PlatformConfiguration.class)
    static class Platform {}
}
