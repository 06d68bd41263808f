package fr.ondine.migrations;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a migration would do now: which tenants it would bring to {@code version}, and with which SQL.
 *
 * @param platform the SQL for the platform's own schema, empty when that is up to date
 * @param rights what is run after each tenant's script, with its schema and its role
 */
public record FleetPlan(
        String version, long changeSets, String platform, List<Step> steps, List<Script> scripts, String rights) {

    public FleetPlan {
        steps = List.copyOf(steps);
        scripts = List.copyOf(scripts);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return platform.isEmpty() && steps.isEmpty();
    }

    /** This and what would be done on another cluster, by the same changelog. */
    FleetPlan and(String cluster, FleetPlan there) {
        var all = new ArrayList<>(scripts);
        there.scripts.forEach(script -> all.add(script.as(scripts.size() + script.number())));
        var way = new ArrayList<>(steps);
        there.steps.forEach(step -> way.add(step.by(scripts.size() + step.script())));
        var own = there.platform.isEmpty() ? "" : "-- on the cluster " + cluster + "\n" + there.platform;
        return new FleetPlan(version, changeSets, platform + own, way, all, rights);
    }

    /** The same for one tenant alone: its way, if it has one to go, and its script. */
    FleetPlan only(String slug) {
        var own = steps.stream().filter(step -> step.slug().equals(slug)).toList();
        var needed = own.stream().map(Step::script).toList();
        var kept = scripts.stream()
                .filter(script -> needed.contains(script.number()))
                .toList();
        return new FleetPlan(version, changeSets, platform, own, kept, rights);
    }

    /**
     * One tenant's way.
     *
     * @param from the version of its schema now, none when it has no schema yet
     * @param changeSets how many change sets its schema has received
     * @param script the number of its script
     */
    public record Step(String slug, @Nullable String from, long changeSets, int script) {

        private Step by(int other) {
            return new Step(slug, from, changeSets, other);
        }
    }

    /**
     * The SQL for all tenants in one state; it names no schema, and is run in each of theirs.
     *
     * @param received the change sets that those tenants have: file, author, id and checksum of each
     */
    public record Script(int number, List<String> received, String sql) {

        public Script {
            received = List.copyOf(received);
        }

        private Script as(int other) {
            return new Script(other, received, sql);
        }
    }
}
