package fr.ondine.platform.tariffs;

/** What a version needs before anybody is billed by it. */
final class Publishable {

    private Publishable() {}

    static void require(TariffVersion version) {
        if (version.charges().isEmpty()) {
            throw new NothingCharged();
        }
        if (version.resolution().isBlank()) {
            throw new ResolutionMissing();
        }
        // a levy without the rate of that year would stop the first run
        version.charges(Levy.class).forEach(levy -> levy.scaleOn(version.validFrom()));
    }
}
