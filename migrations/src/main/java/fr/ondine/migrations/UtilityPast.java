package fr.ondine.migrations;

import java.util.List;

/**
 * What the registry knows of a utility beside its configuration in force.
 *
 * @param history every configuration that was in force, the first one first
 */
public record UtilityPast(List<PastConfiguration> history, Limits limits) {

    public UtilityPast {
        history = List.copyOf(history);
    }

    /** How much of the platform it may use. */
    public record Limits(int requestsPerSecond, int concurrentJobs, int mailsPerDay, int storageMegabytes) {}
}
