package fr.ondine.platform.plans;

import fr.ondine.platform.customers.AgreementCard;
import fr.ondine.platform.customers.MandateSummary;
import fr.ondine.platform.documents.DocumentContent;
import fr.ondine.platform.documents.OtherWays;
import fr.ondine.platform.documents.PdfRenderer;
import fr.ondine.platform.kernel.Writing;
import fr.ondine.platform.publications.LogoImage;
import fr.ondine.platform.publications.Logos;
import fr.ondine.platform.tenancy.Tenants;
import fr.ondine.tenantconfig.Brand;
import fr.ondine.tenantconfig.TenantConfig;
import java.util.List;
import java.util.Locale;
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

    /**
     * As somebody reads it to whom so much of its agreement is shown.
     *
     * @param isDebited also where the account is not shown to them
     */
    DocumentContent of(Plan plan, AgreementCard agreement, boolean isDebited) {
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
                        "ways",
                        ways(agreement, isDebited, utility),
                        "w",
                        new Writing(language)));
        return new DocumentContent("echeancier-" + plan.agreedOn() + ".pdf", DocumentContent.PDF, pdf);
    }

    /** Whether it says how each payment is made, and not only whom to ask. */
    boolean saysHowToPay(boolean isDebited) {
        var utility = tenants.current();
        return isDebited
                || !OtherWays.of(utility, renderer, utility.languages().getFirst())
                        .isEmpty();
    }

    /** How it is paid; no payment of a plan is taken by card. */
    private List<String> ways(AgreementCard agreement, boolean isDebited, TenantConfig utility) {
        var language = utility.languages().getFirst();
        var mandate = agreement.mandate();
        if (mandate != null) {
            return List.of(debited(mandate, language));
        }
        if (isDebited) {
            return List.of(renderer.sentence("schedule.debited", language));
        }
        var own = OtherWays.of(utility, renderer, language);
        var phone = Writing.unbroken(utility.contact().mainPhone().number().value());
        var email = utility.contact().email();
        return own.isEmpty() ? List.of(renderer.sentence("schedule.ask", language, phone, email)) : own;
    }

    /** The paper announces each debit, so it names account, mandate and creditor. */
    private String debited(MandateSummary mandate, Locale language) {
        var account = Writing.unbroken(mandate.maskedIban());
        var reference = Writing.unbroken(mandate.reference());
        return mandate.creditor() == null
                ? renderer.sentence("schedule.debited.from", language, account, reference)
                : renderer.sentence(
                        "schedule.debited.by", language, account, reference, Writing.unbroken(mandate.creditor()));
    }

    private String logo(Brand brand) {
        return Optional.ofNullable(brand.logo())
                .flatMap(named -> logos.find(named.file().id()))
                .map(LogoImage::inline)
                .orElse("");
    }
}
