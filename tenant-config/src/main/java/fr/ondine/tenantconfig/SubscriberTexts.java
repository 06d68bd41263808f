package fr.ondine.tenantconfig;

/** What the utility says to a subscriber where the question arises. */
public record SubscriberTexts(
        String noContractYet,
        String claim,
        String claimScope,
        String noInvoiceYet,
        String invoices,
        String consumption,
        String reading,
        String deleteAccount) {}
