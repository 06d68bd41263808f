package fr.ondine.isolation;

import com.tngtech.archunit.core.domain.JavaClass;
import com.vaadin.flow.router.QueryParameters;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which parameters of an address pages read: Vaadin declares none, so the code is asked who reads any. */
final class ReadParameters {

    /** Who reads parameters, and which. */
    private static final Map<String, Set<String>> READERS = Map.ofEntries(
            Map.entry("fr.ondine.ui.contract.Contracts", Set.of("contrat")),
            Map.entry("fr.ondine.ui.contract.ChosenContract", Set.of("contrat")),
            Map.entry("fr.ondine.ui.contract.ContractSwitch", Set.of("contrat")),
            Map.entry("fr.ondine.ui.shell.Tabs", Set.of("contrat")),
            Map.entry("fr.ondine.ui.identity.LinkPage", Set.of("jeton")),
            Map.entry("fr.ondine.ui.claims.ConfirmClaimView", Set.of("jeton")),
            Map.entry("fr.ondine.ui.delegations.AcceptDelegationView", Set.of("jeton")),
            Map.entry("fr.ondine.ui.retention.RetentionView", Set.of("page")),
            Map.entry("fr.ondine.ui.claimfiles.ClaimsView", Set.of("page")),
            Map.entry("fr.ondine.ui.claims.BringInView", Set.of("jeton")),
            Map.entry("fr.ondine.ui.identity.OldSignInView", Set.of("erreur", "occupe")),
            Map.entry("fr.ondine.ui.provider.ConsentView", Set.of("client_id", "state", "scope")),
            Map.entry(
                    "fr.ondine.ui.identity.SignInView",
                    Set.of("erreur", "occupe", "deconnexion", "franceconnect", "state", "cle")),
            Map.entry("fr.ondine.ui.account.FranceConnectView", Set.of("echec")),
            Map.entry("fr.ondine.ui.account.MyDataView", Set.of("encore")),
            Map.entry("fr.ondine.ui.staff.StaffSignInView", Set.of("vers", "deconnexion", "proconnect")),
            Map.entry("fr.ondine.ui.staff.DownloadsView", Set.of("titre", "document", "refus")),
            Map.entry("fr.ondine.ui.staff.BrandView", Set.of("logo", "refus")),
            Map.entry("fr.ondine.ui.staff.StaffInvitationView", Set.of("jeton")),
            Map.entry("fr.ondine.ui.tariffs.VersionPage", Set.of("version")),
            Map.entry("fr.ondine.ui.tariffs.VersionView", Set.of()),
            Map.entry("fr.ondine.ui.tariffs.ChargeView", Set.of("prix", "nature")),
            Map.entry("fr.ondine.ui.tariffs.TrialView", Set.of("contrat")),
            Map.entry("fr.ondine.ui.tariffs.NewDraftCard", Set.of()),
            Map.entry("fr.ondine.ui.runs.RunsView", Set.of("page")),
            Map.entry("fr.ondine.ui.runs.ParkedFilter", Set.of()),
            Map.entry("fr.ondine.ui.readings.ListAddress", Set.of()),
            Map.entry("fr.ondine.ui.readings.ContractReadingsView", Set.of("contrat")),
            Map.entry("fr.ondine.ui.readings.ExchangeView", Set.of("contrat")),
            Map.entry("fr.ondine.ui.readings.UnreadView", Set.of()),
            Map.entry("fr.ondine.ui.readings.ReadingLinks", Set.of()),
            Map.entry("fr.ondine.ui.holders.HolderView", Set.of("contrat")),
            Map.entry("fr.ondine.ui.leakfiles.LeakQuery", Set.of()),
            Map.entry("fr.ondine.ui.leakfiles.OwnLeakView", Set.of("fait", "refus", "lieu", "repare")),
            Map.entry("fr.ondine.ui.desk.ToPostView", Set.of("page")),
            Map.entry("fr.ondine.ui.desk.SearchView", Set.of("q")),
            Map.entry("fr.ondine.ui.desk.InvoiceQuery", Set.of()),
            Map.entry("fr.ondine.ui.desk.CreditView", Set.of()),
            Map.entry("fr.ondine.ui.desk.InvoiceView", Set.of("fait")),
            Map.entry("fr.ondine.ui.desk.AccountView", Set.of("page")),
            Map.entry("fr.ondine.ui.dunning.Addresses", Set.of()),
            Map.entry("fr.ondine.ui.journal.JournalQuery", Set.of()),
            Map.entry("fr.ondine.ui.outbox.MailsView", Set.of()),
            Map.entry("fr.ondine.ui.outbox.UnsubscribeView", Set.of("lien")),
            Map.entry("fr.ondine.ui.schedules.PlanQuery", Set.of()),
            Map.entry("fr.ondine.ui.schedules.PlansView", Set.of()),
            // the console's pages are not there at a utility (ConsoleDoorTests), whatever the address says
            Map.entry("fr.ondine.ui.console.ConfigureView", Set.of("version")),
            Map.entry("fr.ondine.ui.console.ExportView", Set.of("refus")),
            Map.entry("fr.ondine.ui.console.OperatorSignInView", Set.of("vers")),
            Map.entry("fr.ondine.ui.console.InvitationView", Set.of()),
            Map.entry("fr.ondine.ui.console.ActsQuery", Set.of()),
            Map.entry("fr.ondine.ui.console.FleetFilter", Set.of()));

    private ReadParameters() {}

    /** The classes that read parameters and of which it is not said here which. */
    static Set<String> unknownReaders() {
        return Code.OURS.stream()
                .filter(ReadParameters::reads)
                .map(JavaClass::getName)
                .filter(name -> !READERS.containsKey(name))
                .collect(Collectors.toSet());
    }

    static Set<String> of(Class<?> view) {
        if (!Code.OURS.contain(view)) {
            return Set.of();
        }
        var read = Code.OURS.get(view).getAllRawSuperclasses().stream()
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
        read.add(view.getName());
        return read.stream()
                .flatMap(name -> READERS.getOrDefault(name, Set.of()).stream())
                .collect(Collectors.toSet());
    }

    private static boolean reads(JavaClass type) {
        return type.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(QueryParameters.class))
                || type.getFieldAccessesFromSelf().stream()
                        .anyMatch(access -> access.getTargetOwner().isEquivalentTo(QueryParameters.class));
    }
}
