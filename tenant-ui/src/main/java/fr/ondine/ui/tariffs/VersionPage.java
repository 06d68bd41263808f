package fr.ondine.ui.tariffs;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tariffs.StoredVersion;
import fr.ondine.platform.tariffs.TariffDesk;
import fr.ondine.platform.tariffs.UnknownTariff;
import fr.ondine.platform.tariffs.VersionId;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.ActionLink;
import fr.ondine.ui.shell.EmptyState;
import fr.ondine.ui.shell.Icon;
import fr.ondine.ui.shell.Page;
import java.util.Optional;

/** A page about the version of a tariff that its address names. */
abstract class VersionPage extends Page implements BeforeEnterObserver {

    final transient TariffDesk desk;
    private final transient SignedInStaff signedIn;

    VersionPage(String title, TariffDesk desk, SignedInStaff signedIn) {
        super(title);
        this.desk = desk;
        this.signedIn = signedIn;
    }

    /** Fills the empty page. */
    abstract void show(StoredVersion version, QueryParameters address);

    @Override
    public final void beforeEnter(BeforeEnterEvent arrival) {
        clear();
        var address = arrival.getLocation().getQueryParameters();
        address.getSingleParameter(Addresses.WHICH)
                .flatMap(Addresses::id)
                .map(VersionId::new)
                .flatMap(this::find)
                .ifPresentOrElse(version -> show(version, address), this::nothing);
    }

    final CurrentStaff who() {
        return signedIn.get();
    }

    final boolean mayChange(StoredVersion version) {
        return version.isDraft() && who().may(StaffPermission.SET_TARIFFS);
    }

    final Optional<StoredVersion> find(VersionId version) {
        try {
            return Optional.of(desk.version(who(), version));
        } catch (UnknownTariff gone) {
            return Optional.empty();
        }
    }

    final void nothing() {
        add(new EmptyState(
                Icon.INVOICE,
                say("tariffs.gone"),
                say("tariffs.gone.why"),
                ActionLink.primary("/" + Addresses.HOME, say("tariffs.see-all"))));
    }
}
