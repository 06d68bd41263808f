package fr.ondine.platform.leaks;

import fr.ondine.platform.customers.AgreementId;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.documents.PdfRenderer;
import fr.ondine.platform.kernel.Money;
import fr.ondine.platform.kernel.Sentences;
import fr.ondine.platform.kernel.Writing;
import fr.ondine.platform.publications.LogoImage;
import fr.ondine.platform.publications.Logos;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.TenantConfig;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was decided, to be printed for a household that no mail reaches. */
@Service
@Transactional(readOnly = true)
public class LeakPaper {

    private static final String ADDRESS = """
            select concat_ws(' ', nullif(c.title, ''), nullif(c.first_name, ''), c.last_name) as holder,
                   coalesce(c.street, pr.street) as street,
                   case when c.street is null then pr.complement else c.complement end as complement,
                   concat_ws(' ', coalesce(c.postcode, pr.postcode), coalesce(c.city, pr.city)) as locality
              from agreement a
              join customer c on c.id = a.customer_id
              join service_point sp on sp.id = a.service_point_id
              join premise pr on pr.id = sp.premise_id
             where a.id = ?""";

    private final LeakReader reader;
    private final JdbcClient database;
    private final PdfRenderer renderer;
    private final Tenants tenants;
    private final Logos logos;

    LeakPaper(LeakReader reader, JdbcClient database, PdfRenderer renderer, Tenants tenants, Logos logos) {
        this.reader = reader;
        this.database = database;
        this.renderer = renderer;
        this.tenants = tenants;
        this.logos = logos;
    }

    /** Of the day of the decision; empty where none stands. */
    public Optional<DocumentContent> decision(CurrentStaff who, LeakFileId id) {
        who.require(StaffPermission.LOOK);
        return reader.find(id)
                .flatMap(file -> file.decision().map(decision -> letter(file, decision)))
                .map(this::printed);
    }

    private DecisionLetter letter(LeakFile file, LeakDecision decision) {
        var utility = tenants.current();
        var writing = new Writing(utility.languages().getFirst());
        var words = Sentences.of("fr.ondine.platform.leaks.letters", writing.locale());
        var isGranted = file.state() == LeakState.CREDITED;
        var phone = Writing.unbroken(utility.contact().mainPhone().number().value());
        return new DecisionLetter(
                isGranted,
                file.contract(),
                address(file.agreement()),
                isGranted
                        ? granted(writing, words, GrantedCredit.told(reader.credits(file.id())), phone)
                        : List.of(
                                said(writing, words, "refused.what"),
                                decision.reason(),
                                said(writing, words, "refused.then", phone)),
                decision.on());
    }

    private static String said(Writing writing, ResourceBundle words, String key, Object... values) {
        return new MessageFormat(writing.typeset(words.getString(key)), words.getLocale()).format(values);
    }

    /** Who gets no mail sees no portal either: what each invoice comes to now is said here. */
    private static List<String> granted(
            Writing writing, ResourceBundle words, List<GrantedCredit> credits, String phone) {
        var taken = credits.stream().map(GrantedCredit::amount).reduce(Money.zero(), Money::plus);
        return Stream.of(
                        Stream.of(said(writing, words, "granted.what", writing.money(taken))),
                        credits.stream()
                                .map(one -> said(
                                        writing,
                                        words,
                                        "granted.now",
                                        one.invoice(),
                                        writing.money(one.billed()),
                                        writing.money(one.due())))
                                .distinct(), // one invoice may have been credited twice
                        Stream.of(said(writing, words, "granted.then", phone)))
                .flatMap(paragraphs -> paragraphs)
                .toList();
    }

    private List<String> address(AgreementId agreement) {
        return database.sql(ADDRESS)
                .param(agreement.value())
                .query((row, number) -> Stream.of(
                                row.getString("holder"),
                                row.getString("street"),
                                row.getString("complement"),
                                row.getString("locality"))
                        .map(line -> line == null ? "" : line.strip())
                        .filter(line -> !line.isEmpty())
                        .toList())
                .single();
    }

    private DocumentContent printed(DecisionLetter letter) {
        var utility = tenants.current();
        var language = utility.languages().getFirst();
        var pdf = renderer.render(
                "reminder",
                language,
                Map.of(
                        "document",
                        "leak.document",
                        "letters",
                        List.of(letter),
                        "utility",
                        utility,
                        "logo",
                        logo(utility),
                        "w",
                        new Writing(language)));
        return new DocumentContent("fuite-" + letter.sentOn() + ".pdf", DocumentContent.PDF, pdf);
    }

    private String logo(TenantConfig utility) {
        return Optional.ofNullable(utility.brand().logo())
                .flatMap(named -> logos.find(named.file().id()))
                .map(LogoImage::inline)
                .orElse("");
    }
}
