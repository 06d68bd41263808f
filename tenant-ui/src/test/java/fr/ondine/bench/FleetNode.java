package fr.ondine.bench;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.ui.dashboard.Overviews;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** One node of the platform in a JVM of its own: how it starts, what it holds, how fast dashboards are read. */
final class FleetNode {

    private static final int WARM = 1500;
    private static final int READS = 1500;
    private static final int MOST_SECONDS = 90;
    private static final String RESULT = "result ";

    private final ConfigurableApplicationContext application;
    private final Overviews overviews;

    private FleetNode(ConfigurableApplicationContext application) {
        this.application = application;
        this.overviews = application.getBean(Overviews.class);
    }

    /** What was measured of a node; heap in megabytes after a collection. */
    record Figures(double startup, double connections, double heap, double p95) {

        private static Figures read(String line) {
            var numbers = Arrays.stream(line.substring(RESULT.length()).split(" ", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            return new Figures(numbers[0], numbers[1], numbers[2], numbers[3]);
        }
    }

    /** Starts one, lets it measure itself while {@code visited} utilities have visitors, and waits for its end. */
    static Figures of(FleetPlatform platform, List<String> visited) throws IOException, InterruptedException {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var fixed = Stream.of(
                java,
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                FleetNode.class.getName(),
                String.join(",", visited));
        var properties = platform.properties().entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue());
        var process = new ProcessBuilder(Stream.concat(fixed, properties).toList())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            var line = output.lines().filter(text -> text.startsWith(RESULT)).findFirst();
            process.waitFor();
            return Figures.read(line.orElseThrow(() -> new IllegalStateException("the node measured nothing")));
        }
    }

    public static void main(String[] arguments) throws Exception {
        var visited = List.of(arguments[0].split(",", -1));
        var application = FleetPlatform.start(Arrays.copyOfRange(arguments, 1, arguments.length));
        var startup = (System.currentTimeMillis()
                        - ManagementFactory.getRuntimeMXBean().getStartTime())
                / 1e3;
        var node = new FleetNode(application);
        var p95 = node.p95(visited);
        System.out.println(
                String.format(Locale.ROOT, RESULT + "%.3f %d %.3f %.4f", startup, node.connections(), heap(), p95));
        application.close();
        System.exit(0);
    }

    private record Reader(TenantId tenant, UserId user, AgreementId agreement) {}

    private double p95(List<String> visited) {
        var readers = visited.stream()
                .flatMap(slug -> readers(new TenantId(slug)).stream())
                .toList();
        var times = new double[READS];
        for (var read = -WARM; read < READS; read++) {
            var begun = System.nanoTime();
            // neighbours in the list are of one utility: the next reader is of another
            dashboard(readers.get(Math.floorMod(read * 11, readers.size())));
            if (read >= 0) {
                times[read] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(times);
        return times[READS * 95 / 100];
    }

    private void dashboard(Reader reader) {
        TenantContext.runAs(reader.tenant(), () -> overviews.of(reader.user(), reader.agreement()));
    }

    private List<Reader> readers(TenantId tenant) {
        var readers = new ArrayList<Reader>();
        TenantContext.runAs(
                tenant,
                () -> application
                        .getBean(TransactionTemplate.class)
                        .executeWithoutResult(status -> application
                                .getBean(JdbcClient.class)
                                .sql(
                                        "select user_id, a.id from customer_link join agreement a using (customer_id)"
                                                + " where exists (select from invoice where agreement_id = a.id) order by a.number")
                                .query(row -> {
                                    readers.add(new Reader(
                                            tenant,
                                            new UserId(row.getObject(1, UUID.class)),
                                            new AgreementId(row.getObject(2, UUID.class))));
                                })));
        return readers;
    }

    /** All that this node has open at the server when it rests; what vacuums there has no user. */
    private int connections() throws InterruptedException {
        var settings = application.getEnvironment();
        var ownerName = settings.getRequiredProperty("ondine.database.owner-username");
        var owner = new DriverManagerDataSource(
                settings.getRequiredProperty("ondine.database.url"),
                ownerName,
                settings.getRequiredProperty("ondine.database.owner-password"));
        // what the start needed of the owner's is let go within a minute; how long the reads took must not matter
        for (var second = 0;
                second < MOST_SECONDS && count(owner, " and usename = '" + ownerName + "'") > 0;
                second++) {
            TimeUnit.SECONDS.sleep(1);
        }
        return count(owner, "");
    }

    private static int count(DataSource owner, String whose) {
        return JdbcClient.create(owner)
                .sql("select count(*) from pg_stat_activity where datname = current_database()"
                        + " and usename is not null and pid <> pg_backend_pid()" + whose)
                .query(Integer.class)
                .single();
    }

    private static double heap() {
        for (var time = 0; time < 3; time++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }
}
