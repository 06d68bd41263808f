package fr.ondine.isolation;

import java.util.Set;

/**
 * A way in.
 *
 * @param template its path, with parameters as {@code {name}}
 * @param parameters the names of its parameters, in the path and in the query
 * @param mailed whether mails lead to it with a secret
 * @param files the names of the files that it takes; empty where it takes none
 */
record Door(Kind kind, String method, String template, Set<String> parameters, boolean mailed, Set<String> files) {

    Door(Kind kind, String method, String template, Set<String> parameters, boolean mailed) {
        this(kind, method, template, parameters, mailed, Set.of());
    }

    enum Kind {
        /** A page, made by messages after its first answer. */
        PAGE,
        /** A method that answers by itself: a file, a webhook, a probe. */
        HANDLER,
        /** What is the same for everybody, or a form that a filter takes. */
        OTHER
    }

    /** Whether a browser posts files there. */
    boolean takesFiles() {
        return !files.isEmpty();
    }

    boolean isOfPrograms() {
        return template.startsWith("/api/operator/");
    }

    /** Whether the tokens of a utility's provider are anything there. */
    boolean readsTokens() {
        return template.equals("/api/v1") || template.startsWith("/api/v1/") || isOfTheProvider();
    }

    /** Whether it is at the issuer's whole address, port and all, and nowhere else. */
    boolean isOfTheProvider() {
        return template.startsWith("/oauth2/") || template.startsWith("/.well-known/");
    }

    /** Whether it is at the console's host, and at no utility's. */
    boolean isOfOperators() {
        return isOfPrograms() || template.equals("/console") || template.startsWith("/console/");
    }

    @Override
    public String toString() {
        return method + " " + template;
    }
}
