package fr.ondine.platform.receivables;

/** Where received money lies. */
public enum Receipt {
    CARD(Account.CARD_CLEARING),
    BANK(Account.BANK);

    private final Account account;

    Receipt(Account account) {
        this.account = account;
    }

    Account account() {
        return account;
    }
}
