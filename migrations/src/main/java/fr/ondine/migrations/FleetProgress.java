package fr.ondine.migrations;

/** How far a migration of the fleet is, told after each tenant. */
public record FleetProgress(int done, int total, TenantOutcome last) {

    /** Is told each step; one at a time, by whichever worker made it. */
    @FunctionalInterface
    public interface Listener {

        /** For those who only want the report at the end. */
        Listener NOBODY = _ -> {};

        void on(FleetProgress progress);
    }
}
