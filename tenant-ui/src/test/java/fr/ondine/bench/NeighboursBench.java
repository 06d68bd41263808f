package fr.ondine.bench;

import fr.ondine.demo.data.ReadingsFile;
import fr.ondine.platform.imports.Imports;
import fr.ondine.platform.tenancy.TenantContext;
import fr.ondine.platform.tenancy.TenantId;
import fr.ondine.platform.tenancy.TenantProvisioning;
import fr.ondine.testing.Utilities;
import fr.ondine.ui.dashboard.Overviews;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * How much one utility's import of a million readings moves the p95 of another's dashboard, which is read twenty times a
 * second: quiet and loaded spells take turns, and the medians of each are compared. The bars: a ratio of at most 1.2, at
 * 5,000 readings a second or more.
 */
public final class NeighboursBench {

    private static final int READS_A_SECOND = 20;
    private static final int SPELLS = 3;
    private static final int SPELL_SECONDS = 15;
    private static final int WARM_SECONDS = 20;
    private static final int MOST_SECONDS = 900;
    private static final int METERS = Integer.getInteger("ondine.bench.meters", 10_000);

    private final BenchPortal portal;
    private final Overviews overviews;
    private final List<BenchPortal.Reader> people;

    private NeighboursBench(BenchPortal portal) {
        this.portal = portal;
        this.overviews = portal.application().getBean(Overviews.class);
        this.people = portal.readers(50);
    }

    public static void main(String[] arguments) throws IOException {
        Bars bars;
        try (var portal = BenchPortal.start()) {
            bars = new NeighboursBench(portal).run();
        }
        bars.end();
    }

    private Bars run() throws IOException {
        p95(WARM_SECONDS, () -> false);
        var quiet = new double[SPELLS];
        var loaded = new double[SPELLS];
        var rates = new double[SPELLS];
        for (var spell = 0; spell < SPELLS; spell++) {
            quiet[spell] = p95(SPELL_SECONDS, () -> false);
            var neighbour = Neighbour.added(portal, spell);
            var readings = CompletableFuture.supplyAsync(neighbour::bringIn, Thread::startVirtualThread);
            loaded[spell] = p95(MOST_SECONDS, readings::isDone);
            rates[spell] = readings.join();
            print(
                    "\"spell\":%d,\"quiet_p95_ms\":%.2f,\"loaded_p95_ms\":%.2f,\"readings_per_s\":%.0f",
                    spell + 1, quiet[spell], loaded[spell], rates[spell]);
        }
        print(
                "\"quiet_p95_ms\":%.2f,\"loaded_p95_ms\":%.2f,\"p95_ratio\":%.2f,\"readings_per_s\":%.0f",
                median(quiet), median(loaded), median(loaded) / median(quiet), median(rates));
        var bars = new Bars("neighbours");
        bars.atMost("p95_ratio", 1.2, median(loaded) / median(quiet));
        bars.atLeast("readings_per_s", 5_000, median(rates));
        return bars;
    }

    private interface Until {
        boolean isOver();
    }

    /** Reads a dashboard at a steady pace; a read that is late counts from the moment at which it should have begun. */
    private double p95(int seconds, Until until) {
        var pause = TimeUnit.SECONDS.toNanos(1) / READS_A_SECOND;
        var begun = System.nanoTime();
        var times = new double[seconds * READS_A_SECOND];
        var read = 0;
        while (read < times.length && !until.isOver()) {
            var due = begun + read * pause;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            dashboard(people.get(read % people.size()));
            times[read++] = (System.nanoTime() - due) / 1e6;
        }
        var sorted = Arrays.copyOf(times, read);
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[sorted.length * 95 / 100];
    }

    private void dashboard(BenchPortal.Reader reader) {
        TenantContext.runAs(
                BenchPortal.SIEGVO, () -> overviews.of(portal.person(reader).userId(), reader.agreement()));
    }

    private static double median(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void print(String fields, Object... values) {
        System.out.println(String.format(Locale.ROOT, "{\"bench\":\"neighbours\"," + fields + "}", values));
    }

    /** A utility that brings in a hundred readings of each of many meters. */
    private record Neighbour(BenchPortal portal, TenantId tenant, Path file) {

        static Neighbour added(BenchPortal portal, int number) throws IOException {
            var slug = "neighbour" + number;
            var yaml = Utilities.like(Utilities.ILEO, slug);
            var tenant = portal.application().getBean(TenantProvisioning.class).provision(yaml);
            return new Neighbour(portal, tenant, ReadingsFile.write(Files.createTempDirectory("neighbour"), METERS));
        }

        /** Readings a second. */
        double bringIn() {
            var begun = System.nanoTime();
            var report = TenantContext.callAs(
                    tenant, () -> portal.application().getBean(Imports.class).run(file));
            if (!report.accepted()) {
                throw new IllegalStateException(report.text());
            }
            return METERS * (double) ReadingsFile.READINGS_OF_A_METER / ((System.nanoTime() - begun) / 1e9);
        }
    }
}
