package fr.ondine.platform.operators;

/** What operators are told by mail of their own account, so that who did not do it notices. */
enum AccountNews {
    PASSWORD_CHANGED("password-changed"),
    FACTOR_CHANGED("factor-changed"),
    KEY_CREATED("key-created");

    private final String key;

    AccountNews(String key) {
        this.key = key;
    }

    String key() {
        return key;
    }

    String task() {
        return "tell-operator-" + key;
    }
}
