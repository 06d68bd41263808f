package fr.ondine.demo;

import fr.ondine.demo.data.DemoOldLogin;
import fr.ondine.demo.data.DemoSubscriber;
import fr.ondine.simulators.franceconnect.Agent;
import fr.ondine.simulators.franceconnect.Identity;
import fr.ondine.tenantconfig.Brand;
import fr.ondine.tenantconfig.BundledTenants;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The page of the demonstration, in French like all that a person reads. */
final class DemoPage {

    private static final DateTimeFormatter RECEIVED =
            DateTimeFormatter.ofPattern("d MMMM 'à' HH 'h' mm", Locale.FRENCH).withZone(ZoneId.of("Europe/Paris"));
    private static final int MAILS_SHOWN = 30;

    private final SpringTemplateEngine templates = new SpringTemplateEngine();

    DemoPage() {
        var resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("fr/ondine/demo/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(resolver);
    }

    String render(Surroundings surroundings, PaperInvoices invoices) {
        var context = new Context(Locale.FRENCH);
        var mails = surroundings.mails().all();
        context.setVariable("portals", portals(surroundings.settings(), invoices));
        context.setVariable("stripe", surroundings.stripe());
        context.setVariable(
                "identities",
                surroundings.doors().isPresent()
                        ? Arrays.stream(Identity.values()).map(Identity::label).toList()
                        : List.of());
        context.setVariable(
                "colleagues",
                surroundings.doors().isPresent()
                        ? FranceConnectClients.AGENTS.stream().map(Agent::label).toList()
                        : List.of());
        context.setVariable("operator", DemoOperator.shown(surroundings));
        context.setVariable("staff", DemoStaff.shown(surroundings));
        context.setVariable(
                "mails", mails.stream().limit(MAILS_SHOWN).map(Row::of).toList());
        context.setVariable("others", Math.max(0, mails.size() - MAILS_SHOWN));
        return templates.process("page", context);
    }

    /** Each utility's colours, for its card. */
    String colours() {
        return BundledTenants.slugs().stream()
                .map(slug -> colours(slug, BundledTenants.read(slug).brand()))
                .collect(Collectors.joining("\n"));
    }

    private static String colours(String slug, Brand brand) {
        return """
                .of-%1$s { --brand: %2$s; --brand-strong: %3$s; --on-brand: %4$s; }
                @media (prefers-color-scheme: dark) { .of-%1$s { --brand: %5$s; --brand-strong: %5$s; --on-brand: %6$s; } }
                """.formatted(slug, brand.colour(), brand.strong(), brand.onColour(), brand.dark(), brand.onDark());
    }

    private static List<Portal> portals(DemoSettings settings, PaperInvoices invoices) {
        return BundledTenants.slugs().stream()
                .map(slug -> {
                    var tenant = BundledTenants.read(slug);
                    var origin = settings.origin(tenant.hosts().getFirst());
                    return new Portal(
                            slug,
                            tenant.name(),
                            tenant.slogan(),
                            origin,
                            Objects.requireNonNullElse(tenant.payments().stripeAccount(), ""),
                            invoices.of(slug),
                            invoices.oldLogins(slug));
                })
                .toList();
    }

    /** A utility's portal, with the paper invoices that lie beside it. */
    record Portal(
            String slug,
            String name,
            String slogan,
            String origin,
            String stripeAccount,
            List<DemoSubscriber> invoices,
            List<DemoOldLogin> oldLogins) {}

    /** A mail as the list shows it. */
    record Row(CaughtMail mail, String received) {

        static Row of(CaughtMail mail) {
            return new Row(mail, RECEIVED.format(mail.receivedAt()));
        }
    }
}
