package fr.ondine.ui.dashboard;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.tenantconfig.Feature;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.invoices.Settling;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Tone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the dashboard shows of one contract: the cards, and above them what cannot wait. */
final class OverviewCards {

    private final TenantConfig utility;
    private final ChosenContract chosen;
    private final LocalDate today;

    OverviewCards(TenantConfig utility, ChosenContract chosen, LocalDate today) {
        this.utility = utility;
        this.chosen = chosen;
        this.today = today;
    }

    /** {@code leak} tells of an abnormal use where a file is open, and else its own notice does. */
    List<Component> of(Overview overview, Settling settling, Optional<Notice> leak) {
        var parts = new ArrayList<Component>();
        leak.ifPresent(parts::add);
        if (leak.isEmpty() && overview.consumption().isAbnormal() && utility.offers(Feature.ABNORMAL_USE_NOTICE)) {
            parts.add(new Notice(
                    Tone.WARN,
                    I18NProvider.translate("dashboard.abnormal"),
                    I18NProvider.translate("dashboard.abnormal.what")));
        }
        parts.add(Page.columns(first(overview, settling), beside(overview)));
        return parts;
    }

    private Component first(Overview overview, Settling settling) {
        var column = Page.column(DueCard.of(overview, chosen, settling, today));
        ElsewhereNote.of(overview.asked(), chosen).ifPresent(column::add);
        if (!overview.consumption().periods().isEmpty()) {
            column.add(new ConsumptionCard(overview.consumption(), chosen.link("consommations")));
        }
        return column;
    }

    /** The way to pay by the month, where it can be asked for. */
    private Optional<String> monthly(Overview overview) {
        return Optional.of(chosen.link("echeancier"))
                .filter(page -> chosen.contract().isHeld()
                        && utility.offers(Feature.INSTALMENT_PLANS)
                        && overview.plan().isEmpty()
                        && overview.card().endedOn() == null
                        && overview.card().paymentMethod() != PaymentMethod.INSTALMENTS);
    }

    /** Where the holder, and nobody else, sends a reading. */
    private Optional<String> readingPage() {
        return Optional.of(chosen.link("consommations/releve"))
                .filter(page -> chosen.contract().isHeld());
    }

    private Component beside(Overview overview) {
        var column = Page.column(new ContractCard(overview.card()));
        overview.account().latest().ifPresent(latest -> column.add(new LastInvoiceCard(latest, chosen)));
        column.add(
                new ReadingCard(overview, utility, readingPage()),
                new PaymentMethodCard(overview.card(), overview.plan().isPresent(), monthly(overview)));
        if (!utility.downloads().isEmpty()) {
            column.add(new DownloadsCard(utility.downloads()));
        }
        return column;
    }
}
