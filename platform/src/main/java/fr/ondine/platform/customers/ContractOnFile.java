package fr.ondine.platform.customers;

import org.jspecify.annotations.Nullable;

/** What a claim is compared with: whose contract it is, and whether the utility knows of the proofs that were typed. */
record ContractOnFile(
        AgreementId agreement,
        CustomerId holder,
        String number,
        @Nullable String email,
        boolean hasKey,
        boolean hasInvoice,
        boolean hasMeter) {

    boolean hasEmail() {
        return email != null;
    }

    /** Never the address: this may be logged. */
    @Override
    public String toString() {
        return "ContractOnFile[" + agreement + "]";
    }
}
