package fr.ondine.ui.staff;

import fr.ondine.tenantconfig.ClaimKeyFormat;
import fr.ondine.tenantconfig.ClaimRule.Confirmation;
import fr.ondine.tenantconfig.ClaimRule.Order;
import fr.ondine.tenantconfig.ClaimRule.Scope;
import fr.ondine.tenantconfig.ConfigurationEdit;
import fr.ondine.tenantconfig.Proof;
import java.util.LinkedHashMap;
import java.util.List;

/** A claim rule as it is being edited, which may be none yet: what it is worth, and how it is written. */
record ClaimDraft(Order order, Scope opens, List<Proof> proofs, Key key, List<Confirmation> weakProofs) {

    /** What the claim key is called on an invoice, and what it is made of. */
    record Key(String name, String alphabet, int length) {

        private int bits() {
            return (int) ClaimKeyFormat.bits(alphabet, length);
        }

        /** What is left empty is left out, so that it is said to be missing. */
        private LinkedHashMap<String, Object> written() {
            var format = new LinkedHashMap<String, Object>();
            if (!alphabet.isBlank()) {
                format.put("alphabet", alphabet);
            }
            format.put("length", length);
            return format;
        }
    }

    boolean asksForKey() {
        return proofs.contains(Proof.CLAIM_KEY);
    }

    int bits(Proof proof) {
        return proof.bits(key.bits());
    }

    /** The bits of the weakest proof; none where nothing is asked for. */
    int weakestBits() {
        return proofs.stream().mapToInt(this::bits).min().orElse(0);
    }

    /** That configuration with this rule; its limits stay. */
    String in(String yaml) {
        var edit = new ConfigurationEdit(yaml)
                .with("claims.order", order)
                .with("claims.opens", opens)
                .with("claims.proofs", proofs)
                .with("claims.weak-proofs", weakProofs);
        if (!asksForKey()) {
            return edit.without("claims.claim-key").yaml();
        }
        edit.with("claims.claim-key", key.written());
        return key.name().isBlank()
                ? edit.without("words.claim-key").yaml()
                : edit.with("words.claim-key", key.name()).yaml();
    }
}
