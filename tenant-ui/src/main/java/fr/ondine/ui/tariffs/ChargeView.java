package fr.ondine.ui.tariffs;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.tariffs.ChargeDraft;
import fr.ondine.platform.tariffs.ChargeKind;
import fr.ondine.platform.tariffs.StoredVersion;
import fr.ondine.platform.tariffs.TariffDesk;
import fr.ondine.platform.tariffs.TariffDraft;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One charge of a draft, to be entered or changed. */
@Route(value = Addresses.CHARGE, layout = StaffLayout.class)
@RolesAllowed("SET_TARIFFS")
class ChargeView extends VersionPage {

    ChargeView(TariffDesk desk, SignedInStaff signedIn) {
        super("tariffs.charge", desk, signedIn);
    }

    @Override
    void show(StoredVersion version, QueryParameters address) {
        var known = address.getSingleParameter("prix").flatMap(code -> charge(version, code));
        var kind = known.map(ChargeDraft::kind)
                .or(() -> address.getSingleParameter("nature").flatMap(ChargeView::kind));
        if (kind.isEmpty() || !mayChange(version)) {
            nothing();
            return;
        }
        entitle(known.map(charge -> charge.terms().label()).orElse(TariffWords.of("add", kind.get())));
        add(column(
                row(new Anchor(Addresses.version(version.id()), say("tariffs.back-to-version"))),
                new Card(TariffWords.of("kind", kind.get()), form(version, kind.get(), known))));
    }

    private Form form(StoredVersion version, ChargeKind kind, Optional<ChargeDraft> known) {
        var terms = new TermsFields(kind, known);
        var entries = known.map(ChargeDraft::prices).orElse(List.of());
        var prices = switch (kind) {
            case STANDING -> new DiameterRows(entries);
            case VOLUME -> new TierRows(entries);
            case FEE -> new SinglePrice(entries);
            case LEVY -> new LevyNote();
        };
        var form = new Form(terms, prices, Button.submit(say("tariffs.charge.save")));
        return form.onSubmit(() -> {
            var typed = prices.entries(form);
            if (form.isAccepted()) {
                save(version, terms.charge(kind, typed));
            }
        });
    }

    private void save(StoredVersion version, ChargeDraft charge) {
        var draft = TariffDraft.of(version.content());
        desk.save(who(), version.id(), version.revision(), draft.with(charge.charge()));
        UI.getCurrentOrThrow()
                .navigate(
                        Addresses.VERSION,
                        QueryParameters.of(Addresses.WHICH, version.id().value().toString()));
    }

    private static Optional<ChargeDraft> charge(StoredVersion version, String code) {
        return version.content().charges().stream()
                .filter(charge -> charge.terms().code().equals(code))
                .findFirst()
                .map(ChargeDraft::of);
    }

    private static Optional<ChargeKind> kind(String name) {
        return Arrays.stream(ChargeKind.values())
                .filter(kind -> kind.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
