package fr.ondine.platform.facturx;

/** What is invoiced, as the tax has it (CGI annex II, art. 242 nonies A) and platforms are told by BT-23 (XP Z12-012). */
public enum Operation {
    GOODS("B1"),
    SERVICES("S1"),
    BOTH("M1");

    private final String code;

    Operation(String code) {
        this.code = code;
    }

    /** Of an invoice that is to be paid (cadre de facturation). */
    String code() {
        return code;
    }
}
