package fr.ondine.platform.customers;

import fr.ondine.platform.kernel.DomainException;

/** Something of a holder that is longer than an import would take it. */
public final class HolderTooLong extends DomainException {

    private HolderTooLong(String what, int longest) {
        super("customers.holder." + what + "-too-long", longest);
    }

    static void unlessShort(HolderEntry typed) {
        require(typed.title(), "title", HolderEntry.WORD);
        require(typed.firstName(), "first-name", HolderEntry.WORD);
        require(typed.lastName(), "name", HolderEntry.LINE);
        require(typed.street(), "street", HolderEntry.LINE);
        require(typed.complement(), "complement", HolderEntry.LINE);
        require(typed.postcode(), "postcode", HolderEntry.WORD);
        require(typed.city(), "city", HolderEntry.LINE);
        require(typed.buyer().service(), "service", HolderEntry.WORD);
        require(typed.buyer().commitment(), "commitment", HolderEntry.WORD);
    }

    private static void require(String text, String what, int longest) {
        if (text.length() > longest) {
            throw new HolderTooLong(what, longest);
        }
    }
}
