package fr.ondine.platform.notifications;

import java.util.UUID;

/**
 * What became of a mail, within the transaction that notes it.
 *
 * @param kind the name of its letter
 * @param source for what it was sent
 * @param isTaken by its reader's server; else it was refused for good
 */
record MailOutcome(String kind, UUID source, boolean isTaken) {}
