package fr.ondine.ui.readings;

import com.vaadin.flow.router.QueryParameters;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.metering.ReadingId;
import java.util.Optional;
import java.util.UUID;

/** The way to the readings of a contract from a billing run that could not bill it, and back. */
public final class ReadingLinks {

    private static final String RUN = "campagne";

    private ReadingLinks() {}

    /** {@code run} is where the page leads back to. */
    public static String ofContract(AgreementId agreement, UUID run) {
        return Addresses.contract(agreement) + "&" + RUN + "=" + run;
    }

    /** The list of what a run set aside, from which an address was reached. */
    public static Optional<String> back(QueryParameters address) {
        return run(address).map(run -> "/gestion/facturation/" + run + "/mis-de-cote");
    }

    /** A reading of the contract, from which the way back is not lost. */
    static String ofReading(ReadingId reading, QueryParameters address) {
        return Addresses.reading(reading)
                + run(address).map(run -> "?" + RUN + "=" + run).orElse("");
    }

    private static Optional<UUID> run(QueryParameters address) {
        return address.getSingleParameter(RUN).flatMap(Addresses::id);
    }
}
