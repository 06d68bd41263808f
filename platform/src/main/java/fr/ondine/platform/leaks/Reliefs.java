package fr.ondine.platform.leaks;

import fr.ondine.platform.credits.CreditNotes;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Service;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.receivables.Ledger;
import fr.ondine.platform.receivables.ReceivableId;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.tariffs.Rating;
import fr.ondine.platform.tariffs.RatingRequest;
import fr.ondine.platform.tariffs.ServiceTraits;
import fr.ondine.platform.tariffs.Tariff;
import fr.ondine.platform.tariffs.Tariffs;
import fr.ondine.platform.tenancy.Tenants;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Computes what relief takes off each invoice of a file: by the tariff that it was issued by, with the volumes that are due. */
@Component
class Reliefs {

    private static final int ANY_DIAMETER = 0;

    private final RelievableInvoices invoices;
    private final CreditNotes credits;
    private final Tariffs tariffs;
    private final Ledger ledger;
    private final Tenants tenants;

    Reliefs(RelievableInvoices invoices, CreditNotes credits, Tariffs tariffs, Ledger ledger, Tenants tenants) {
        this.invoices = invoices;
        this.credits = credits;
        this.tariffs = tariffs;
        this.ledger = ledger;
        this.tenants = tenants;
    }

    /**
     * Empty while there is no invoice, or neither a certificate nor a notice that failed.
     *
     * @param late whether a certificate that came too late counts all the same
     */
    Optional<ReliefPreview> of(CurrentStaff who, LeakFile file, boolean late) {
        var billed = invoices.of(file.id());
        return file.ground(late).filter(ground -> !billed.isEmpty()).map(ground -> preview(who, file, billed, ground));
    }

    private ReliefPreview preview(
            CurrentStaff who, LeakFile file, List<RelievableInvoice> billed, ReliefGround ground) {
        var whole = ground.of(file.volume(), file.mean());
        return new ReliefPreview(
                ground == ReliefGround.CERTIFICATE,
                file.isCertifiedLate(),
                whole.water(),
                whole.sewerage(),
                billed.stream()
                        .flatMap(one -> relieved(who, file, one, ground).stream())
                        .toList());
    }

    /** All whose invoices it takes off, in the order in which whoever needs several waits for them. */
    List<AgreementId> agreements(LeakFile file) {
        return Stream.concat(
                        Stream.of(file.agreement()),
                        invoices.of(file.id()).stream().map(RelievableInvoice::agreement))
                .distinct()
                .sorted(Comparator.comparing(agreement -> agreement.value().toString()))
                .toList();
    }

    private Optional<RelievedInvoice> relieved(
            CurrentStaff who, LeakFile file, RelievableInvoice one, ReliefGround ground) {
        var mean = new Volume(file.mean().litres() * one.days() / file.used().days());
        var lines = rating(one).lines(credits.creditable(who, one.id()).lines(), ground.of(one.used(), mean));
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new RelievedInvoice(
                        one.id(),
                        tenants.current().invoiceNumbers().display(one.number()),
                        lines,
                        credits.preview(one.id(), RelievedInvoice.parts(lines))));
    }

    private ReliefRating rating(RelievableInvoice one) {
        var tariff = ledger.postedAt(new ReceivableId(one.id().value()))
                .map(when -> tariffs.paidBy(one.agreement(), one.service(), when))
                .orElse(Tariff.NONE);
        var asked = new RatingRequest(
                new ServiceTraits(ANY_DIAMETER, one.dwellings()),
                Optional.empty(),
                one.uses(),
                one.usedBefore(),
                one.issuedOn(),
                Set.of());
        return new ReliefRating(
                new Rating(tariff, tariffs.all().rules()),
                asked,
                tenants.current().rounding(),
                one.service() == Service.SEWERAGE);
    }
}
