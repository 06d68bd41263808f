package fr.ondine.ui.shell;

import java.util.Locale;

/** A part of the subscriber's portal; it is shown as soon as its page exists. */
enum Tab {
    DASHBOARD("tableau-de-bord", Icon.HOME),
    INVOICES("factures", Icon.INVOICE),
    CONSUMPTION("consommations", Icon.DROP),
    REQUESTS("demarches", Icon.REQUEST),
    ACCOUNT("mon-compte", Icon.PERSON);

    private final String path;
    private final Icon icon;

    Tab(String path, Icon icon) {
        this.path = path;
        this.icon = icon;
    }

    String path() {
        return path;
    }

    Icon icon() {
        return icon;
    }

    String textKey(String form) {
        return "shell.tab." + name().toLowerCase(Locale.ROOT) + "." + form;
    }

    boolean exists() {
        return Routes.exist(path);
    }

    boolean holds(String currentPath) {
        return currentPath.equals(path) || currentPath.startsWith(path + "/");
    }
}
