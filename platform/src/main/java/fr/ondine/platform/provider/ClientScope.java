package fr.ondine.platform.provider;

import java.util.Arrays;
import java.util.List;

/** What a program may be let do. No scope is of both kinds: a token of one never opens what is the other's. */
public enum ClientScope {
    READINGS_WRITE("readings:write", ClientKind.MACHINE),
    INVOICES_READ("invoices:read", ClientKind.MACHINE),
    AGREEMENTS_READ("agreements:read", ClientKind.MACHINE),
    IMPORTS_WRITE("imports:write", ClientKind.MACHINE),
    OPENID("openid", ClientKind.APPLICATION),
    PROFILE("profile", ClientKind.APPLICATION),
    EMAIL("email", ClientKind.APPLICATION),
    /** A subscriber's own contracts, invoices and readings. */
    OWN_READ("own:read", ClientKind.APPLICATION);

    private final String word;
    private final ClientKind kind;

    ClientScope(String word, ClientKind kind) {
        this.word = word;
        this.kind = kind;
    }

    /** As it stands in requests and tokens. */
    public String word() {
        return word;
    }

    public static List<ClientScope> of(ClientKind kind) {
        return Arrays.stream(values()).filter(scope -> scope.kind == kind).toList();
    }
}
