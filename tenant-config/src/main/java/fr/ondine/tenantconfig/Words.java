package fr.ondine.tenantconfig;

import org.jspecify.annotations.Nullable;

/** The terms that the utility's subscribers know from its paper and its own pages ("Lier un contrat", "Lier un abonné"). */
public record Words(
        String portal,
        String purposeTitle,
        String contactTitle,
        String signUp,
        String activate,
        String claim,
        String claimAnother,
        String claimSubmit,
        String contractNumber,
        @Nullable String claimKey) {}
