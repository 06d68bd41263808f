package fr.ondine.ui.desk;

import fr.ondine.platform.billing.InvoiceId;
import fr.ondine.platform.customers.AgreementId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Where the pages about invoices and accounts are, and what their addresses say. */
final class Addresses {

    static final String SEARCH = "gestion/recherche";
    static final String INVOICES = "gestion/factures";
    static final String TO_POST = INVOICES + "/a-poster";
    static final String WHICH = "facture";
    static final String INVOICE = INVOICES + "/:" + WHICH;
    static final String CREDIT = INVOICE + "/avoir";
    static final String WHOSE = "contrat";
    static final String ACCOUNT = "gestion/comptes/:" + WHOSE;
    static final String SEE_AS = ACCOUNT + "/voir";

    static final String FORM = ACCOUNT + "/envoi";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,3}");

    private Addresses() {}

    static String invoice(InvoiceId invoice) {
        return "/" + INVOICES + "/" + invoice.value();
    }

    static String paper(InvoiceId invoice) {
        return invoice(invoice) + ".pdf";
    }

    static String credit(InvoiceId invoice) {
        return invoice(invoice) + "/avoir";
    }

    static String account(AgreementId agreement) {
        return "/gestion/comptes/" + agreement.value();
    }

    /** What an address names; nothing when it is no identifier. */
    static Optional<UUID> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** A page of a list, the first of which is 0 here and 1 in the address. */
    static int page(Optional<String> text) {
        return text.filter(PAGE.asMatchPredicate()).map(Integer::parseInt).orElse(1) - 1;
    }

    static String plan(AgreementId agreement) {
        return account(agreement) + "/mensualisation";
    }

    static String written(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
