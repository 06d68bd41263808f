package fr.ondine.ui.dashboard;

import com.vaadin.flow.i18n.I18NProvider;
import fr.ondine.platform.billing.InvoiceAccount;
import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.billing.InvoiceKind;
import fr.ondine.platform.billing.InvoiceSummary;
import fr.ondine.platform.customers.Access;
import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.AgreementSummary;
import fr.ondine.platform.customers.Holder;
import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.customers.Service;
import fr.ondine.platform.identity.CurrentUser;
import fr.ondine.platform.identity.UserId;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Period;
import fr.ondine.platform.kernel.Volume;
import fr.ondine.platform.metering.ConsumptionHistory;
import fr.ondine.platform.metering.MeterInstallation;
import fr.ondine.platform.metering.MeterState;
import fr.ondine.platform.metering.PeriodConsumption;
import fr.ondine.platform.metering.Reading;
import fr.ondine.platform.metering.ReadingQuality;
import fr.ondine.platform.metering.ReadingSource;
import fr.ondine.platform.network.Address;
import fr.ondine.platform.network.ServicePointId;
import fr.ondine.platform.receivables.ReceivableState;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.ui.contract.ChosenContract;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/** The contract of nobody: invented, for whoever decides how a portal looks. It is in no database. */
final class ExampleContract {

    private static final UUID NOBODY = new UUID(0, 0);
    private static final Money AMOUNT = Money.euros("86.40");
    private static final String METER = "D20FA123456";
    private static final int HALF_YEAR = 6;
    private static final int[] CUBIC_METRES = {48, 41, 52, 43};

    private final String contractNumber;
    private final String invoiceNumber;
    private final LocalDate today;
    private final LocalDate readOn;

    /** Its numbers have the utility's own forms. */
    ExampleContract(TenantConfig utility, LocalDate today) {
        contractNumber = utility.contractNumbers().forms().getFirst().example();
        invoiceNumber = utility.invoiceNumbers().forms().getFirst().example();
        this.today = today;
        readOn = today.minusDays(12);
    }

    ChosenContract chosen(TenantConfig utility, String path) {
        var nobody = new CurrentUser(utility.slug(), new UserId(NOBODY), say("email"), person(), 0);
        var place = served();
        var contract = new AgreementSummary(
                new AgreementId(NOBODY),
                contractNumber,
                Service.WATER,
                place.street(),
                place.postcode(),
                place.city(),
                false,
                Access.HOLDS);
        return new ChosenContract(nobody, contract, List.of(contract), path);
    }

    static String person() {
        return say("first-name") + " " + say("last-name");
    }

    Overview overview() {
        var reading =
                new Reading(METER, readOn, Volume.ofCubicMetres(1284), ReadingSource.AGENT, ReadingQuality.ACTUAL);
        var meter = new MeterInstallation(NOBODY, METER, 5, today.minusYears(6), Volume.ofCubicMetres(0), null, null);
        return new Overview(
                card(),
                account(),
                Map.of(new AgreementId(NOBODY), AMOUNT),
                consumption(),
                Optional.of(new MeterState(meter, Optional.of(reading), false)),
                Optional.of(reading),
                Optional.empty(),
                Optional.empty());
    }

    private AgreementCard card() {
        return new AgreementCard(
                new AgreementId(NOBODY),
                contractNumber,
                Service.WATER,
                new ServicePointId(NOBODY),
                served(),
                null,
                new Holder(null, say("first-name"), say("last-name"), null, null, say("email"), served()),
                PaymentMethod.ON_INVOICE,
                null,
                today.minusYears(6),
                null,
                List.of());
    }

    private static Address served() {
        return new Address(say("street"), null, say("postcode"), say("city"));
    }

    private InvoiceAccount account() {
        var invoice = new InvoiceSummary(
                new InvoiceId(NOBODY),
                invoiceNumber,
                InvoiceKind.ACTUAL,
                contractNumber,
                today.minusDays(8),
                today.plusDays(20),
                halfYear(1),
                AMOUNT,
                AMOUNT,
                AMOUNT,
                ReceivableState.DUE,
                null,
                null,
                today.minusDays(1));
        return new InvoiceAccount(
                AMOUNT, Optional.of(invoice), List.of(invoice), List.of(), List.of(), today.minusDays(1));
    }

    private ConsumptionHistory consumption() {
        var periods = IntStream.range(0, CUBIC_METRES.length)
                .mapToObj(at -> new PeriodConsumption(
                        halfYear(CUBIC_METRES.length - at), Volume.ofCubicMetres(CUBIC_METRES[at]), false))
                .toList();
        return new ConsumptionHistory(
                periods, Optional.of(Volume.ofCubicMetres(42)), Optional.of(new Volume(252)), false);
    }

    /** One of the half-years before the last reading, the latest being the first. */
    private Period halfYear(int back) {
        return new Period(
                readOn.minusMonths((long) HALF_YEAR * back), readOn.minusMonths((long) HALF_YEAR * (back - 1)));
    }

    private static String say(String key) {
        return I18NProvider.translate("dashboard.example." + key);
    }
}
