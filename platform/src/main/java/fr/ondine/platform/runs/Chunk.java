package fr.ondine.platform.runs;

import java.util.UUID;

/** The agreements of a run from one to another, which are done at once or not at all. */
record Chunk(RunId run, int number, UUID first, UUID last) {}
