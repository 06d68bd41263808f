package fr.ondine.ui.leakfiles;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeDetails;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.leaks.GrantedCredit;
import fr.ondine.platform.leaks.LeakDesk;
import fr.ondine.platform.leaks.LeakFile;
import fr.ondine.platform.leaks.LeakFileId;
import fr.ondine.platform.leaks.LeakState;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.ui.security.SignedInStaff;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import fr.ondine.ui.staff.StaffLayout;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;

/** One file of a leak: what was used, who was told, the certificate, and the decision with what it would take back. */
@Route(value = Addresses.FILE, layout = StaffLayout.class)
@RolesAllowed("LOOK")
class LeakView extends Page implements BeforeEnterObserver {

    private final transient LeakDesk desk;
    private final transient SignedInStaff signedIn;
    private final transient Clock clock;
    private final Div told = new Div();
    private final Div content = new Div();

    LeakView(LeakDesk desk, SignedInStaff signedIn, Clock clock) {
        super("leakfiles.one.title", "");
        this.desk = desk;
        this.signedIn = signedIn;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        clear();
        told.removeAll();
        var here = LeakQuery.of(arrival.getLocation().getQueryParameters());
        Addresses.id(arrival.getRouteParameters().get(Addresses.WHICH).orElse(""))
                .flatMap(id -> desk.find(signedIn.get(), id))
                .ifPresentOrElse(
                        file -> Addresses.at(Addresses.file(file.id()), arrival, () -> show(file)),
                        () -> arrival.rerouteToError(NotFoundException.class));
        add(column(new Paragraph(new Anchor(here.address() + "1", say("leakfiles.back"))), told, content));
    }

    private void show(LeakFile file) {
        entitle(say("leakfiles.one.title", file.contract()));
        content.removeAll();
        var deeds = column();
        var known = column(facts(file), timeline(file.id()));
        if (file.isOpen()) {
            deeds.add(decision(file), certificate(file));
            if (mayServe()) {
                known.add(letter(file.id()));
            }
            if (mayServe()
                    && (file.check().isPresent() || file.takesCheck(file.used().until()))) {
                known.add(new MeterCheckCard(desk, signedIn, file, sentence -> done(file.id(), sentence)));
            }
        } else {
            deeds.add(decided(file));
            if (isMoreToGrant(file)) {
                deeds.add(decision(file));
            }
            if (file.state() == LeakState.REFUSED && signedIn.get().may(StaffPermission.BILL)) {
                deeds.add(new ReopeningCard(reason -> {
                    desk.reopen(signedIn.get(), file.id(), reason);
                    done(file.id(), say("leakfiles.reopened"));
                }));
            }
            file.certificate().ifPresent(one -> deeds.add(certificate(file)));
        }
        content.add(columns(deeds, known));
    }

    /** What was just done is said, and the file is as it is now. */
    private void done(LeakFileId id, String sentence) {
        told.removeAll();
        told.add(Notice.plain(Tone.GOOD, sentence).announced());
        desk.find(signedIn.get(), id).ifPresent(this::show);
        focus(told);
    }

    private Card facts(LeakFile file) {
        var facts = new Definitions()
                .with(say("leakfiles.contract"), DeskLinks.account(file))
                .with(say("leakfiles.holder"), file.holder())
                .with(say("leakfiles.place"), file.street() + ", " + file.city())
                .with(say("leakfiles.period"), LeakWording.days(file))
                .with(say("leakfiles.used"), Written.here().volume(file.volume()))
                .with(
                        say("leakfiles.mean"),
                        say(
                                file.isOfZone() ? "leakfiles.mean.zone" : "leakfiles.mean.own",
                                Written.here().volume(file.mean())))
                .with(say("leakfiles.threshold"), Written.here().volume(file.threshold()));
        DeskLinks.withInvoice(file, facts);
        file.notice()
                .ifPresent(notice -> facts.with(
                        say("leakfiles.told"),
                        say(
                                "leakfiles.told.how",
                                notice.on(),
                                LeakWording.of("channel", notice.channel()),
                                notice.proof())));
        file.answerBy().ifPresent(day -> facts.with(say("leakfiles.answer-by"), Written.date(day)));
        return Card.headed(say("leakfiles.facts"), LeakWording.pill(file, LocalDate.now(clock)), facts);
    }

    private Card timeline(LeakFileId id) {
        var list = new OrderedList();
        list.addClassName("steps");
        for (var event : desk.events(signedIn.get(), id)) {
            var day = LocalDate.ofInstant(event.at(), clock.getZone());
            var words = event.detail().isEmpty()
                    ? LeakWording.event(event)
                    : say("leakfiles.event.detail", LeakWording.event(event), event.detail());
            list.add(new ListItem(LeakWording.above(new Span(words), Written.date(day))));
        }
        return new Card(say("leakfiles.timeline"), list);
    }

    private Card letter(LeakFileId id) {
        return new Card(
                say("leakfiles.letter"), new Paragraph(say("leakfiles.letter.what")), new PaperNoticeForm(one -> {
                    desk.told(signedIn.get(), id, one);
                    done(id, say("leakfiles.letter.entered"));
                }));
    }

    private Card certificate(LeakFile file) {
        var card = new Card(say("leakfiles.certificate"));
        file.certificate().ifPresent(one -> {
            var facts = new Definitions()
                    .with(say("leakfiles.certificate.received"), Written.date(one.receivedOn()))
                    .with(say("leakfiles.certificate.place"), one.place())
                    .with(say("leakfiles.certificate.repaired"), Written.date(one.repairedOn()));
            card.add(facts);
            one.document().ifPresent(document -> {
                var link = new Anchor(Addresses.certificate(file.id()), say("leakfiles.certificate.download"));
                link.setRouterIgnore(true);
                card.add(new Paragraph(link), new Paragraph(LeakWording.of("scan", one.scan())));
            });
        });
        if (mayServe() && file.state() == LeakState.RECEIVED) {
            card.add(
                    new Paragraph(say("leakfiles.check.what")),
                    Button.secondary(say("leakfiles.check")).onPress(() -> check(file)));
        }
        if (mayServe() && file.awaitsCertificate()) {
            card.add(new Paragraph(say("leakfiles.certificate.paper")), paper(file.id()));
        } else if (mayServe() && file.takesCertificate()) {
            card.add(new NativeDetails(say("leakfiles.certificate.paper"), paper(file.id())));
        }
        return card;
    }

    private PaperCertificateForm paper(LeakFileId id) {
        return new PaperCertificateForm(LocalDate.now(clock), (repair, receivedOn) -> {
            desk.enter(signedIn.get(), id, repair, receivedOn);
            done(id, say("leakfiles.certificate.entered"));
        });
    }

    private boolean mayServe() {
        return signedIn.get().may(StaffPermission.SERVE);
    }

    private void check(LeakFile file) {
        try {
            desk.check(signedIn.get(), file);
            done(file.id(), say("leakfiles.checked"));
        } catch (DomainException refused) {
            told.removeAll();
            told.add(Notice.plain(Tone.BAD, Texts.refusal(refused)).announced());
        }
    }

    private Card decision(LeakFile file) {
        return signedIn.get().may(StaffPermission.BILL)
                ? new DecisionCard(desk, signedIn, file, sentence -> done(file.id(), sentence)).main()
                : new Card(say("leakfiles.decision"), new Paragraph(say("leakfiles.decision.billers")));
    }

    private Card decided(LeakFile file) {
        var card = new Card(say("leakfiles.decision"));
        file.decision()
                .ifPresent(one -> card.add(
                        new Paragraph(say(
                                file.state() == LeakState.CREDITED
                                        ? "leakfiles.decision.granted"
                                        : "leakfiles.decision.refused",
                                one.on(),
                                one.by())),
                        new Paragraph(one.reason())));
        var facts = new Definitions();
        for (var credit : desk.credits(signedIn.get(), file.id())) {
            facts.with(say("leakfiles.decision.credit", credit.number(), credit.invoice()), DeskLinks.credit(credit));
        }
        card.add(facts);
        if (file.decision().isPresent() && !desk.isAnswered(signedIn.get(), file.id())) {
            var letter = new Anchor(Addresses.letter(file.id()), say("leakfiles.decision.print"));
            letter.setRouterIgnore(true);
            card.add(
                    new Notice(Tone.WARN, say("leakfiles.decision.unmailed"), say("leakfiles.decision.unmailed.what")),
                    new Paragraph(letter));
            desk.credits(signedIn.get(), file.id()).forEach(credit -> card.add(new Paragraph(note(credit))));
        }
        return card;
    }

    private Anchor note(GrantedCredit credit) {
        var note = new Anchor(
                "/gestion/factures/" + credit.note().value() + ".pdf",
                say("leakfiles.decision.print.credit", credit.number()));
        note.setRouterIgnore(true);
        return note;
    }

    /** Whether another invoice by the same reading came after it was granted. */
    private boolean isMoreToGrant(LeakFile file) {
        if (file.isOpen() || !signedIn.get().may(StaffPermission.BILL)) {
            return false;
        }
        try {
            return desk.preview(signedIn.get(), file.id(), file.isCertifiedLate())
                    .isPresent();
        } catch (DomainException notRated) {
            return true;
        }
    }
}
