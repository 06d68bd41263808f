package fr.ondine.platform.reminders;

import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.documents.OtherWays;
import fr.ondine.platform.documents.PdfRenderer;
import fr.ondine.platform.kernel.Writing;
import fr.ondine.platform.publications.LogoImage;
import fr.ondine.platform.publications.Logos;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffPermission;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.Brand;
import fr.ondine.tenantconfig.Payments;
import fr.ondine.tenantconfig.TenantConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prints the letters of a batch that go on paper, one a page, so that its address shows in the window of an envelope. */
@Service
@Transactional(readOnly = true)
public class ReminderPaper {

    /** As many letters as one document holds. */
    public static final int PART = 250;

    private final BatchLetters letters;
    private final WrittenLetters written;
    private final ApologyStore apologies;
    private final PdfRenderer renderer;
    private final Tenants tenants;
    private final Logos logos;

    ReminderPaper(
            BatchLetters letters,
            WrittenLetters written,
            ApologyStore apologies,
            PdfRenderer renderer,
            Tenants tenants,
            Logos logos) {
        this.letters = letters;
        this.written = written;
        this.apologies = apologies;
        this.renderer = renderer;
        this.tenants = tenants;
        this.logos = logos;
    }

    /** How many letters its parts share, those with that were taken back since. */
    public int letters(CurrentStaff who, BatchId batch) {
        who.require(StaffPermission.BILL);
        return letters.places(batch);
    }

    /** The letters of one part, the first of which is 0; empty where there are none. */
    public Optional<DocumentContent> print(CurrentStaff who, BatchId batch, int part) {
        who.require(StaffPermission.BILL);
        var pages = written.of(letters.printed(batch, part * PART, PART));
        if (pages.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(document("relances-" + (part + 1) + ".pdf", pages));
    }

    /** Excuses for a letter, as they went or would go on paper. */
    public Optional<DocumentContent> apology(CurrentStaff who, ApologyId id) {
        who.require(StaffPermission.BILL);
        return apologies
                .find(id)
                .map(kept -> written.apology(kept.letter(), kept.words(), kept.sentOn()))
                .map(page -> document("excuses-" + page.sentOn() + ".pdf", List.of(page)));
    }

    private DocumentContent document(String name, List<?> pages) {
        var utility = tenants.current();
        var language = utility.languages().getFirst();
        var pdf = renderer.render(
                "reminder",
                language,
                Map.of(
                        "document",
                        "reminder.document",
                        "letters",
                        pages,
                        "utility",
                        utility,
                        "logo",
                        logo(utility.brand()),
                        "ways",
                        ways(utility),
                        "w",
                        new Writing(language)));
        return new DocumentContent(name, DocumentContent.PDF, pdf);
    }

    /** How to pay what a letter asks for, as invoices say it. */
    private List<String> ways(TenantConfig utility) {
        var language = utility.languages().getFirst();
        var card = utility.payments().provider() == Payments.Provider.NONE
                ? Stream.<String>empty()
                : Stream.of(renderer.sentence("pay.card", language, tenants.origin()));
        return Stream.concat(card, OtherWays.of(utility, renderer, language).stream())
                .toList();
    }

    private String logo(Brand brand) {
        return Optional.ofNullable(brand.logo())
                .flatMap(named -> logos.find(named.file().id()))
                .map(LogoImage::inline)
                .orElse("");
    }
}
