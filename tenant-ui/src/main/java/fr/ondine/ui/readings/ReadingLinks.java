package fr.ondine.ui.readings;

import static fr.ondine.ui.readings.ReadingWords.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.metering.ReadingId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import java.util.Optional;
import java.util.UUID;

/** The way to what is mended for a contract, from a billing run that could not bill it or from its account, and back. */
public final class ReadingLinks {

    private static final String RUN = "campagne";
    private static final String ACCOUNT = "compte";

    private ReadingLinks() {}

    /** {@code run} is where the page leads back to. */
    public static String ofContract(AgreementId agreement, UUID run) {
        return Addresses.contract(agreement) + "&" + RUN + "=" + run;
    }

    /** From its account, where the page leads back to. */
    public static String ofContract(AgreementId agreement) {
        return Addresses.contract(agreement) + "&" + fromAccount(agreement);
    }

    /** What an address says that is reached from the account of a contract. */
    public static String fromAccount(AgreementId agreement) {
        return ACCOUNT + "=" + agreement.value();
    }

    /** The link to where an address was reached from: what a run set aside, for who may see it, or an account. */
    public static Optional<Anchor> back(QueryParameters address, CurrentStaff who) {
        return run(address)
                .filter(run -> who.may(StaffPermission.BILL))
                .map(run -> new Anchor("/gestion/facturation/" + run + "/mis-de-cote", say("readings.back-to-run")))
                .or(() -> id(address, ACCOUNT)
                        .map(account -> new Anchor("/gestion/comptes/" + account, say("readings.back-to-account"))));
    }

    /** A reading of the contract, from which the way back is not lost. */
    static String ofReading(ReadingId reading, QueryParameters address) {
        return Addresses.reading(reading)
                + origin(address).map(origin -> "?" + origin).orElse("");
    }

    /** The readings of a contract, from which the way back is not lost. */
    static String ofContract(AgreementId agreement, QueryParameters address) {
        return Addresses.contract(agreement)
                + origin(address).map(origin -> "&" + origin).orElse("");
    }

    static boolean isOfRun(QueryParameters address) {
        return run(address).isPresent();
    }

    private static Optional<String> origin(QueryParameters address) {
        return run(address)
                .map(run -> RUN + "=" + run)
                .or(() -> id(address, ACCOUNT).map(account -> ACCOUNT + "=" + account));
    }

    private static Optional<UUID> run(QueryParameters address) {
        return id(address, RUN);
    }

    private static Optional<UUID> id(QueryParameters address, String name) {
        return address.getSingleParameter(name).flatMap(Addresses::id);
    }
}
