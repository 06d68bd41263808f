package fr.ondine.platform.tariffs;

import java.util.List;

/**
 * A version of a tariff as it is kept.
 *
 * @param revision how often the draft was changed
 */
public record StoredVersion(VersionId id, TariffId tariff, VersionState state, int revision, TariffVersion content) {

    public boolean isDraft() {
        return state == VersionState.DRAFT;
    }

    StoredVersion with(List<Charge> charges) {
        return new StoredVersion(
                id, tariff, state, revision, new TariffVersion(content.validFrom(), content.resolution(), charges));
    }
}
