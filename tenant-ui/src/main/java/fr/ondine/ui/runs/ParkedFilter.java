package fr.ondine.ui.runs;

import com.vaadin.flow.router.QueryParameters;
import fr.ondine.platform.runs.ParkingReason;
import fr.ondine.platform.runs.RunId;
import java.util.Arrays;
import java.util.Optional;

/** Which of what a run set aside is looked at, as the address keeps it. */
record ParkedFilter(RunId run, Optional<ParkingReason> reason, int page) {

    static ParkedFilter of(RunId run, QueryParameters address) {
        return new ParkedFilter(
                run,
                address.getSingleParameter("motif").flatMap(ParkedFilter::reason),
                Addresses.page(address.getSingleParameter("page")));
    }

    ParkedFilter of(Optional<ParkingReason> other) {
        return new ParkedFilter(run, other, 0);
    }

    /** The address without the number of its page, which comes last. */
    String address() {
        return "/" + Addresses.parked(run) + "?motif="
                + reason.map(ParkedFilter::written).orElse("tous") + "&page=";
    }

    private static Optional<ParkingReason> reason(String text) {
        return Arrays.stream(ParkingReason.values())
                .filter(reason -> written(reason).equals(text))
                .findFirst();
    }

    private static String written(ParkingReason reason) {
        return switch (reason) {
            case NO_READING -> "sans-releve";
            case IMPLAUSIBLE -> "volume-douteux";
            case NO_HISTORY -> "sans-historique";
            case DOUBLE -> "deja-facture";
            case TARIFF_MISSING -> "tarif-manquant";
            case HOLDER_INCOMPLETE -> "titulaire-incomplet";
            case CHANGED -> "change-depuis";
        };
    }
}
