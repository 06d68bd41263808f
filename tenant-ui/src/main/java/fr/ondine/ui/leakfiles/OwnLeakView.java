package fr.ondine.ui.leakfiles;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import fr.ondine.platform.kernel.DomainException;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.leaks.CertificateFile;
import fr.ondine.platform.leaks.CertifiedRepair;
import fr.ondine.platform.leaks.GrantedCredit;
import fr.ondine.platform.leaks.LeakFile;
import fr.ondine.platform.leaks.LeakState;
import fr.ondine.platform.leaks.Leaks;
import fr.ondine.ui.contract.ChosenContract;
import fr.ondine.ui.contract.Contracts;
import fr.ondine.ui.shell.Button;
import fr.ondine.ui.shell.Card;
import fr.ondine.ui.shell.Definitions;
import fr.ondine.ui.shell.FileField;
import fr.ondine.ui.shell.Form;
import fr.ondine.ui.shell.Notice;
import fr.ondine.ui.shell.Page;
import fr.ondine.ui.shell.Pill;
import fr.ondine.ui.shell.PortalLayout;
import fr.ondine.ui.shell.Steps;
import fr.ondine.ui.shell.TextField;
import fr.ondine.ui.shell.Texts;
import fr.ondine.ui.shell.Tone;
import fr.ondine.ui.shell.Written;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a household is told of its leak: how much, what to do until when, and where to send the certificate. */
@Route(value = Addresses.OWN, layout = PortalLayout.class)
@RolesAllowed("SUBSCRIBER")
class OwnLeakView extends Page implements BeforeEnterObserver {

    private final transient Contracts contracts;
    private final transient Leaks leaks;
    private final transient Clock clock;

    OwnLeakView(Contracts contracts, Leaks leaks, Clock clock) {
        super("leakfiles.own.title");
        this.contracts = contracts;
        this.leaks = leaks;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent arrival) {
        clear();
        var address = arrival.getLocation().getQueryParameters();
        Addresses.id(arrival.getRouteParameters().get(Addresses.WHICH).orElse(""))
                .flatMap(id -> leaks.find(contracts.person().userId(), id))
                .ifPresentOrElse(
                        file -> Addresses.at(Addresses.own(file.id()), arrival, () -> show(file, address)),
                        () -> arrival.rerouteToError(NotFoundException.class));
    }

    private void show(LeakFile file, QueryParameters address) {
        var page = column();
        said(file, address.getSingleParameter("fait").isPresent()).ifPresent(page::add);
        if (file.awaitsCertificate()) {
            page.add(columns(column(steps(file), upload(file, address)), column(facts(file), check(file))));
        } else if (file.takesCertificate()) {
            var beside = column(facts(file));
            file.check().ifPresent(asked -> beside.add(check(file)));
            page.add(columns(column(upload(file, address)), beside));
        } else {
            page.add(facts(file));
        }
        add(page);
    }

    /** How far it has come, on top of the page. */
    private Optional<Notice> said(LeakFile file, boolean isSent) {
        if (file.decision().isPresent()) {
            return Optional.of(
                    file.state() == LeakState.CREDITED
                            ? new Notice(
                                    Tone.GOOD,
                                    say("leakfiles.own.granted"),
                                    say("leakfiles.own.granted.what", taken(file)))
                            : new Notice(
                                    Tone.WARN,
                                    say("leakfiles.own.refused"),
                                    new Paragraph(file.decision().get().reason()),
                                    new Paragraph(say("leakfiles.own.refused.next"))));
        }
        if (isSent && file.state() == LeakState.RECEIVED) {
            return Optional.of(
                    new Notice(Tone.GOOD, say("leakfiles.own.sent"), say("leakfiles.own.sent.what")).announced());
        }
        return file.certificate()
                .map(one -> new Notice(
                        Tone.INFO,
                        say("leakfiles.own.received"),
                        say("leakfiles.own.received.what", one.receivedOn())));
    }

    private Money taken(LeakFile file) {
        return leaks.credits(contracts.person().userId(), file.id()).stream()
                .map(GrantedCredit::amount)
                .reduce(Money.zero(), Money::plus);
    }

    private Card facts(LeakFile file) {
        var invoices = ChosenContract.link("factures", file.agreement());
        var facts = new Definitions()
                .with(say("leakfiles.own.contract"), file.contract())
                .with(say("leakfiles.period"), LeakWording.days(file))
                .with(say("leakfiles.own.used"), Written.here().volume(file.volume()))
                .with(
                        say(file.isOfZone() ? "leakfiles.own.zone" : "leakfiles.own.usual"),
                        Written.here().volume(file.mean()));
        if (!file.invoiceNumber().isEmpty()) {
            facts.with(say("leakfiles.invoice"), new Anchor(invoices, file.invoiceNumber()));
        }
        return file.awaitsCertificate()
                ? new Card(say("leakfiles.own.facts"), facts)
                : new Card(new Paragraph(LeakWording.used("leakfiles.own.what", file)), facts);
    }

    private Card steps(LeakFile file) {
        var isLate = file.isLate(LocalDate.now(clock));
        var todo = new Steps(List.of(
                say("leakfiles.own.do.look"),
                say("leakfiles.own.do.repair"),
                file.answerBy()
                        .map(day -> say(isLate ? "leakfiles.own.do.send-late" : "leakfiles.own.do.send", day))
                        .orElseGet(() -> say("leakfiles.own.do.send-soon"))));
        var what = new Paragraph(LeakWording.used("leakfiles.own.what", file));
        var covered = Notice.plain(Tone.INFO, say(isLate ? "leakfiles.own.covered.late" : "leakfiles.own.covered"));
        return file.answerBy()
                .map(day -> Card.headed(
                        say("leakfiles.own.do"),
                        new Pill(Tone.WARN, say(isLate ? "leakfiles.own.over" : "leakfiles.own.until", day)),
                        what,
                        todo,
                        covered))
                .orElseGet(() -> new Card(say("leakfiles.own.do"), what, todo, covered));
    }

    /** By law the same month is theirs to have the meter looked at. */
    private Component check(LeakFile file) {
        var card = new Card(say("leakfiles.own.check"));
        file.check()
                .ifPresentOrElse(
                        check -> card.add(new Paragraph(check.answeredOn()
                                .map(day -> say("leakfiles.own.check.answered", day))
                                .orElseGet(() -> say("leakfiles.own.check.asked", check.askedOn(), check.answerBy())))),
                        () -> card.add(
                                new Paragraph(say("leakfiles.own.check.what")),
                                Button.secondary(say("leakfiles.own.check.ask")).onPress(() -> ask(file))));
        var today = LocalDate.now(clock);
        card.setVisible(file.check().isPresent() || file.takesCheck(today));
        return card;
    }

    private void ask(LeakFile file) {
        var person = contracts.person().userId();
        Notice said;
        try {
            leaks.askForCheck(person, file.id());
            said = Notice.plain(Tone.GOOD, say("leakfiles.own.check.sent"));
        } catch (DomainException refused) {
            said = Notice.plain(Tone.BAD, Texts.refusal(refused));
        }
        clear();
        add(said.announced());
        leaks.find(person, file.id()).ifPresent(now -> show(now, QueryParameters.empty()));
    }

    /** What is only an offer, once a certificate is here, is not the first thing to do. */
    private Button send(LeakFile file) {
        var send = Button.submit(say("leakfiles.own.send"));
        return file.awaitsCertificate() ? send : send.subdued();
    }

    private Card upload(LeakFile file, QueryParameters address) {
        var place = TextField.text("lieu", say("leakfiles.own.place"))
                .help(say("leakfiles.own.place.help"))
                .attribute("maxlength", String.valueOf(CertifiedRepair.LONGEST))
                .autocomplete("off")
                .initially(address.getSingleParameter("lieu").orElse(""))
                .required();
        var repaired = TextField.text("repare", say("leakfiles.own.repaired"))
                .attribute("type", "date")
                .autocomplete("off")
                .initially(address.getSingleParameter("repare").orElse(""))
                .required();
        var megabytes = CertificateFile.MOST_BYTES >> 20;
        var photo = new FileField("photo", say("leakfiles.own.photo"), "image/*")
                .byCamera()
                .atMost(CertificateFile.MOST_BYTES, say("leaks.file-too-large", megabytes));
        var picture = new FileField("fichier", say("leakfiles.own.file"), "application/pdf,image/*")
                .optional()
                .atMost(CertificateFile.MOST_BYTES, say("leaks.file-too-large", megabytes));
        picture.help(say("leakfiles.own.file.help", megabytes));
        var form = new Form(place, repaired, photo, picture, send(file));
        form.postsFiles(Addresses.own(file.id()) + "/attestation", () -> {
            PaperCertificateForm.typed(repaired.value())
                    .filter(day -> day.isAfter(LocalDate.now(clock)))
                    .ifPresent(day -> form.refuse(repaired, say("leaks.repaired-in-future")));
            if (!photo.isChosen() && !picture.isChosen()) {
                form.refuse(picture, say("leaks.file-type"));
            }
        });
        address.getSingleParameter("refus")
                .flatMap(UploadedCertificate.REFUSALS::code)
                .ifPresent(refusal -> {
                    var sentence = say(refusal, megabytes);
                    switch (refusal) {
                        case "leaks.place-missing" -> form.refuse(place, say(refusal, CertifiedRepair.LONGEST));
                        case "leaks.repaired-in-future" -> form.refuse(repaired, sentence);
                        case "leaks.over", "leaks.file-too-many", "documents.storage-full" -> form.refuse(sentence);
                        default -> form.refuse(picture, sentence);
                    }
                });
        var card = new Card(
                say(file.awaitsCertificate() ? "leakfiles.own.certificate" : "leakfiles.own.certificate.other"),
                form.returned());
        return file.awaitsCertificate() ? card.main() : card;
    }
}
