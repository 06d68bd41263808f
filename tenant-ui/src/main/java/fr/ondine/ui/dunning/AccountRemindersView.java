package fr.ondine.ui.dunning;

import static fr.ondine.ui.dunning.DunningWords.say;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.reminders.AccountReminders;
import fr.ondine.platform.reminders.Apologies;
import fr.ondine.platform.reminders.LetterId;
import fr.ondine.platform.reminders.OpenInvoice;
import fr.ondine.platform.reminders.ReminderAccounts;
import fr.ondine.platform.reminders.SentReminder;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;

/** What keeps one agreement from being reminded, and the letters that it got. */
@Route(value = Addresses.ACCOUNT, layout = StaffLayout.class)
@RolesAllowed("BILL")
class AccountRemindersView extends Page implements BeforeEnterObserver {

    private final transient ReminderAccounts accounts;
    private final transient Apologies apologies;
    private final transient LateChargeCards late;
    private final transient SignedInStaff signedIn;
    private final transient Clock clock;
    private final Div told = new Div();

    AccountRemindersView(
            ReminderAccounts accounts, Apologies apologies, LateChargeCards late, SignedInStaff signedIn, Clock clock) {
        super("dunning.account.title", "");
        this.accounts = accounts;
        this.apologies = apologies;
        this.late = late;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        told.removeAll();
        Addresses.id(arrival.getRouteParameters().get(Addresses.WHOSE).orElse(""))
                .map(AgreementId::new)
                .ifPresentOrElse(
                        id -> accounts.find(who(), id)
                                .ifPresentOrElse(
                                        found -> show(id, found),
                                        () -> arrival.rerouteToError(NotFoundException.class)),
                        () -> arrival.rerouteToError(NotFoundException.class));
    }

    private void show(AgreementId id, AccountReminders account) {
        clear();
        entitle(say("dunning.account.title", account.contract()));
        add(new Paragraph(new Anchor("/gestion/comptes/" + id.value(), say("dunning.account.back"))));
        var open = column(told);
        if (account.open().isEmpty()) {
            open.add(new Card(say("dunning.open"), new Paragraph(say("dunning.open.none"))));
        }
        account.open().forEach(invoice -> open.add(dispute(id, invoice)));
        open.add(late.of(id), new SentCard(account.sent(), true));
        var excusable =
                account.sent().stream().filter(SentReminder::isExcusable).toList();
        if (!excusable.isEmpty()) {
            open.add(new ApologyCard(
                    excusable,
                    letter -> apologies.preview(who(), letter),
                    (letter, words) -> excuse(id, letter, words)));
        }
        add(columns(open, column(protection(id, account))));
    }

    private void excuse(AgreementId id, LetterId letter, String words) {
        done(id, () -> {
            var sent = apologies.send(who(), id, letter, words);
            return say(sent.byMail() ? "dunning.apology.mailed" : "dunning.apology.to-print");
        });
    }

    private DisputeCard dispute(AgreementId id, OpenInvoice invoice) {
        return new DisputeCard(
                invoice,
                LocalDate.now(clock),
                (reason, until) -> done(
                        id,
                        () -> withTakenBack(
                                accounts.dispute(who(), id, invoice.id(), reason, until),
                                say("dunning.dispute.done", invoice.number(), until))),
                () -> attempt(id, () -> {
                    accounts.closeDispute(who(), id, invoice.id());
                    return say("dunning.dispute.closed", invoice.number());
                }));
    }

    private Card protection(AgreementId id, AccountReminders account) {
        var isProtected = account.isProtected();
        var button = isProtected
                ? Button.secondary(say("dunning.protection.end"))
                        .onPress(() -> attempt(id, () -> {
                            accounts.endProtection(who(), id);
                            return say("dunning.protection.ended");
                        }))
                : Button.secondary(say("dunning.protection.note"))
                        .onPress(() -> attempt(
                                id, () -> withTakenBack(accounts.protect(who(), id), say("dunning.protection.noted"))));
        return new Card(
                say("dunning.protection"),
                new Paragraph(
                        say(isProtected ? "dunning.protection.is" : "dunning.protection.is-not", account.holder())),
                new Paragraph(say("dunning.protection.what")),
                button);
    }

    /** One that was printed is in somebody's hands. */
    private String withTakenBack(int letters, String sentence) {
        return letters == 0 ? sentence : sentence + " " + say("dunning.taken-back");
    }

    private void attempt(AgreementId id, Supplier<String> deed) {
        try {
            done(id, deed);
        } catch (DomainException refused) {
            told.removeAll();
            told.add(Notice.plain(Tone.BAD, Texts.refusal(refused)).announced());
        }
    }

    /** What was done says so. */
    private void done(AgreementId id, Supplier<String> deed) {
        var sentence = deed.get();
        told.removeAll();
        told.add(Notice.plain(Tone.GOOD, sentence).announced());
        show(id, accounts.find(who(), id).orElseThrow());
    }

    private CurrentStaff who() {
        return signedIn.get();
    }
}
