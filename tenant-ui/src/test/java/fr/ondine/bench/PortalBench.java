package fr.ondine.bench;

import fr.ondine.bench.BenchPortal.Reader;
import fr.ondine.platform.billing.Invoices;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.ui.dashboard.Overviews;
import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.data.domain.PageRequest;

/**
 * The dashboard's data through utility, session and Hibernate, beside its floor: the same SQL by bare JDBC in one
 * transaction that becomes the utility's role. Then invoices printed, the weight of the first page, and the memory of
 * a session.
 */
public final class PortalBench {

    private static final int READERS = 32;
    private static final int PEOPLE = 200;
    private static final int WARM_SECONDS = 6;
    private static final int SECONDS = 10;
    private static final int ROUNDS = 2;
    private static final int PRINTERS = 2;

    private final BenchPortal portal;
    private final Overviews overviews;
    private final List<Reader> people;
    private final Map<Reader, List<RecordedSql.Statement>> sql = new HashMap<>();

    private PortalBench(BenchPortal portal) {
        this.portal = portal;
        this.overviews = portal.application().getBean(Overviews.class);
        this.people = portal.readers(PEOPLE);
        people.forEach(reader -> sql.put(reader, portal.pool().of(() -> dashboard(reader))));
    }

    public static void main(String[] arguments) throws IOException {
        try (var portal = BenchPortal.start()) {
            var bench = new PortalBench(portal);
            bench.data();
            bench.paper();
            new BrowserBench(portal).run();
        }
        System.exit(0);
    }

    private void data() {
        new Load(READERS, WARM_SECONDS).run(this::readDashboard);
        new Load(READERS, WARM_SECONDS).run(this::readFloor);
        for (var round = 0; round < ROUNDS; round++) {
            var floor = new Load(READERS, SECONDS).run(this::readFloor);
            var ours = new Load(READERS, SECONDS).run(this::readDashboard);
            print(
                    "\"rps\":%.0f,\"floor_rps\":%.0f,\"ratio\":%.2f,\"p50_ms\":%.2f,\"p99_ms\":%.2f,\"queries\":%d",
                    ours.rate(),
                    floor.rate(),
                    ours.rate() / floor.rate(),
                    ours.p50(),
                    ours.p99(),
                    sql.get(people.getFirst()).size());
        }
    }

    private void paper() {
        var invoices = portal.application().getBean(Invoices.class);
        new Load(PRINTERS, WARM_SECONDS).run(number -> print(invoices, person(number)));
        var printed = new Load(PRINTERS, SECONDS).run(number -> print(invoices, person(number)));
        print("\"pdf_per_s\":%.1f,\"p50_ms\":%.1f", printed.rate(), printed.p50());
    }

    private static void print(Invoices invoices, Reader reader) {
        TenantContext.runAs(
                BenchPortal.SIEGVO,
                () -> invoices.page(reader.user(), reader.agreement(), PageRequest.of(0, 1))
                        .forEach(invoice -> invoices.pdf(reader.user(), invoice.id())));
    }

    private void readDashboard(int number) {
        dashboard(person(number));
    }

    private void dashboard(Reader reader) {
        TenantContext.runAs(BenchPortal.SIEGVO, () -> {
            var person = portal.person(reader);
            overviews.of(person.userId(), reader.agreement());
        });
    }

    private void readFloor(int number) {
        try (var connection = portal.pool().getConnection()) {
            try (var become = connection.prepareStatement("select set_config('role', ?, true)")) {
                become.setString(1, BenchPortal.SIEGVO.role());
                become.execute();
            }
            for (var statement : sql.get(person(number))) {
                statement.run(connection);
            }
            connection.commit();
        } catch (SQLException | ReflectiveOperationException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private Reader person(int number) {
        return people.get(Math.floorMod(number, people.size()));
    }

    static void print(String fields, Object... values) {
        System.out.println(String.format(Locale.ROOT, "{\"bench\":\"portal\"," + fields + "}", values));
    }
}
