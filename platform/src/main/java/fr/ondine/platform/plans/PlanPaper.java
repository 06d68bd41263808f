package fr.ondine.platform.plans;

import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.documents.PdfRenderer;
import fr.ondine.platform.kernel.Writing;
import fr.ondine.platform.publications.LogoImage;
import fr.ondine.platform.publications.Logos;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.Brand;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Prints a plan in the utility's brand: its dates and amounts tell the payer of each debit beforehand. */
@Component
class PlanPaper {

    private final PdfRenderer renderer;
    private final Tenants tenants;
    private final Logos logos;

    PlanPaper(PdfRenderer renderer, Tenants tenants, Logos logos) {
        this.renderer = renderer;
        this.tenants = tenants;
        this.logos = logos;
    }

    DocumentContent of(Plan plan, AgreementCard agreement) {
        var utility = tenants.current();
        var language = utility.languages().getFirst();
        var pdf = renderer.render(
                "schedule",
                language,
                Map.of(
                        "plan",
                        plan,
                        "agreement",
                        agreement,
                        "utility",
                        utility,
                        "logo",
                        logo(utility.brand()),
                        "w",
                        new Writing(language)));
        return new DocumentContent("echeancier-" + plan.agreedOn() + ".pdf", DocumentContent.PDF, pdf);
    }

    private String logo(Brand brand) {
        return Optional.ofNullable(brand.logo())
                .flatMap(named -> logos.find(named.file().id()))
                .map(LogoImage::inline)
                .orElse("");
    }
}
