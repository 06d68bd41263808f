package fr.ondine.bench;

import fr.ondine.migrations.OndineDatabase;
import fr.ondine.migrations.Registration;
import fr.ondine.platform.fleet.Fleet;
import fr.ondine.tenantconfig.BundledTenants;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * What a fleet of utilities costs: adding one, a release that changes nothing, a release of one change set, and a node at
 * many utilities beside one at three. Floors are the same statements by bare JDBC on the same server, in turn with ours;
 * figures are medians. Additions are measured on a server at rest: a fleet is not made in the minute before. The bars:
 * both ratios to the floor at most 1.5, an addition the same within a quarter, nothing to do under a second; connections
 * and heap at most 1.1, start-up and p95 at most 1.25.
 */
public final class FleetBench {

    private static final int WARM = 30;
    private static final int ADDITIONS = 15;
    private static final String BY = "operator:bench";

    private final int tenants;
    private final int runs;
    private final FleetPlatform small;
    private final FleetPlatform large;
    private final List<String> visited;

    private FleetBench(int tenants, int runs) {
        this.tenants = tenants;
        this.runs = runs;
        this.small = FleetPlatform.emptyIn("small");
        this.large = FleetPlatform.emptyIn("large");
        // some dozens of a thousand have visitors at a time
        this.visited = IntStream.range(0, Math.clamp(tenants / 20, 3, 50))
                .mapToObj(FleetBench::slug)
                .toList();
    }

    public static void main(String[] arguments) throws Exception {
        new FleetBench(number("--tenants", 1000, arguments), number("--runs", 5, arguments)).run();
        System.exit(0);
    }

    private static int number(String option, int otherwise, String... arguments) {
        var place = List.of(arguments).indexOf(option);
        return place < 0 ? otherwise : Integer.parseInt(arguments[place + 1]);
    }

    private void run() throws Exception {
        print(
                "\"tenants\":%d,\"runs\":%d,\"fsync\":true,\"cores\":%d,\"load\":%.1f",
                tenants,
                runs,
                Runtime.getRuntime().availableProcessors(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        warm();
        three();
        many();
        nodes();
        oneChangeSet();
    }

    /** So that the first additions are not those of a cold JVM. */
    private void warm() {
        try (var application = FleetPlatform.emptyIn("warm").start()) {
            for (var number = 0; number < WARM; number++) {
                application.getBean(Fleet.class).add(yaml(number), BY);
            }
        }
    }

    private void three() {
        try (var application = small.start()) {
            for (var number = 0; number < 3; number++) {
                application.getBean(Fleet.class).add(yaml(number), BY);
                FleetUtilities.people(slug(number), FleetUtilities.like(number), application);
            }
        }
    }

    private void many() throws Exception {
        try (var application = large.start()) {
            var first = Seconds.of(() -> application.getBean(Fleet.class).add(yaml(0), BY));
            print("\"first_add_s\":%.3f", first);
            var database = application.getBean(OndineDatabase.class);
            var floor = addingFloor(database);
            var atOne = add(1, application, floor);
            fill(database);
            for (var number = 0; number < visited.size(); number++) {
                FleetUtilities.people(slug(number), FleetUtilities.like(number), application);
            }
            var atMany = add(tenants, application, floor);
            print("\"add_growth\":%.2f", atMany / atOne);
            var noop = IntStream.range(0, runs)
                    .mapToObj(run -> seconds(database::migrateAll))
                    .toList();
            var noopFloor = IntStream.range(0, runs)
                    .mapToObj(run -> seconds(() -> floor.behind(slug(0))))
                    .toList();
            print(
                    "\"at\":%d,\"noop_s\":%.4f,\"noop_floor_s\":%.4f",
                    tenants, Seconds.median(noop, time -> time), Seconds.median(noopFloor, time -> time));
        }
    }

    /** The script for a new utility is what the migrator plans for one that waits; it is the second one then. */
    private FleetFloor addingFloor(OndineDatabase database) {
        database.register(registration(1));
        var floor = FleetFloor.of(database.plan(), large.ownerOnce());
        database.provision(slug(1));
        return floor;
    }

    private double add(int at, ConfigurableApplicationContext application, FleetFloor floor) throws Exception {
        large.servers().settle();
        var ours = new ArrayList<Double>();
        var theirs = new ArrayList<Double>();
        for (var run = 0; run < ADDITIONS; run++) {
            var name = at + "x" + run;
            theirs.add(Seconds.of(() -> floor.add("floor" + name, slug(0))));
            ours.add(Seconds.of(() -> application
                    .getBean(Fleet.class)
                    .add(FleetUtilities.yaml("ours" + name, FleetUtilities.like(0)), BY)));
        }
        var ourMedian = Seconds.median(ours, time -> time);
        var floorMedian = Seconds.median(theirs, time -> time);
        print(
                "\"at\":%d,\"add_s\":%.4f,\"add_floor_s\":%.4f,\"add_ratio\":%.2f",
                at, ourMedian, floorMedian, ourMedian / floorMedian);
        return ourMedian;
    }

    private void fill(OndineDatabase database) throws Exception {
        IntStream.range(2, tenants).forEach(number -> database.register(registration(number)));
        var seconds = Seconds.of(() -> {
            if (database.migrateAll().exitStatus() != 0) {
                throw new IllegalStateException("not all utilities could be made");
            }
        });
        print("\"made\":%d,\"made_s\":%.1f,\"each_s\":%.4f", tenants - 2, seconds, seconds / (tenants - 2));
    }

    private static double seconds(Seconds.Work work) {
        try {
            return Seconds.of(work);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void nodes() throws Exception {
        var few = new ArrayList<FleetNode.Figures>();
        var many = new ArrayList<FleetNode.Figures>();
        for (var run = 0; run < runs; run++) {
            few.add(FleetNode.of(small, visited.subList(0, 3)));
            many.add(FleetNode.of(large, visited));
            print("\"at\":3,%s", figures(few.getLast()));
            print("\"at\":%d,%s", tenants, figures(many.getLast()));
        }
        print(
                "\"at\":%d,\"visited\":%d,\"startup_ratio\":%.2f,\"connections_ratio\":%.2f,\"heap_ratio\":%.2f,\"p95_ratio\":%.2f",
                tenants,
                visited.size(),
                Seconds.median(many, FleetNode.Figures::startup) / Seconds.median(few, FleetNode.Figures::startup),
                Seconds.median(many, FleetNode.Figures::connections)
                        / Seconds.median(few, FleetNode.Figures::connections),
                Seconds.median(many, FleetNode.Figures::heap) / Seconds.median(few, FleetNode.Figures::heap),
                Seconds.median(many, FleetNode.Figures::p95) / Seconds.median(few, FleetNode.Figures::p95));
    }

    private static String figures(FleetNode.Figures node) {
        return String.format(
                Locale.ROOT,
                "\"startup_s\":%.2f,\"connections\":%.0f,\"heap_mb\":%.1f,\"p95_ms\":%.2f",
                node.startup(),
                node.connections(),
                node.heap(),
                node.p95());
    }

    private void oneChangeSet() throws Exception {
        var releases = new ArrayList<FleetRelease.Figures>();
        for (var release = 1; release <= runs; release++) {
            releases.add(FleetRelease.reaches(large, release));
        }
        var ours = Seconds.median(releases, FleetRelease.Figures::ours);
        var floor = Seconds.median(releases, FleetRelease.Figures::floor);
        print(
                "\"at\":%d,\"one_changeset_s\":%.2f,\"one_changeset_floor_s\":%.2f,\"one_changeset_ratio\":%.2f",
                tenants, ours, floor, ours / floor);
    }

    private static String slug(int number) {
        return number < BundledTenants.slugs().size() ? BundledTenants.slugs().get(number) : "n" + number;
    }

    private static String yaml(int number) {
        return FleetUtilities.yaml(slug(number), FleetUtilities.like(number));
    }

    private static Registration registration(int number) {
        var slug = slug(number);
        return new Registration(slug, slug, yaml(number), List.of(slug + ".localhost"), BY, "");
    }

    private static void print(String fields, Object... values) {
        System.out.println(String.format(Locale.ROOT, "{\"bench\":\"fleet\"," + fields + "}", values));
    }
}
