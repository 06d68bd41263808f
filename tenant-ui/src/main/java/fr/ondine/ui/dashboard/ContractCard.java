package fr.ondine.ui.dashboard;

import com.vaadin.flow.component.html.H2;
import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.customers.Holder;
import fr.ondine.platform.customers.OlderNumber;
import fr.ondine.platform.network.Address;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who holds the contract, for which address, and how to reach them. */
class ContractCard extends Card {

    ContractCard(AgreementCard card) {
        var holder = card.holder();
        add(
                new H2(getTranslation("dashboard.contract")),
                new Definitions()
                        .with(getTranslation("dashboard.contract.number"), card.number())
                        .with(getTranslation("dashboard.contract.older"), older(card))
                        .with(getTranslation("dashboard.contract.served"), lines(card.served()))
                        .with(
                                getTranslation("dashboard.contract.occupant"),
                                holder.name().equals(card.occupant()) ? null : card.occupant())
                        .with(getTranslation("dashboard.contract.holder"), holder.name())
                        .with(getTranslation("dashboard.contract.postal"), postal(holder))
                        .with(getTranslation("dashboard.contract.phone"), holder.phone())
                        .with(getTranslation("dashboard.contract.mobile"), holder.mobile())
                        .with(getTranslation("dashboard.contract.email"), holder.email()));
    }

    private String older(AgreementCard card) {
        return card.olderNumbers().stream().map(this::older).collect(Collectors.joining("\n"));
    }

    private String older(OlderNumber older) {
        return getTranslation("dashboard.contract.until", older.number(), older.replacedOn());
    }

    private static @Nullable String postal(Holder holder) {
        return holder.postalAddress() == null ? null : lines(holder.postalAddress());
    }

    private static String lines(Address address) {
        return Stream.of(address.street(), address.complement(), address.locality())
                .filter(Objects::nonNull)
                .filter(line -> !line.isBlank())
                .collect(Collectors.joining("\n"));
    }
}
