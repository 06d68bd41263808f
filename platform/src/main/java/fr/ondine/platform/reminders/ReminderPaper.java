package fr.ondine.platform.reminders;

import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.documents.PdfRenderer;
import fr.ondine.platform.kernel.Writing;
import fr.ondine.platform.publications.LogoImage;
import fr.ondine.platform.publications.Logos;
import fr.ondine.platform.staff.CurrentStaff;
import fr.ondine.platform.staff.StaffRole;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.Brand;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** The letters of one part, the first of which is 0; empty where there are none. */
    public Optional<DocumentContent> print(CurrentStaff who, BatchId batch, int part) {
        who.require(StaffRole.BILLER);
        var pages = written.of(letters.printed(batch, part * PART, PART));
        if (pages.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(document("relances-" + (part + 1) + ".pdf", pages));
    }

    /** Excuses for a letter, as they went or would go on paper. */
    public Optional<DocumentContent> apology(CurrentStaff who, ApologyId id) {
        who.require(StaffRole.BILLER);
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
                        "w",
                        new Writing(language)));
        return new DocumentContent(name, DocumentContent.PDF, pdf);
    }

    private String logo(Brand brand) {
        return Optional.ofNullable(brand.logo())
                .flatMap(named -> logos.find(named.file().id()))
                .map(LogoImage::inline)
                .orElse("");
    }
}
