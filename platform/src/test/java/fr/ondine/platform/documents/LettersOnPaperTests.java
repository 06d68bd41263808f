package fr.ondine.platform.documents;

import static fr.ondine.platform.kernel.Money.euros;
import static org.assertj.core.api.Assertions.assertThat;

import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.customers.Holder;
import fr.ondine.platform.customers.PaymentMethod;
import fr.ondine.platform.customers.Service;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Writing;
import fr.ondine.platform.leaks.DecisionLetter;
import fr.ondine.platform.network.Address;
import fr.ondine.platform.network.ServicePointId;
import fr.ondine.platform.plans.Plan;
import fr.ondine.platform.plans.PlanBasis;
import fr.ondine.platform.plans.PlanId;
import fr.ondine.platform.plans.PlanState;
import fr.ondine.platform.plans.PlannedPayment;
import fr.ondine.platform.plans.YearlyAmount;
import fr.ondine.platform.reminders.LetterId;
import fr.ondine.platform.reminders.WrittenApology;
import fr.ondine.platform.reminders.WrittenReminder;
import fr.ondine.tenantconfig.BundledTenants;
import fr.ondine.tenantconfig.ReminderStep;
import fr.ondine.tenantconfig.ReminderText;
import fr.ondine.tenantconfig.TenantConfig;
import fr.ondine.tenantconfig.TenantConfigReader;
import fr.ondine.testing.Conformance;
import fr.ondine.testing.EnvelopeWindow;
import fr.ondine.testing.PaperPictures;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One of each letter: a document that can be archived and read aloud, on one page, and its picture. */
@Tag("long")
class LettersOnPaperTests {

    private static final TenantConfig SIEGVO = TenantConfigReader.read(BundledTenants.yaml("siegvo"));
    private static final Writing WRITING = new Writing(SIEGVO.languages().getFirst());
    private static final String CONTRACT = "20 1234 567";
    private static final String PHONE =
            Writing.unbroken(SIEGVO.contact().mainPhone().number().value());
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 12);
    private static final AgreementId AGREEMENT = new AgreementId(UUID.randomUUID());
    private static final List<String> ADDRESS =
            List.of("Mme Élise & M. Paul d'Aubigné-Müller", "12 rue des Sources", "Bâtiment B", "57000 METZ");
    private static final Money ASKED = euros("346.05");

    @Test
    void a_reminder() throws Exception {
        isALetter("relance", reminder(ReminderStep.REMINDER));
    }

    @Test
    void a_formal_notice() throws Exception {
        isALetter("mise-en-demeure", reminder(ReminderStep.FORMAL_NOTICE));
    }

    @Test
    void excuses_for_one() throws Exception {
        var text = filled(ReminderText.apology(ReminderStep.FORMAL_NOTICE, WRITING.locale()));
        isALetter(
                "excuses",
                new WrittenApology(
                        AGREEMENT,
                        CONTRACT,
                        ADDRESS,
                        List.of(
                                text.getFirst(),
                                "Votre virement du 2 novembre nous était parvenu : il avait été porté au compte d'un autre"
                                        + " abonné.",
                                text.getLast()),
                        TODAY));
    }

    @Test
    void what_was_decided_of_a_leak() throws Exception {
        isALetter(
                "fuite-reponse",
                new DecisionLetter(
                        false,
                        CONTRACT,
                        ADDRESS,
                        List.of(
                                "Nous avons étudié votre dossier de fuite. Nous ne pouvons pas réduire votre facture d'eau :"
                                        + " elle reste due. Voici pourquoi.",
                                "La fuite était sur un chauffe-eau : les appareils ménagers, les équipements sanitaires et"
                                        + " le chauffage ne sont pas couverts par la loi.",
                                "Vous n'êtes pas d'accord, ou vous avez un autre justificatif ? Écrivez-nous ou appelez-nous"
                                        + " au " + PHONE + "."),
                        TODAY));
    }

    @Test
    void a_plan() throws Exception {
        isOnePage("plan", "schedule", plan(), "Mme Élise d'Aubigné-Müller");
    }

    @Test
    void a_plan_promises_no_other_notice_where_each_instalment_is_told_of() {
        var telling = TenantConfigReader.read(BundledTenants.yaml("siegvo")
                .replace("rounding:", "invoice-mails:\n  issued: true\n  due-soon-days: 7\n\nrounding:"));

        assertThat(schedule(SIEGVO)).contains("annonce tous les paiements", "d&#39;autre avis");
        assertThat(schedule(telling)).contains("annonce tous les paiements").doesNotContain("autre avis");
    }

    /** Code de commerce R123-237: a company says on its letters what it is. */
    @Test
    void each_letter_of_a_company_says_its_form_its_capital_and_its_register() {
        var company = TenantConfigReader.read(BundledTenants.yaml("ileo"));
        var model = new HashMap<>(about(reminder(ReminderStep.FORMAL_NOTICE)));
        model.putAll(Map.of("utility", company, "logo", "", "w", WRITING));

        assertThat(new PdfRenderer().page("reminder", WRITING.locale(), model))
                .contains("SIREN 812 501 005", "SA au capital de");
        assertThat(schedule(company)).contains("SA au capital de");
        assertThat(schedule(SIEGVO)).doesNotContain("capital");
    }

    private static String schedule(TenantConfig utility) {
        var model = new HashMap<>(plan());
        model.putAll(Map.of("utility", utility, "logo", "", "w", WRITING));
        return new PdfRenderer().page("schedule", WRITING.locale(), model);
    }

    private static Map<String, Object> plan() {
        var address = new Address("12 rue des Sources", "Bâtiment B", "57000", "METZ");
        var holder = new Holder("Mme", "Élise", "d'Aubigné-Müller", null, null, null, null);
        var agreement = new AgreementCard(
                AGREEMENT,
                CONTRACT,
                Service.WATER,
                new ServicePointId(UUID.randomUUID()),
                address,
                null,
                holder,
                PaymentMethod.INSTALMENTS,
                null,
                LocalDate.of(2019, 3, 1),
                null,
                List.of());
        // the tenth, or the next day on which banks are open
        var days = List.of(11, 10, 10, 12, 10, 10, 12, 10, 10, 11);
        var payments = IntStream.range(0, days.size())
                .mapToObj(at -> new PlannedPayment(
                        LocalDate.of(2027, at + 1, days.get(at)),
                        at == days.size() - 1 ? euros("59.57") : euros("59.52"),
                        Money.zero()))
                .toList();
        var plan = new Plan(
                new PlanId(UUID.randomUUID()),
                AGREEMENT,
                PlanState.AGREED,
                1,
                10,
                new YearlyAmount(euros("595.25"), PlanBasis.STAFF, null),
                TODAY,
                null,
                null,
                Money.zero(),
                null,
                Money.zero(),
                null,
                payments);
        var way = new PdfRenderer()
                .sentence(
                        "schedule.debited.by",
                        WRITING.locale(),
                        Writing.unbroken("FR76 •••• •••• 0185"),
                        "RUM-2019-0042",
                        "FR48ZZZ227807");
        return Map.of("plan", plan, "agreement", agreement, "ways", List.of(way));
    }

    private static WrittenReminder reminder(ReminderStep step) {
        return new WrittenReminder(
                new LetterId(UUID.randomUUID()),
                AGREEMENT,
                step,
                CONTRACT,
                ADDRESS,
                filled(ReminderText.usual(step, WRITING.locale())),
                ASKED,
                TODAY,
                List.of(
                        new WrittenReminder.Line(
                                "2026-001877", LocalDate.of(2026, 1, 12), LocalDate.of(2026, 2, 11), euros("48.20")),
                        new WrittenReminder.Line(
                                "2026-004218", LocalDate.of(2026, 7, 10), LocalDate.of(2026, 8, 9), euros("297.85"))));
    }

    private static List<String> filled(String text) {
        var values = Map.of(
                "{montant}", WRITING.money(ASKED),
                "{contrat}", Writing.unbroken(CONTRACT),
                "{échéance}", Writing.unbroken(WRITING.date(LocalDate.of(2026, 2, 11))),
                "{date}", Writing.unbroken(WRITING.date(LocalDate.of(2026, 10, 30))),
                "{téléphone}", PHONE);
        return Stream.of(ReminderText.filled(WRITING.typeset(text), 2, values).split("\n\n"))
                .toList();
    }

    private static void isALetter(String name, Object letter) throws Exception {
        isOnePage(name, "reminder", about(letter), ADDRESS.getFirst());
    }

    private static Map<String, Object> about(Object letter) {
        return Map.of(
                "document",
                letter instanceof DecisionLetter ? "leak.document" : "reminder.document",
                "letters",
                List.of(letter),
                "ways",
                List.of(
                        "Par carte bancaire, dans votre espace abonné : https://abonnes.siegvo.fr",
                        "Par chèque à l'ordre du Trésor public.",
                        "Par virement : IBAN FR76 1000 1000 0100 0000 0000 123."));
    }

    private static void isOnePage(String name, String template, Map<String, Object> about, String addressee)
            throws Exception {
        var model = new HashMap<>(about);
        model.putAll(Map.of("utility", SIEGVO, "logo", "", "w", WRITING));
        var pdf = new PdfRenderer().render(template, WRITING.locale(), model);

        PaperPictures.keep(name, pdf);
        assertThat(Conformance.ARCHIVE.faults(pdf)).as(name).isEmpty();
        assertThat(Conformance.ACCESSIBILITY.faults(pdf)).as(name).isEmpty();
        try (var document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).as(name).isOne();
            var address = Stream.concat(Stream.of(addressee), ADDRESS.stream().skip(1))
                    .toList();
            EnvelopeWindow.showsOnly(address, document);
        }
    }
}
