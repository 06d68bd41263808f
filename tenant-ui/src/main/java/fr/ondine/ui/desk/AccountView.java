package fr.ondine.ui.desk;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.billing.ChosenForms;
import fr.ondine.platform.billing.ManagedAccount;
import fr.ondine.platform.billing.ManagedAccounts;
import fr.ondine.platform.customers.AccessDesk;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.leaks.LeakDesk;
import fr.ondine.platform.notifications.MailDesk;
import fr.ondine.platform.oldaccounts.OldAccountDesk;
import fr.ondine.platform.plans.ManagedPlans;
import fr.ondine.platform.plans.Plan;
import fr.ondine.platform.receivables.Statements;
import fr.ondine.platform.reminders.ReminderAccounts;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.Feature;
import fr.ondine.ui.dunning.SentCard;
import fr.ondine.ui.leakfiles.LeakFilesCard;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.stream.Stream;

/** The account of one agreement: who holds it, what is owed, and every movement that led there. */
@Route(value = Addresses.ACCOUNT, layout = StaffLayout.class)
@RolesAllowed("LOOK")
class AccountView extends Page implements BeforeEnterObserver {

    private final transient ManagedAccounts accounts;
    private final transient Statements statements;
    private final transient ChosenForms forms;
    private final transient ReminderAccounts reminders;
    private final transient MailDesk mails;
    private final transient ManagedPlans plans;
    private final transient LeakDesk leaks;
    private final transient OldAccountDesk oldAccounts;
    private final transient AccessDesk access;
    private final transient Clock clock;
    private final transient Tenants tenants;
    private final transient SignedInStaff signedIn;

    AccountView(
            ManagedAccounts accounts,
            Statements statements,
            ChosenForms forms,
            ReminderAccounts reminders,
            MailDesk mails,
            ManagedPlans plans,
            LeakDesk leaks,
            OldAccountDesk oldAccounts,
            AccessDesk access,
            Clock clock,
            Tenants tenants,
            SignedInStaff signedIn) {
        super("desk.account.title", "");
        this.accounts = accounts;
        this.statements = statements;
        this.forms = forms;
        this.reminders = reminders;
        this.mails = mails;
        this.plans = plans;
        this.leaks = leaks;
        this.oldAccounts = oldAccounts;
        this.access = access;
        this.clock = clock;
        this.tenants = tenants;
        this.signedIn = signedIn;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        clear();
        var page = Addresses.page(arrival.getLocation().getQueryParameters().getSingleParameter("page"));
        Addresses.id(arrival.getRouteParameters().get(Addresses.WHOSE).orElse(""))
                .flatMap(id -> accounts.find(signedIn.get(), new AgreementId(id)))
                .ifPresentOrElse(account -> show(account, page), () -> arrival.rerouteToError(NotFoundException.class));
    }

    private void show(ManagedAccount account, int page) {
        var id = account.agreement().id();
        entitle(say("desk.account.title", account.agreement().number()));
        var plan = plans.find(signedIn.get(), id).filter(Plan::isRunning);
        var statement = new StatementCard(
                statements.page(signedIn.get(), id, page),
                page,
                Addresses.account(id),
                tenants.current().invoiceNumbers(),
                plan.isPresent());
        refused(account);
        var main = column(new OwedCard(account.invoices(), plan, LocalDate.now(clock)), statement);
        var sent = reminders.history(signedIn.get(), id);
        if (!sent.isEmpty()) {
            main.add(new SentCard(sent));
        }
        var side = column(
                new HolderCard(
                        account,
                        forms.last(signedIn.get(), id),
                        tenants.current().zone()),
                tasks(account));
        var leaked = leaks.of(signedIn.get(), id);
        if (!leaked.isEmpty()) {
            side.add(new LeakFilesCard(leaked, LocalDate.now(clock)));
        }
        var old = oldAccounts.of(signedIn.get(), id);
        if (!old.isEmpty()) {
            side.add(new OldAccountCard(oldAccounts, signedIn.get(), old));
        }
        if (!account.emails().isEmpty() && signedIn.get().may(StaffPermission.SERVE)) {
            side.add(new AccessCard(access, signedIn.get(), id, access.accounts(signedIn.get(), id)));
        }
        add(columns(new Div(main), side));
    }

    /** Nothing is announced to an address that came back, nor where announcements are refused. */
    private void refused(ManagedAccount account) {
        var onFile = account.agreement().holder().email();
        var addresses = Stream.concat(Stream.ofNullable(onFile), account.emails().stream())
                .distinct()
                .toList();
        var refused = mails.bounced(signedIn.get(), addresses);
        var sentences = new ArrayList<String>();
        if (!refused.isEmpty()) {
            sentences.add(say("desk.email.refused", String.join(", ", refused)));
        }
        if (forms.isPostedAllTheSame(signedIn.get(), account.agreement().id())) {
            sentences.add(say("desk.form.posted"));
        }
        if (!sentences.isEmpty()) {
            var notice = Notice.plain(Tone.WARN, sentences.removeFirst());
            sentences.forEach(sentence -> notice.add(new Paragraph(sentence)));
            add(notice);
        }
    }

    private TasksCard tasks(ManagedAccount account) {
        var hasKeys = tenants.current().claims().claimKey() != null;
        var isSeen = tenants.current().offers(Feature.SEE_AS_SUBSCRIBER)
                && !account.emails().isEmpty();
        return new TasksCard(account.agreement().id(), hasKeys, isSeen, signedIn.get());
    }
}
