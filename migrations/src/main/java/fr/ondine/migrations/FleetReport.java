package fr.ondine.migrations;

import java.util.List;

/** What a migration of the fleet did: one outcome for each tenant that was not up to date. */
public record FleetReport(List<TenantOutcome> outcomes) {

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
}
