package fr.ondine.isolation;

import java.util.Map;
import java.util.regex.Pattern;

/** What is put in the place of each parameter of each route. */
final class Fillings {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** By parameter and route: which of {@link Marked#ids()} it names, or {@code =} and a value that fits nobody. */
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("/factures/{id}.pdf id", "invoice"),
            Map.entry("/factures/{id}/texte.txt id", "invoice"),
            Map.entry("/factures/{id}/gros-caracteres.pdf id", "invoice"),
            Map.entry("/factures/{id}/braille-integral.brf id", "invoice"),
            Map.entry("/factures/{id}/braille-abrege.brf id", "invoice"),
            Map.entry("/factures/{invoice}/comprendre invoice", "invoice"),
            Map.entry(LeakingRoute.ADDRESS + " user", "user"),
            Map.entry("/consommations.csv contrat", "agreement"),
            Map.entry("/paiement/{payment} payment", "payment"),
            Map.entry("/paiement/{payment}/abandon payment", "payment"),
            Map.entry("/branding/{hash}.css hash", "=0123456789abcdef"),
            Map.entry("/branding/{hash}.svg hash", "=0123456789abcdef"),
            Map.entry("/branding/{hash}.webmanifest hash", "=0123456789abcdef"),
            Map.entry("/branding/logo/{id} id", "logo"),
            Map.entry("/gestion/configuration/marque logo", "logo"),
            Map.entry("/gestion/configuration/marque refus", "=publications.not-an-image"),
            Map.entry("/gestion/configuration/marque/envoi image", "=x"),
            Map.entry("/documents/{id}.pdf id", "document"),
            Map.entry("/gestion/configuration/documents document", "document"),
            Map.entry("/gestion/configuration/documents titre", "=Titre"),
            Map.entry("/gestion/configuration/documents refus", "=publications.not-a-pdf"),
            Map.entry("/gestion/configuration/documents/envoi titre", "=Titre"),
            Map.entry("/gestion/configuration/documents/envoi fichier", "=x"),
            Map.entry("/console/collectivites/{slug} slug", "slug"),
            Map.entry("/console/collectivites/{slug}/configuration slug", "slug"),
            Map.entry("/console/collectivites/{slug}/configuration version", "=1"),
            Map.entry("/console/collectivites/{slug}/suppression slug", "slug"),
            Map.entry("/console/collectivites/{slug}/limites slug", "slug"),
            Map.entry("/console/collectivites/{slug}/export slug", "slug"),
            Map.entry("/console/collectivites/{slug}/deplacement slug", "slug"),
            Map.entry("/console/collectivites/{slug}/export refus", "=differs"),
            Map.entry("/console/collectivites/{slug}/export/fichier slug", "slug"),
            Map.entry("/console/collectivites/{slug}/export/fichier phrase", "=x"),
            Map.entry("/console/collectivites/{slug}/export/fichier encore", "=x"),
            Map.entry("/console/collectivites/{slug}/export/fichier password", "=x"),
            Map.entry("/console/importer/fichier as", "=x"),
            Map.entry("/console/importer/fichier host", "=x"),
            Map.entry("/console/importer/fichier take-over", "=false"),
            Map.entry("/gestion/releves/{releve} releve", "reading"),
            Map.entry("/gestion/facturation/{run} run", "run"),
            Map.entry("/gestion/facturation/{run}/mis-de-cote run", "run"),
            Map.entry("/gestion/facturation/{run}/facture run", "run"),
            Map.entry("/gestion/comptes/{contrat}/facturer contrat", "agreement"),
            Map.entry("/gestion/comptes/{contrat}/cle contrat", "agreement"),
            Map.entry("/gestion/comptes/{contrat}/voir contrat", "agreement"),
            Map.entry("/gestion/comptes/{contrat}/envoi contrat", "agreement"),
            Map.entry("/gestion/comptes/{contrat}/mensualisation contrat", "agreement"),
            Map.entry("/echeancier/{id}.pdf id", "agreement"),
            Map.entry("/gestion/echeanciers/{id}.pdf id", "agreement"),
            Map.entry("/gestion/journal.csv qui", "=system"),
            Map.entry("/gestion/journal.csv sujet", "="),
            Map.entry("/gestion/journal.csv nature", "="),
            Map.entry("/gestion/journal.csv du", "="),
            Map.entry("/gestion/journal.csv au", "="),
            Map.entry("/gestion/factures/{facture} facture", "invoice"),
            Map.entry("/gestion/factures/{facture}/avoir facture", "invoice"),
            Map.entry("/gestion/factures/{id}.pdf id", "invoice"),
            Map.entry("/gestion/factures/a-poster/{jour}.zip jour", "=2026-01-01"),
            Map.entry("/gestion/factures/a-poster/{jour}/hors-campagne.zip jour", "=2026-01-01"),
            Map.entry("/gestion/facturation/{run}/a-poster.zip run", "run"),
            Map.entry("/gestion/comptes/{contrat} contrat", "agreement"),
            Map.entry("/fuites/{fuite} fuite", "leak"),
            Map.entry("/fuites/{fuite} refus", "=leaks.over"),
            Map.entry("/fuites/{fuite} lieu", "=x"),
            Map.entry("/fuites/{fuite} repare", "=2026-01-01"),
            Map.entry("/fuites/{fuite} fait", "="),
            Map.entry("/fuites/{id}/attestation id", "leak"),
            Map.entry("/fuites/{id}/attestation lieu", "=x"),
            Map.entry("/fuites/{id}/attestation repare", "=2026-01-01"),
            Map.entry("/fuites/{id}/attestation fichier", "=x"),
            Map.entry("/fuites/{id}/attestation photo", "=x"),
            Map.entry("/gestion/demandes/{demande} demande", "claim"),
            Map.entry("/gestion/fuites/{fuite} fuite", "leak"),
            Map.entry("/gestion/fuites/{id}/attestation id", "leak"),
            Map.entry("/gestion/fuites/{id}/lettre.pdf id", "leak"),
            Map.entry("/webhooks/desabonnement lien", "=x"),
            Map.entry("/webhooks/courriers-revenus message", "=x"),
            Map.entry("/webhooks/courriers-revenus adresse", "=x"),
            Map.entry("/webhooks/courriers-revenus raison", "=x"),
            Map.entry("/desabonnement lien", "=x"),
            Map.entry("/gestion/conservation page", "=1"),
            Map.entry("/gestion/comptes/{contrat}/relances contrat", "agreement"),
            Map.entry("/gestion/excuses/{id}.pdf id", "apology"),
            Map.entry("/gestion/relances/{envoi} envoi", "reminder-batch"),
            Map.entry("/gestion/relances/{id}/lettres/{part}.pdf id", "reminder-batch"),
            Map.entry("/gestion/relances/{id}/lettres/{part}.pdf part", "=1"),
            Map.entry("/connexion/ancien-compte/envoi numero", "=x"),
            Map.entry("/connexion/ancien-compte/envoi password", "=x"),
            Map.entry("/connexion/cle-d-acces reponse", "=x"),
            Map.entry("/api/v1/agreements number", "="),
            Map.entry("/api/v1/agreements after", "="),
            Map.entry("/api/v1/agreements size", "=200"),
            Map.entry("/api/v1/agreements/{id} id", "agreement"),
            Map.entry("/api/v1/invoices agreement", "agreement"),
            Map.entry("/api/v1/invoices from", "="),
            Map.entry("/api/v1/invoices to", "="),
            Map.entry("/api/v1/invoices after", "="),
            Map.entry("/api/v1/invoices size", "=200"),
            Map.entry("/api/v1/invoices/{id} id", "invoice"),
            Map.entry("/api/v1/invoices/{id}/invoice.pdf id", "invoice"),
            Map.entry("/api/v1/me/agreements/{id} id", "agreement"),
            Map.entry("/api/v1/me/agreements/{id}/consumption id", "agreement"),
            Map.entry("/api/v1/me/agreements/{id}/invoices id", "agreement"),
            Map.entry("/api/v1/me/agreements/{id}/invoices after", "="),
            Map.entry("/api/v1/me/agreements/{id}/invoices size", "=200"),
            Map.entry("/api/v1/me/invoices/{id} id", "invoice"),
            Map.entry("/api/v1/me/invoices/{id}/invoice.pdf id", "invoice"),
            Map.entry("/console/connexion vers", "=console"),
            Map.entry("/actuator/health/{path} path", "=readiness"));

    private Fillings() {}

    /** The address that asks this door for {@code ids}, with a secret that was mailed by {@code links}. */
    static String address(Door door, Marked ids, Marked links) {
        var path = VARIABLE.matcher(door.template()).replaceAll(found -> value(door, found.group(1), ids));
        var query = new StringBuilder("?contrat=").append(ids.ids().get("agreement"));
        if (door.template().startsWith("/gestion/tarifs")) {
            query.append("&prix=eau&version=").append(ids.ids().get("tariff-version"));
        }
        if (door.template().equals("/gestion/recherche")) {
            query.append("&q=").append(beginning(ids.kept())); // a page may say what was looked for
        }
        for (var parameter : door.parameters()) {
            if (!door.template().contains("{" + parameter + "}") && !parameter.equals("contrat")) {
                query.append('&').append(parameter).append('=').append(value(door, parameter, ids));
            } else if (parameter.equals("contrat")) {
                value(door, parameter, ids);
            }
        }
        if (door.mailed()) {
            query.append("&jeton=").append(secret(door, links));
        }
        return path + query;
    }

    private static String beginning(String mark) {
        return mark.substring(0, mark.length() - 1);
    }

    private static String value(Door door, String parameter, Marked ids) {
        var known = door.isOfPrograms() ? ofPrograms(parameter) : KNOWN.get(door.template() + " " + parameter);
        if (known == null) {
            throw new AssertionError("%s has a parameter \"%s\" that no attack knows: add \"%s %s\" to Fillings.KNOWN"
                            .formatted(door, parameter, door.template(), parameter)
                    + " with the id of another utility that it could name (and, where Marking does not make one yet,"
                    + " make it in Marking.rows)");
        }
        return known.startsWith("=") ? known.substring(1) : ids.ids().get(known);
    }

    /** A utility is all that a program names; nobody here comes as far as the other values. */
    private static String ofPrograms(String parameter) {
        return parameter.equals("slug") ? "slug" : "=1";
    }

    private static String secret(Door door, Marked links) {
        var secret = links.links().get(door.template());
        if (secret == null) {
            throw new AssertionError(
                    door + " is reached by a mailed secret, and no mail of the marked utility leads there: have"
                            + " Marking.mails bring such a mail about");
        }
        return secret;
    }
}
