package fr.ondine.platform.personaldata;

import java.util.UUID;

/** One thing that is known, as JSON. */
record KnownRow(UUID key, String json) {}
