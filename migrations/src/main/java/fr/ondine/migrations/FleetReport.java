package fr.ondine.migrations;

import java.util.List;

/** What a migration of the fleet did: one outcome for each tenant that was not up to date. */
public record FleetReport(List<TenantOutcome> outcomes, long milliseconds) {

    public FleetReport {
        outcomes = List.copyOf(outcomes);
    }

    public List<String> migrated() {
        return outcomes.stream()
                .filter(TenantOutcome::succeeded)
                .map(TenantOutcome::slug)
                .toList();
    }

    public List<TenantOutcome> failures() {
        return outcomes.stream().filter(outcome -> !outcome.succeeded()).toList();
    }

    /** For a process that migrates and ends: 0 when every tenant is up to date, 1 when one is not. */
    public int exitStatus() {
        return failures().isEmpty() ? 0 : 1;
    }
}
