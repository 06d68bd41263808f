package fr.ondine.ui.api;

import java.util.List;
import java.util.UUID;

/** A subscriber as their own program reads them: by what it knows them, and what they hold. */
record OwnAnswer(UUID subject, List<Held> agreements) {

    record Held(UUID id, String number, String service, PlaceAnswer served, boolean ended) {}
}
