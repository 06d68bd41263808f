package fr.ondine.platform.tariffs;

import fr.ondine.tenantconfig.LegalIdentity;

/** What a version needs before anybody is billed by it. */
final class Publishable {

    private Publishable() {}

    /**
     * The same where it is decided here: who charges VAT has a number for its invoices (CGI annex II, art. 242 nonies A). What
     * held elsewhere may be of before a utility ceased to charge any.
     */
    static void require(TariffVersion version, LegalIdentity utility) {
        require(version);
        if (utility.vatNumber() == null) {
            version.charges().stream()
                    .map(charge -> charge.terms().vat().rate())
                    .filter(rate -> rate.percent().signum() > 0)
                    .findFirst()
                    .ifPresent(rate -> {
                        throw new VatNumberMissing(rate);
                    });
        }
    }

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
