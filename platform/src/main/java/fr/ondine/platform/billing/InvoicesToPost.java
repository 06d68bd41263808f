package fr.ondine.platform.billing;

import fr.ondine.platform.audit.AuditTrail;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.documents.Documents;
import fr.ondine.platform.documents.PdfRenderer;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tenancy.Tenants;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The invoices of a run or of a day that go by post, each in the form that its holder chose. Who wants no paper gets none as long as
 * somebody is told of each invoice: the utility announces them, to an account whose address takes mails and wants them.
 */
@Service
@Transactional(readOnly = true)
public class InvoicesToPost {

    /** So many at once, by their ids. */
    public static final int PAGE = 1_000;

    private static final String FORM =
            " case when f.form is null or f.form = 'ELECTRONIC' then 'PAPER' else f.form end";

    /** How many days there are on a page. */
    public static final int DAYS = 20;

    private static final String POSTED = """
             from invoice i left join invoice_form f using (agreement_id)
            where not (:announced and coalesce(f.form, 'PAPER') = 'ELECTRONIC' and %s)
              and\s""".formatted(InvoiceFormStore.TOLD.formatted("i.agreement_id"));

    private final JdbcClient database;
    private final IssuedInvoices issued;
    private final InvoicePaper paper;
    private final Documents documents;
    private final PdfRenderer renderer;
    private final Tenants tenants;
    private final AuditTrail audit;
    private final TakenPosts taken;

    InvoicesToPost(
            JdbcClient database,
            IssuedInvoices issued,
            InvoicePaper paper,
            Documents documents,
            PdfRenderer renderer,
            Tenants tenants,
            AuditTrail audit,
            TakenPosts taken) {
        this.database = database;
        this.issued = issued;
        this.paper = paper;
        this.documents = documents;
        this.renderer = renderer;
        this.tenants = tenants;
        this.audit = audit;
        this.taken = taken;
    }

    /** One that goes by post. */
    public record ToPost(InvoiceId id, InvoiceForm form) {}

    /** How many there are of each form; forms of which there is none are not in it. */
    public Map<InvoiceForm, Long> count(CurrentStaff who, PostLot lot) {
        who.require(StaffPermission.LOOK_AT_BILLING);
        var counts = new EnumMap<InvoiceForm, Long>(InvoiceForm.class);
        posted("select" + FORM + " as form, count(*) as many", lot.condition(), " group by 1")
                .params(lot.parameters())
                .query(row -> {
                    counts.put(InvoiceForm.valueOf(row.getString("form")), row.getLong("many"));
                });
        return counts;
    }

    /** When somebody took it last, and who; nobody is kept from doing it again. */
    public Optional<PostTaken> lastTaken(CurrentStaff who, PostLot lot) {
        who.require(StaffPermission.LOOK_AT_BILLING);
        return Optional.ofNullable(taken.last(List.of(lot.subject())).get(lot.subject()));
    }

    /** The days on which staff issued something one by one that goes by post, the last first; the first page is 0. */
    public PostDays days(CurrentStaff who, int page) {
        who.require(StaffPermission.LOOK_AT_BILLING);
        var counts = new LinkedHashMap<LocalDate, Map<InvoiceForm, Long>>();
        posted(
                        "select issued_on, form, many from (select issued_on, form, many,"
                                + " dense_rank() over (order by issued_on desc) as place from (select i.issued_on,"
                                + FORM
                                + " as form, count(*) as many",
                        PostLot.OneByOne.SINGLE,
                        " group by 1, 2) counted) placed where place > :before and place <= :before + :most order by issued_on desc, form")
                .param("before", page * DAYS)
                .param("most", DAYS + 1)
                .query(row -> {
                    counts.computeIfAbsent(
                                    row.getObject("issued_on", LocalDate.class),
                                    day -> new EnumMap<>(InvoiceForm.class))
                            .put(InvoiceForm.valueOf(row.getString("form")), row.getLong("many"));
                });
        return page(counts);
    }

    private PostDays page(Map<LocalDate, Map<InvoiceForm, Long>> counts) {
        var days = counts.keySet().stream().limit(DAYS).toList();
        var known = taken.last(days.stream().map(InvoicesToPost::subject).toList());
        return new PostDays(
                days.stream()
                        .map(day -> new PostDay(
                                day,
                                Objects.requireNonNull(counts.get(day)),
                                Optional.ofNullable(known.get(subject(day)))))
                        .toList(),
                counts.size() > DAYS);
    }

    private static String subject(LocalDate day) {
        return new PostLot.OneByOne(day).subject();
    }

    /** Writes down that somebody takes all of it: by what stands on them contracts are claimed. */
    @Transactional
    public void taken(CurrentStaff who, PostLot lot) {
        who.require(StaffPermission.BILL);
        var count = count(who, lot).values().stream().mapToLong(Long::longValue).sum();
        if (count > 0) {
            audit.record(who.actor(), TakenPosts.ACTION, lot.subject(), String.valueOf(count));
        }
    }

    /** The next ones after an id; the first ones after one of zeros. */
    public List<ToPost> page(CurrentStaff who, PostLot lot, InvoiceId after) {
        who.require(StaffPermission.BILL);
        return posted(
                        "select i.id," + FORM + " as form",
                        lot.condition(),
                        " and i.id > :after order by i.id limit :most")
                .params(lot.parameters())
                .param("after", after.value())
                .param("most", PAGE)
                .query((row, number) -> new ToPost(
                        new InvoiceId(row.getObject("id", UUID.class)), InvoiceForm.valueOf(row.getString("form"))))
                .list();
    }

    private JdbcClient.StatementSpec posted(String select, String condition, String rest) {
        return database.sql(select + POSTED + condition + rest)
                .param("announced", tenants.current().invoiceMails().issued());
    }

    /** What is put into the envelope; braille comes as the text that is transcribed. */
    @Transactional
    public DocumentContent content(CurrentStaff who, ToPost one) {
        who.require(StaffPermission.BILL);
        var invoice = issued.find(one.id()).orElseThrow(UnknownInvoice::new);
        return switch (one.form()) {
            case LARGE_PRINT -> paper.largePrint(invoice);
            case BRAILLE, BRAILLE_CONTRACTED ->
                new DocumentContent(
                        InvoicePaper.name(invoice) + ".txt",
                        "text/plain;charset=UTF-8",
                        paper.text(invoice).plain().getBytes(StandardCharsets.UTF_8));
            case PAPER, ELECTRONIC -> invoice.original() == null ? paper.of(invoice) : original(invoice);
        };
    }

    /** Named by its number, of which there is one: two files of an import may bear the same name. */
    private DocumentContent original(IssuedInvoice invoice) {
        var original = documents.content(Objects.requireNonNull(invoice.original()));
        var name = original.fileName();
        var end = name.contains(".") ? name.substring(name.lastIndexOf('.')) : "";
        return new DocumentContent(InvoicePaper.name(invoice) + end, original.mediaType(), original.bytes());
    }

    /** What lies on top of it in the envelope, with the address; empty where the paper shows the address itself. */
    public Optional<DocumentContent> addressSheet(CurrentStaff who, ToPost one) {
        who.require(StaffPermission.BILL);
        if (!AddressSheet.isNeeded(one.form())) {
            return Optional.empty();
        }
        var invoice = issued.find(one.id()).orElseThrow(UnknownInvoice::new);
        var address = paper.addressee(invoice, null).postalAddress();
        var head = paper.letterhead(invoice);
        var enclosed = new AddressSheet.Enclosed(
                head.utility().invoiceNumbers().display(invoice.number()),
                invoice.kind() == InvoiceKind.CREDIT_NOTE,
                one.form());
        var pdf = new AddressSheet(renderer).pdf(enclosed, address, head);
        return Optional.of(new DocumentContent(InvoicePaper.name(invoice) + "-adresse.pdf", DocumentContent.PDF, pdf));
    }
}
