package fr.ondine.ui;

import com.fasterxml.jackson.annotation.JsonValue;
import fr.ondine.platform.fleet.UtilitySummary;

/** A utility with all that is known of it; a script reads the same of it as of one in a list. */
record ShownUtility(@JsonValue UtilitySummary utility) {}
